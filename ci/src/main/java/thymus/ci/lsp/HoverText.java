package thymus.ci.lsp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import thymus.spec.SpecException;
import thymus.spec.check.LanguageWords;

/** What an editor shows of the word under the pointer: its type, its unit, and where it is stored. */
final class HoverText {
    private static final Map<String, String> FACTS = Map.of(
            "now", "integer, seconds since 1970: the time of this step, as block.timestamp",
            "actors", "all actors of the file",
            "ever", "a window: all steps since setup",
            "duration", "a length of time in seconds, from 0 on",
            "msg", "the step: msg.sender (address), msg.value (integer, wei), msg.sig (bytes4)",
            "block", "the block: block.timestamp (integer, seconds), block.number (integer)");

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("sum", "the sum of a flow over a window, or of all values of a mapping"),
            Map.entry("count", "how often a flow occurs in a window"),
            Map.entry("min", "the smaller of two numbers, or the least amount of a flow in a window"),
            Map.entry("max", "the larger of two numbers, the greatest amount of a flow in a window, or of a type"),
            Map.entry("avg", "the average amount of a flow over a window, exact"),
            Map.entry("variance", "the variance of a flow over a window, exact"),
            Map.entry("abs", "the number without its sign"),
            Map.entry("prev", "the value in the state before this step"),
            Map.entry("start", "the value after setup"),
            Map.entry("ago", "ago(W, e): the value W seconds ago"),
            Map.entry("once", "whether it was true in some settled state"),
            Map.entry("elapsed", "the seconds since it became true, or since the event or call"),
            Map.entry("balance", "the ether of an account: integer, wei"),
            Map.entry("can", "can(a, c.f(x)): whether the call from a would succeed now"),
            Map.entry("address", "an account by its number"),
            Map.entry("bytes", "the number that bytes spell"));

    private HoverText() {}

    static Optional<String> of(Document document, SourceWord word) {
        int index = document.outline().words().indexOf(word);
        if (Character.isDigit(word.text().charAt(0))) {
            return number(document, index);
        }
        if (!word.isName()) {
            return Optional.empty();
        }
        MemberPath path = MemberPath.endingAt(document.outline().words(), index);
        if (path.hasSelections()) {
            return selected(document, path).or(() -> typed(document, word));
        }
        Optional<Declared> declared = document.outline().declaration(word.text());
        return declared.map(d -> declared(document, d))
                .or(() -> Optional.ofNullable(FUNCTIONS.get(word.text()))
                        .filter(f -> LanguageWords.functions().contains(word.text()))
                        .map(f -> word.text() + "(…): " + f))
                .or(() -> Optional.ofNullable(FACTS.get(word.text())).map(f -> word.text() + ": " + f))
                .or(() -> typed(document, word));
    }

    private static String declared(Document document, Declared declared) {
        return switch (declared) {
            case Declared.Contract contract ->
                "contract " + contract.name() + ", compiled from " + contract.reference();
            case Declared.Instance instance ->
                "contract " + instance.contract() + ", deployed by setup as " + instance.name() + ": address"
                        + document.contracts()
                                .of(instance.name())
                                .flatMap(a -> a.compiler())
                                .map(c -> ", solc " + c)
                                .orElse("");
            case Declared.Actor actor -> "actor " + actor.name() + ": address, sends transactions";
            case Declared.Other other -> other.text();
        };
    }

    private static Optional<String> selected(Document document, MemberPath path) {
        String of = path.root();
        return document.contracts()
                .of(of)
                .map(a -> ResolvedMember.of(a, path))
                .filter(s -> !s.members().isEmpty())
                .map(s -> s.members().stream().map(m -> described(of, m)).collect(Collectors.joining("\n")))
                .or(() -> of.equals("msg") || of.equals("block") ? Optional.of(FACTS.get(of)) : Optional.empty());
    }

    private static String described(String contract, Member member) {
        String what = switch (member.kind()) {
            case VARIABLE -> member.detail() + " " + member.name() + ", a variable";
            case VIEW, FUNCTION, EVENT -> member.detail();
        };
        return what + " of " + contract + member.place().map(p -> ": " + p).orElse("");
    }

    /** The type that the checker found. */
    private static Optional<String> typed(Document document, SourceWord word) {
        return document.bound(word)
                .map(v -> v.abi().map(t -> t.canonicalName()).orElse(v.type().toString()))
                .or(() -> document.expression(word).map(e -> e.type().toString()))
                .map(type -> word.text() + ": " + type);
    }

    /** What a number with its unit comes to. */
    private static Optional<String> number(Document document, int index) {
        List<SourceWord> words = document.outline().words();
        String text = words.get(index).text();
        boolean hasUnit = index + 1 < words.size() && words.get(index + 1).isName();
        String unit = hasUnit ? words.get(index + 1).text() : "";
        try {
            return LiteralValue.of(text, unit).map(v -> text + (unit.isEmpty() ? "" : " " + unit) + " = " + v);
        } catch (SpecException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
