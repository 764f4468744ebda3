package thymus.corpus.traps;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What one shape has written. */
final class Draft {
    private final int number;
    final List<String> state = new ArrayList<>();
    final List<String> constructor = new ArrayList<>();
    /** Internal and view functions, events, errors. */
    final List<String> helpers = new ArrayList<>();

    final List<Function> functions = new ArrayList<>();
    /** Whole contracts beside the main one; each is named by {@link #name}. */
    final List<String> contracts = new ArrayList<>();

    /** Lines of the specification: declarations of contracts and flows. */
    final List<String> declarations = new ArrayList<>();

    final List<String> setup = new ArrayList<>();
    final List<Claim> claims = new ArrayList<>();
    final List<Weakness> weaknesses = new ArrayList<>();

    /** @param number tells the names of several drafts in one system apart */
    Draft(int number) {
        this.number = number;
    }

    String name(String plain) {
        return plain + number;
    }

    /** Setup calls the main contract like this. */
    void setUp(String call) {
        setup.add("c." + call + " from alice;");
    }

    /** A function whose every successful call reaches its end. */
    Function function(String name, String body, Parameter... parameters) {
        Function function = new Function(name, List.of(parameters), "", body, true);
        functions.add(function);
        return function;
    }

    /** A function that has several ends, or whose end may not be reached by its samples. */
    Function branching(String name, String body, Parameter... parameters) {
        Function function = new Function(name, List.of(parameters), "", body, false);
        functions.add(function);
        return function;
    }

    /** A function that returns a word, the only one in which something can be planted if {@link Function#HERE} is. */
    Function returning(String name, String body, Parameter... parameters) {
        boolean whole = body.contains(Function.HERE);
        Function function = new Function(name, List.of(parameters), "returns (uint256)", body, whole);
        functions.add(function);
        return function;
    }

    /** Another contract of {@link #contracts}, deployed beside the main one, which is told of it once. */
    void joined(String instance, String type) {
        state.add(type + " " + instance + ";");
        declarations.add("contract " + type + " = \"C.sol:" + type + "\";");
        setup.add(instance + " = new " + type + "() from alice;");
        setUp(name("join") + "(" + instance + ")");
        branching(
                name("join"),
                "require(address(" + instance + ") == address(0));\n" + instance + " = b;",
                new Parameter(type, "b", BigInteger.ONE));
    }

    void invariant(String name, String condition) {
        claims.add(Claim.invariant(name(name), condition));
    }

    void rule(String name, String trigger, String condition) {
        claims.add(Claim.rule(name(name), trigger, condition));
    }

    void limit(String name, String condition) {
        claims.add(Claim.limit(name(name), condition));
    }
}
