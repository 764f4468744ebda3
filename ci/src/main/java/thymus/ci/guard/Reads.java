package thymus.ci.guard;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import thymus.spec.SetupParameter;
import thymus.spec.Specification;
import thymus.spec.contract.FunctionModel;
import thymus.spec.text.Span;

/** What the guard reads of contracts, and what it is told of the deployment by its constructor. */
final class Reads {
    private final Specification specification;
    private final String guarded;
    private final SolidityEncoding encoding;
    private final SolidityNames names;
    /** The declarations by the contract's declared name. */
    private final Map<String, Set<String>> interfaces = new TreeMap<>();
    /** The immutable and its type by the name of an account or a parameter, in the order of use. */
    private final Map<String, String> immutables = new LinkedHashMap<>();

    private final Map<String, String> types = new LinkedHashMap<>();
    /** Functions that pick one of several results, by what they read. */
    private final Map<String, String> pickers = new LinkedHashMap<>();

    private final List<String> functions = new ArrayList<>();

    Reads(Specification specification, String guarded, Numbers numbers, SolidityNames names) {
        this.specification = specification;
        this.guarded = guarded;
        this.encoding = new SolidityEncoding(numbers);
        this.names = names;
    }

    /** The contracts whose views are read, as interfaces. */
    String interfaces() {
        StringBuilder out = new StringBuilder();
        interfaces.forEach((contract, declared) -> out.append("/// What the guard reads of ")
                .append(contract)
                .append(".\ninterface ")
                .append(interfaceOf(contract))
                .append(" {\n")
                .append(declared.stream().map(line -> "    " + line + "\n").collect(Collectors.joining()))
                .append("}\n\n"));
        return out.toString();
    }

    /** The immutables by the names of accounts and parameters. */
    Map<String, String> immutables() {
        return immutables;
    }

    String typeOf(String name) {
        return types.get(name);
    }

    List<String> functions() {
        return functions;
    }

    /** The address of an actor or a deployed contract. */
    Value account(String name) {
        if (name.equals(guarded)) {
            return Value.atom("address(this)", Sort.ADDRESS);
        }
        return Value.atom(immutable(name, "address"), Sort.ADDRESS);
    }

    Value parameter(String name) {
        SetupParameter parameter = specification.parameters().get(name);
        boolean negative = parameter.least().signum() < 0;
        String text = immutable(name, negative ? "int256" : "uint256");
        // The range is what the file says of it, and nobody holds the deployer to that.
        return Value.atom(text, negative ? Sort.SIGNED : Sort.UNSIGNED);
    }

    private String immutable(String name, String type) {
        types.put(name, type);
        return immutables.computeIfAbsent(name, n -> names.own("_guard", n));
    }

    /** One word of what a view returns. */
    Value view(String instance, FunctionModel function, List<Value> arguments, int word, Span span) {
        if (!Words.isFunction(function.name())) {
            throw new NotEnforceable(
                    span, "the name of " + instance + "." + function.name() + " is a word of Solidity");
        }
        String contract = specification.instances().get(instance);
        List<SolidityEncoding.Word> heads = SolidityEncoding.heads(function.outputs());
        List<String> given = encoding.arguments(function, arguments, span);
        interfaces
                .computeIfAbsent(contract, c -> new TreeSet<>())
                .add("function " + function.name() + "(" + SolidityEncoding.inputs(function)
                        + ") external view returns ("
                        + heads.stream().map(SolidityEncoding.Word::declared).collect(Collectors.joining(", ")) + ");");
        String target = interfaceOf(contract) + "(" + account(instance).text() + ")." + function.name();
        String call = heads.size() == 1
                ? target + "(" + String.join(", ", given) + ")"
                : picker(instance, function, heads, word, target) + "(" + String.join(", ", given) + ")";
        return heads.get(word).value(call);
    }

    private String picker(
            String instance, FunctionModel function, List<SolidityEncoding.Word> heads, int word, String target) {
        String key = instance + "." + function.signature() + "#" + word;
        return pickers.computeIfAbsent(key, k -> {
            String name = names.own("_guard", SolidityNames.capital(instance) + SolidityNames.capital(function.name()));
            List<String> inputs = new ArrayList<>();
            List<String> passed = new ArrayList<>();
            for (int i = 0; i < function.inputs().size(); i++) {
                inputs.add(function.inputs().get(i).type().canonicalName() + " x" + i);
                passed.add("x" + i);
            }
            String commas = ",".repeat(word) + (word == 0 ? "" : " ") + "value" + ",".repeat(heads.size() - 1 - word);
            functions.add("/// @dev Result " + (word + 1) + " of " + instance + "." + function.name() + ".\n"
                    + "function " + name + "(" + String.join(", ", inputs) + ") private view returns ("
                    + heads.get(word).declared() + " value) {\n    (" + commas + ") = " + target + "("
                    + String.join(", ", passed) + ");\n}\n");
            return name;
        });
    }

    private static String interfaceOf(String contract) {
        return "Guard" + SolidityNames.capital(contract) + "Views";
    }

    /** The greatest number of so many bits. */
    static BigInteger most(int bits) {
        return BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
    }
}
