package thymus.spec.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import thymus.spec.contract.FunctionModel;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.PropertyTexts;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;

/** The functions that {@code envelope} and {@code within} name: {@code c.f}, {@code c.set*(…)}. */
final class NamedFunctions {
    private final Declarations environment;
    private final Words words;

    /**
     * What the messages say.
     *
     * @param construct with its article
     * @param keyword in front of the functions
     * @param arguments what to write in place of a pattern for arguments
     * @param changing what to write in place of views
     * @param events what to write in place of an event
     */
    record Words(String construct, String keyword, String arguments, String changing, String events) {}

    /** @param functions those that change the state, of the name that is given */
    record Named(String instance, List<FunctionModel> functions) {}

    NamedFunctions(Declarations environment, Words words) {
        this.environment = environment;
        this.words = words;
    }

    Named of(InvParser.TriggerContext context) {
        Span span = environment.source.span(context);
        if (!(context instanceof InvParser.EventTriggerContext plain)) {
            InvParser.CallTriggerContext call = (InvParser.CallTriggerContext) context;
            throw environment.source.ruleError(
                    span,
                    words.construct + " names functions alone, wherever in a step they run",
                    "write " + words.keyword + " " + PropertyTexts.text(call.occurrence()));
        }
        InvParser.OccurrenceContext occurrence = plain.occurrence();
        boolean isPlain = occurrence.pattern().stream()
                .allMatch(p -> p instanceof InvParser.EllipsisPatternContext
                        || p.getText().equals("_"));
        if (!isPlain) {
            throw environment.source.unsupported(
                    environment.source.span(occurrence.pattern().getFirst()),
                    "an argument in the pattern of " + words.construct,
                    "write …; " + words.arguments);
        }
        String member = occurrence.member().getText();
        String instance = new OccurrenceChecker(environment).instanceOf(occurrence, "vault." + member);
        List<FunctionModel> all = environment.model(instance).functions();
        boolean isPrefix = occurrence.wildcard != null;
        List<FunctionModel> named = all.stream()
                .filter(f -> isPrefix ? f.name().startsWith(member) : f.name().equals(member))
                .toList();
        List<FunctionModel> changing =
                named.stream().filter(f -> f.mutability().changesState()).toList();
        if (changing.isEmpty()) {
            throw missing(occurrence, instance, named.isEmpty(), all);
        }
        return new Named(instance, changing);
    }

    private RuntimeException missing(
            InvParser.OccurrenceContext occurrence, String instance, boolean none, List<FunctionModel> all) {
        String member = occurrence.member().getText();
        Span span = environment.source.span(occurrence.member());
        String pattern = member + (occurrence.wildcard == null ? "" : "*");
        if (!none) {
            return environment.source.ruleError(
                    span, "'" + pattern + "' names views alone, which change nothing", words.changing);
        }
        boolean isEvent = environment.model(instance).events().stream()
                .anyMatch(e -> e.name().equals(member));
        List<String> names = all.stream()
                .filter(f -> f.mutability().changesState())
                .map(FunctionModel::name)
                .toList();
        return environment.source.nameError(
                span,
                environment.describe(instance) + " has no function '" + pattern + "'",
                isEvent
                        ? words.events
                        : Optional.of(Spelling.suggestion(member, names))
                                .filter(near -> !near.isEmpty())
                                .orElse("it has " + String.join(", ", new LinkedHashSet<>(names))));
    }
}
