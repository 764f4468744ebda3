package thymus.spec.check;

import java.util.List;
import thymus.spec.contract.EventModel;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;

/** {@code c.f(…)} and {@code c.E(…)} in a trigger: which contract, and which event. */
final class OccurrenceChecker {
    private final Declarations environment;

    OccurrenceChecker(Declarations environment) {
        this.environment = environment;
    }

    static boolean hasPatterns(InvParser.OccurrenceContext occurrence) {
        return occurrence.getText().endsWith(")");
    }

    /** @param example what to write where the contract is missing */
    String instance(InvParser.OccurrenceContext context, String example) {
        Span span = environment.source.span(context);
        if (context.wildcard != null) {
            throw environment.source.unsupported(
                    environment.source.span(context.wildcard), "'*'", "write one property per function");
        }
        if (context.getText().contains("@")) {
            throw environment.source.unsupported(span, "'@'", "specify one chain");
        }
        if (context.getText().startsWith(context.member().getText())
                && context.name().isEmpty()) {
            throw environment.source.nameError(span, "the contract is missing", "write " + example);
        }
        InvParser.NameContext name = context.name(0);
        if (!environment.instances.containsKey(name.getText())) {
            throw environment.source.nameError(
                    environment.source.span(name),
                    "unknown contract instance '" + name.getText() + "'",
                    Spelling.suggestion(name.getText(), environment.instances.keySet()));
        }
        return name.getText();
    }

    EventModel event(InvParser.OccurrenceContext occurrence, String instance, Span span) {
        String name = occurrence.member().getText();
        List<EventModel> named = environment.model(instance).events().stream()
                .filter(e -> e.name().equals(name))
                .toList();
        if (named.isEmpty()) {
            throw unknownEvent(instance, name, environment.source.span(occurrence.member()));
        }
        boolean patterns = hasPatterns(occurrence);
        List<EventModel> meant = named.stream()
                .filter(e ->
                        !patterns || e.fields().size() == occurrence.pattern().size())
                .toList();
        if (meant.size() != 1) {
            throw environment.source.typeError(
                    span,
                    FunctionResolver.count(occurrence.pattern().size()) + " bound, but the event is "
                            + String.join(
                                    " or ",
                                    named.stream().map(EventModel::signature).toList()),
                    "write _ for a value that does not matter");
        }
        if (meant.getFirst().anonymous()) {
            throw environment.source.unsupported(span, "an anonymous event", "use a call trigger");
        }
        return meant.getFirst();
    }

    private RuntimeException unknownEvent(String instance, String name, Span span) {
        boolean function = environment.model(instance).functions().stream()
                .anyMatch(f -> f.name().equals(name));
        List<String> events = environment.model(instance).events().stream()
                .map(EventModel::name)
                .toList();
        return environment.source.nameError(
                span,
                environment.describe(instance) + " has no event '" + name + "'",
                function
                        ? "a successful call is written ok(" + instance + "." + name + "(…))"
                        : Spelling.suggestion(name, events));
    }
}
