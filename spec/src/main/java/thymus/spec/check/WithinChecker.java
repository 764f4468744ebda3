package thymus.spec.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.spec.contract.FunctionModel;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;

/** {@code within n: during c.f, c.g: e}: e whenever control leaves c in the middle of one of the functions. */
final class WithinChecker {
    private static final NamedFunctions.Words WORDS = new NamedFunctions.Words(
            "'within'",
            "during",
            "what holds of arguments is a rule on call(…)",
            "name functions that change something: nothing is half done in a view",
            "control leaves a function, not an event");

    private final Declarations environment;

    WithinChecker(Declarations environment) {
        this.environment = environment;
    }

    Property.Rule property(String name, InvParser.WithinDeclarationContext context) {
        Span span = environment.source.span(context);
        MomentChecker.refuseChains(environment, span, "'within'");
        Map<String, List<FunctionModel>> functions = new LinkedHashMap<>();
        for (InvParser.TriggerContext trigger : context.trigger()) {
            NamedFunctions.Named named = new NamedFunctions(environment, WORDS).of(trigger);
            functions.merge(
                    named.instance(),
                    named.functions(),
                    (some, more) -> Stream.concat(some.stream(), more.stream())
                            .distinct()
                            .toList());
        }
        if (functions.size() > 1) {
            throw environment.source.ruleError(
                    environment.source.span(context.trigger().getLast()),
                    "'" + name + "' names functions of several contracts",
                    "write one 'within' for each contract");
        }
        String instance = functions.keySet().iterator().next();
        Expr claimed = new ExpressionChecker(environment, Setting.WITHIN, BoundNames.NONE).truth(context.expression());
        Trigger.Departure trigger = new Trigger.Departure(instance, functions.get(instance), span);
        TwoRunsChecker.requireCall(environment.source, trigger, claimed);
        MomentChecker.refuse(environment.source, claimed, Optional.empty());
        return new Property.Rule(name, trigger, claimed, span);
    }
}
