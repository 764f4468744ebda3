package thymus.ci.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import thymus.spec.contract.AbiType;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/** A place where the guarded contract reports something: a call of one of its functions, or an event that it emits. */
final class Hook {
    private final String name;
    private final String signature;
    private final SolidityNames names = new SolidityNames();
    /** The parameters by the word of the arguments, or by the field. */
    private final Map<Integer, Parameter> parameters = new TreeMap<>();

    private final Snapshot snapshot = new Snapshot();
    private final List<String> records = new ArrayList<>();
    private final List<String> checks = new ArrayList<>();

    private record Parameter(String name, AbiType type) {}

    /** @param signature of the function or event, for a reader */
    Hook(String name, String signature) {
        this.name = name;
        this.signature = signature;
    }

    String name() {
        return name;
    }

    String signature() {
        return signature;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** Statements that note what a flow carries. */
    List<String> records() {
        return records;
    }

    /** Statements that judge the step. */
    List<String> checks() {
        return checks;
    }

    /** The values of the names that a pattern binds. */
    Map<Variable, Value> bind(List<Trigger.Binding> bindings) {
        Map<Variable, Value> values = new LinkedHashMap<>();
        for (Trigger.Binding binding : bindings) {
            AbiType type = binding.variable().abi().orElseThrow();
            if (!type.isWord()) {
                continue; // a text, which no expression of the guard can read
            }
            Parameter parameter = parameters.computeIfAbsent(
                    binding.word(),
                    word -> new Parameter(names.parameter(binding.variable().name()), type));
            values.put(binding.variable(), SolidityEncoding.value(parameter.name(), type));
        }
        return values;
    }

    /** The parameters that a text uses, as they are declared. */
    List<String> declared(String text) {
        return used(text)
                .map(p -> SolidityEncoding.declared(p.type()) + " " + p.name())
                .toList();
    }

    /** The parameters that a text uses, by name. */
    List<String> passed(String text) {
        return used(text).map(Parameter::name).toList();
    }

    private Stream<Parameter> used(String text) {
        return parameters.values().stream()
                .filter(p -> Pattern.compile("(?<![\\w$.])" + Pattern.quote(p.name()) + "(?![\\w$])")
                        .matcher(text)
                        .find());
    }

    /** All that is done at the end of the call, or beside the event. */
    String statements() {
        return String.join("", records) + String.join("", checks);
    }
}
