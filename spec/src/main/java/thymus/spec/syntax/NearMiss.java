package thymus.spec.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** What is meant where a construct is nearly right: updates of ghosts, and what contracts never do. */
final class NearMiss {
    private static final String NEVER = "say it in a rule without a trigger: `rule n: never panics(0x11) in vault;`, "
            + "`never panics;` or `never asserts;`";
    private static final String UPDATE = "an update is one assignment behind a colon: `on c.E(a): x = x + a;`";

    private static final String ISOLATE = "an isolation has two parts: `isolate n: offender a when vault.frozen(a); "
            + "others keep {vault.withdraw} modulo {vault.frozen[a]};`";

    private static final String ACTION =
            "an action lists its calls: `action supply weight 3 { vault.deposit(1 .. 100); }`";
    private static final String CALLER = "who calls stands behind the call: `vault.deposit(5) from alice;`";
    private static final String TRY = "a try lists its calls: `try { vault.deposit(5) from alice; }`";

    private static final Set<String> KEPT_BACK = Set.of("last", "no", "squared", "forall", "true", "false");

    /** From the beginning of the declaration on. */
    private final List<String> before;
    /** The word that the part before the last semicolon begins with. */
    private final String beginning;

    private final String token;
    private final String next;

    NearMiss(List<Token> before, Token token, Optional<Token> next) {
        List<String> words = new ArrayList<>();
        String latest = "";
        for (Token earlier : before) {
            words.add(earlier.getText());
            if (earlier.getText().equals(";")) {
                int begin = 0;
                while (begin < words.size() - 1 && words.get(begin).equals("}")) {
                    begin++; // of the block before
                }
                latest = words.isEmpty() ? "" : words.get(begin);
                words.clear();
            }
        }
        while (words.contains("}")) {
            words.removeFirst();
        }
        this.before = words;
        this.beginning = latest;
        this.token = token.getText();
        this.next = next.map(Token::getText).orElse("");
    }

    private String previous() {
        return before.isEmpty() ? "" : before.getLast();
    }

    Optional<String> advice() {
        String first = before.isEmpty() ? "" : before.getFirst();
        return switch (first) {
            case "on" -> update();
            case "ghost" -> ghost();
            case "flow" -> movement();
            case "rule", "invariant", "limit", "lemma" ->
                movementOfRule().or(this::blocks).or(() -> never(first)).or(this::same);
            case "isolate", "others", "modulo" -> Optional.of(ISOLATE);
            case "parameter" -> Optional.of("a parameter has a range, and no type: `parameter cap in 1 .. 1e24;`");
            case "setup" ->
                previous().equals("parameter")
                        ? Optional.of("a parameter stands outside of setup: `parameter cap in 1 .. 1e24;`")
                        : Optional.empty();
            case "action" -> Optional.of(token.equals("calls") ? CALLER : ACTION);
            case "try" -> Optional.of(token.equals("calls") ? CALLER : TRY);
            case "after" -> Optional.of("time passes so: `time advances 1 days;`");
            case "" -> beginning.equals("isolate") ? Optional.of(ISOLATE) : declaration();
            default -> Optional.empty();
        };
    }

    private Optional<String> same() {
        int word = before.lastIndexOf("same");
        return word >= 0 && word >= before.size() - 2
                ? Optional.of("a step is compared with one without a contract: `same as without breaker`")
                : Optional.empty();
    }

    private Optional<String> blocks() {
        return token.equals("blocks") || token.equals("block")
                ? Optional.of("a window in blocks has a constant number of them: `last 10 blocks`")
                : Optional.empty();
    }

    private static boolean isDirection(String word) {
        return word.equals("from") || word.equals("to");
    }

    private Optional<String> movement() {
        if (isDirection(token)) {
            return Optional.of(
                    "one side stands here, the other in where: `ether from vault where to == alice => value`");
        }
        if (token.equals("of") || token.equals("in") || token.equals("out")) {
            return Optional.of("what moves goes from or to an account: `ether from vault => value`");
        }
        boolean moves = before.stream().anyMatch(NearMiss::isDirection) && !before.contains("=>");
        return moves && token.equals(";") ? Optional.of("say what it carries: `=> value`") : Optional.empty();
    }

    private Optional<String> movementOfRule() {
        return isDirection(token)
                        && before.size() > 1
                        && before.get(before.size() - 2).equals("on")
                ? Optional.of("what moves is a flow: `flow paid = ether from vault => value;`, and `limit n: "
                        + "sum(paid, last 1 days) <= …;`")
                : Optional.empty();
    }

    private Optional<String> update() {
        return switch (token) {
            case "==" -> Optional.of("a ghost gets its value with one =: `on c.E(a): x = x + a;`");
            case "(" ->
                previous().equals("if")
                        ? Optional.of("a condition stands before the colon: `on c.E(a) where a > 3: x = a;`")
                        : Optional.empty();
            case "{" -> Optional.of(UPDATE + "; several have one `on` each");
            case "," -> Optional.of("each update has an `on` of its own");
            case "." ->
                before.contains(":") ? Optional.of("only ghosts change here: `ghost x = 0;`") : Optional.empty();
            case "+", "-" -> before.contains(":") ? Optional.of("write x += 1 or x -= 1") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<String> ghost() {
        if (previous().equals("mapping")) {
            return Optional.of("a ghost is one value; what is kept apart by account is a flow: "
                    + "`flow out = c.E(user, a) => a by user;`, and sum(out by u, ever)");
        }
        if (KEPT_BACK.contains(token) && before.size() == 1) {
            return Optional.of("'" + token + "' has a meaning of its own: choose another name");
        }
        return token.equals(":")
                ? Optional.of("a ghost is a variable: `ghost x = 0;`; what holds of it is a property of its own")
                : Optional.empty();
    }

    private Optional<String> never(String first) {
        int word = before.indexOf("never");
        boolean isRule = first.equals("rule") && word == 3;
        if (isRule && previous().equals("never")) {
            return Optional.of("a contract never panics or never asserts: `never panics(0x11) in vault`; "
                    + "of one function say `on reverted(vault.f) with …: false`");
        }
        if (isRule && token.equals("(") && previous().equals("asserts")) {
            return Optional.of("an assertion that fails has no other code than 0x01: leave it out");
        }
        if (isRule && token.equals("{")) {
            return Optional.of("contracts stand without braces: `in vault, token`");
        }
        if (isRule && token.equals(".")) {
            return Optional.of("it speaks of whole contracts; of one function say "
                    + "`on reverted(vault.f) with Panic(0x11): false`");
        }
        boolean isNever = word >= 0 || before.contains("panics") || before.contains("asserts");
        return isNever && (token.equals("panics") || token.equals("asserts") || token.equals("in"))
                ? Optional.of(NEVER)
                : Optional.empty();
    }

    private Optional<String> declaration() {
        if (token.equals("never")) {
            return Optional.of(NEVER);
        }
        if (token.equals("weight")) {
            return Optional.of("the weight stands before the brace: `action supply weight 3 { vault.deposit(5); }`");
        }
        return next.equals("=") || next.equals("+=") || next.equals("-=")
                ? Optional.of("an update of a ghost says when: `on c.E(a): " + token
                        + " = …;`; what is deployed stands in setup")
                : Optional.empty();
    }
}
