package thymus.spec.check;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import thymus.spec.Expectation;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;

/** {@code expect}, which speaks of the property right before it. */
final class ExpectationChecker {
    private static final List<String> VERDICTS = Arrays.stream(Expectation.Outcome.values())
            .map(Expectation.Outcome::word)
            .toList();
    private static final List<String> CHANGING = List.of("tested", "unknown", "error");

    private final Declarations environment;
    private final Map<String, Expectation> expectations = new LinkedHashMap<>();

    ExpectationChecker(Declarations environment) {
        this.environment = environment;
    }

    /** By the name of the property. */
    Map<String, Expectation> expectations() {
        return Collections.unmodifiableMap(expectations);
    }

    /** @param property that is stated right before; empty if none is */
    void expect(InvParser.ExpectDeclarationContext context, Optional<String> property) {
        Span span = environment.source.span(context);
        if (property.isEmpty()) {
            throw environment.source.ruleError(
                    span,
                    "'expect' stands right after the property that it speaks of",
                    "move it there: invariant n: …; expect " + context.name().getText() + ";");
        }
        Expectation.Outcome outcome = outcome(context.name());
        expectations.put(property.get(), new Expectation(outcome, steps(context, outcome), span));
    }

    private Expectation.Outcome outcome(InvParser.NameContext name) {
        String word = name.getText();
        Span span = environment.source.span(name);
        if (CHANGING.contains(word)) {
            throw environment.source.ruleError(
                    span,
                    "'" + word + "' is no verdict to expect: it may be another with more time",
                    "expect proved, falsified or vacuous");
        }
        return Arrays.stream(Expectation.Outcome.values())
                .filter(o -> o.word().equals(word))
                .findFirst()
                .orElseThrow(() -> {
                    String near = Spelling.suggestion(word, VERDICTS);
                    return environment.source.nameError(
                            span,
                            "'" + word + "' is no verdict",
                            near.isEmpty() ? "expect proved, falsified or vacuous" : near);
                });
    }

    private OptionalInt steps(InvParser.ExpectDeclarationContext context, Expectation.Outcome outcome) {
        if (context.expression() == null) {
            return OptionalInt.empty();
        }
        if (outcome != Expectation.Outcome.FALSIFIED) {
            throw environment.source.ruleError(
                    environment.source.span(context.expression()),
                    "only what is falsified has a number of steps",
                    "write expect " + outcome.word() + ";");
        }
        ExpressionChecker constants = new ExpressionChecker(environment, Setting.PATTERN, BoundNames.NONE);
        BigInteger steps = new ConstantChecker(constants).natural(context.expression(), "the number of steps");
        return OptionalInt.of(steps.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue());
    }
}
