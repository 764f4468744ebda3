package thymus.spec.check;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.EventModel;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;

/** {@code c.f(…)} and {@code c.E(…)} in a trigger: which contract, and which event. */
final class OccurrenceChecker {
    /** What a call is seen as. */
    private static final List<String> CALLS = List.of("ok", "reverted", "attempted", "call");

    private final Declarations environment;

    OccurrenceChecker(Declarations environment) {
        this.environment = environment;
    }

    static boolean hasPatterns(InvParser.OccurrenceContext occurrence) {
        return occurrence.getText().endsWith(")");
    }

    /** @param example what to write where the contract is missing */
    String instance(InvParser.OccurrenceContext context, String example) {
        if (context.wildcard != null) {
            throw environment.source.unsupported(
                    environment.source.span(context.wildcard), "'*'", "write one property per function");
        }
        return instanceOf(context, example);
    }

    /** As {@link #instance}, where the name may be the begin of several. */
    String instanceOf(InvParser.OccurrenceContext context, String example) {
        Span span = environment.source.span(context);
        if (context.getText().startsWith(context.member().getText() + "@")
                || (context.getText().startsWith(context.member().getText())
                        && context.name().isEmpty())) {
            boolean isContract =
                    environment.instances.containsKey(context.member().getText());
            throw environment.source.nameError(
                    span,
                    isContract ? "a contract is nothing that happens" : "the contract is missing",
                    isContract
                            ? "write an event of it, as in " + context.member().getText() + ".Paid, or ok("
                                    + context.member().getText() + ".f) for a call"
                            : context.getText().equals("ether")
                                    ? "ether moves from or to a contract: ether from vault => value"
                                    : Spelling.nearest(context.member().getText(), CALLS)
                                            .map(near -> "a call is written " + near + "(c.f(…))")
                                            .orElse("write " + example));
        }
        InvParser.NameContext name = context.name(0);
        if (!environment.instances.containsKey(name.getText())) {
            throw environment.source.nameError(
                    environment.source.span(name),
                    "unknown contract instance '" + name.getText() + "'",
                    Spelling.suggestion(name.getText(), environment.instances.keySet()));
        }
        if (context.name().size() > 1) {
            new ChainChecker(environment).require(context.name(1), Set.of(name.getText()), name.getText(), span);
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
        EventModel meant = meant(
                occurrence,
                named,
                e -> e.fields().stream().map(EventModel.Field::type).toList(),
                new Wording(
                        span,
                        "event",
                        String.join(
                                " or ",
                                named.stream().map(EventModel::signature).toList()),
                        named.getFirst().signature(),
                        "value"));
        if (meant.anonymous()) {
            throw environment.source.unsupported(span, "an anonymous event", "use a call trigger");
        }
        return meant;
    }

    /**
     * How the message calls things.
     *
     * @param thing "function" or "event"
     * @param known the signatures of all of that name
     * @param example the signature of one of them
     * @param part what a name is bound to
     */
    record Wording(Span span, String thing, String known, String example, String part) {}

    /** The only one of those overloads that the patterns fit. */
    <T> T meant(
            InvParser.OccurrenceContext occurrence,
            List<T> overloads,
            Function<T, List<AbiType>> types,
            Wording wording) {
        List<InvParser.PatternContext> patterns = occurrence.pattern();
        PatternTypes.requireTypes(patterns, environment.source);
        List<T> counted = overloads.stream()
                .filter(o -> !hasPatterns(occurrence)
                        || PatternTypes.fitsCount(patterns, types.apply(o).size()))
                .toList();
        List<T> meant = counted.stream()
                .filter(o -> PatternTypes.fits(patterns, types.apply(o)))
                .toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        if (counted.isEmpty()) {
            throw environment.source.typeError(
                    wording.span,
                    FunctionResolver.count(PatternTypes.closed(patterns).size()) + " bound, but the " + wording.thing
                            + " is " + wording.known,
                    "write _ for " + (wording.part.equals("argument") ? "an argument" : "a value")
                            + " that does not matter, or … for all further ones");
        }
        throw environment.source.typeError(
                wording.span,
                meant.isEmpty()
                        ? "the types are not those of the " + wording.thing + ", which is " + wording.known
                        : "the " + wording.thing + " is overloaded: " + wording.known,
                "give the types, with a name where you want one: " + wording.example);
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
