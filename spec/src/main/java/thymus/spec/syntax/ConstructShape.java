package thymus.spec.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** How a construct is written, for whoever writes it for the first time: the advice where nothing closer is known. */
final class ConstructShape {
    private static final String BENIGN = "what is benign stands in braces, each with a semicolon: `benign { "
            + "call vault.withdraw(amount) where amount <= 100; time advances 1 minutes .. 1 days; "
            + "sum(out, last 1 days) <= 500; }`";

    private static final Map<String, String> SHAPES = Map.ofEntries(
            Map.entry(
                    "respond",
                    "a deadline has a cause, a time and what has to come: `respond n: when vault.paused(), "
                            + "within 2 hours: !vault.paused();`, and before the semicolon `by guardian with "
                            + "vault.unpause()` where somebody has to act"),
            Map.entry(
                    "envelope",
                    "an envelope names the functions that set a value, and what bounds it: `envelope n: "
                            + "on vault.set*(…), vault.raise(…): vault.fee <= 500;`"),
            Map.entry("benign", BENIGN),
            Map.entry(
                    "within",
                    "what holds whenever control leaves a function has a name, and says during which: "
                            + "`within n: during vault.withdraw: vault.total() <= 500;`"),
            Map.entry("never_trips", "the condition is what shall not come: `never_trips n: vault.tripped();`"),
            Map.entry("callee", "a callee is a deployed contract with one behaviour: `callee token behaves erc20;`"),
            Map.entry(
                    "maximize",
                    "what bounds it is a declaration of its own: `maximize n: sum(out, ever); claim n <= 5;`"),
            Map.entry("define", "a definition has an equals sign: `define MAX = 5;` or `define twice(x) = 2 * x;`"),
            Map.entry("import", "a file is imported by its path: `import \"lib/common.inv\";`"));

    private static final Set<String> BLOCKS = Set.of("setup", "adversary", "benign");

    private ConstructShape() {}

    /** @param before the tokens in front of the one that does not fit, from the beginning of the file on */
    static Optional<String> of(List<Token> before) {
        List<String> construct = construct(before);
        String first = construct.isEmpty() ? "" : construct.getFirst();
        return switch (first) {
            case "rule" -> trigger(construct);
            case "lemma", "invariant" ->
                construct.size() > 3 && construct.get(3).equals("on")
                        ? Optional.of("what holds after a call or an event is a rule: "
                                + "`rule n: on ok(vault.withdraw(amount)): …;`")
                        : quantifier(construct);
            case "flow" ->
                construct.contains("=>")
                        ? Optional.empty()
                        : Optional.of("a flow has a source, a condition behind where, and what it carries behind =>: "
                                + "`flow out = vault.Withdrawn(user, amount) where amount > 0 => amount by user;`, or "
                                + "`flow paid = ether from vault => value;`");
            default -> Optional.ofNullable(SHAPES.get(first)).or(() -> quantifier(construct));
        };
    }

    static boolean isFlowWithoutAmount(List<Token> before) {
        List<String> construct = construct(before);
        return !construct.isEmpty() && construct.getFirst().equals("flow") && !construct.contains("=>");
    }

    static boolean isOffender(List<Token> before) {
        List<String> construct = construct(before);
        return construct.contains("offender") && !construct.contains("when");
    }

    private static Optional<String> trigger(List<String> construct) {
        long colons = construct.stream().filter(":"::equals).count();
        boolean isTriggered = construct.size() > 3 && construct.get(3).equals("on");
        boolean isCall = construct.size() > 3
                && List.of("ok", "reverted", "attempted", "call").contains(construct.get(3));
        if (isTriggered && construct.contains("call")) {
            return Optional.of("a call within a step stands in parentheses: "
                    + "`rule n: on call(vault.withdraw(amount)): amount > 5;`");
        }
        return (isTriggered && colons == 1) || isCall
                ? Optional.of("a rule has a trigger, and a condition behind where: "
                        + "`rule n: on ok(vault.withdraw(amount)) where amount > 5: …;`")
                : quantifier(construct);
    }

    private static Optional<String> quantifier(List<String> construct) {
        int word = construct.lastIndexOf("forall");
        return word >= 0 && word >= construct.size() - 3
                ? Optional.of("a type, a name and a colon follow: `forall address u: …`")
                : Optional.empty();
    }

    /** The words of the construct, those of the block around it where the token stands in one. */
    private static List<String> construct(List<Token> before) {
        List<String> words = new ArrayList<>();
        int depth = 0;
        for (Token token : before) {
            String text = token.getText();
            depth += switch (text) {
                case "{" -> 1;
                case "}" -> -1;
                default -> 0;
            };
            boolean isBlock = text.equals("}") && !words.isEmpty() && BLOCKS.contains(words.getFirst());
            if (depth <= 0 && (isBlock || text.equals(";"))) {
                words.clear();
                depth = 0;
            } else {
                words.add(text);
            }
        }
        return words;
    }
}
