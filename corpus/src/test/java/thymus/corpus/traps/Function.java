package thymus.corpus.traps;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * An external function that changes something.
 *
 * @param attributes such as {@code payable}; empty for none
 * @param whole whether every successful call reaches the end of the body, so that a guard can stand there
 */
record Function(String name, List<Parameter> parameters, String attributes, String body, boolean whole) {
    Function {
        parameters = List.copyOf(parameters);
    }

    String source() {
        return "function " + name + "(" + Parameter.declared(parameters) + ") external " + attributes
                + (attributes.isEmpty() ? "" : " ") + "{\n" + body.indent(8) + "    }";
    }

    Function with(List<Parameter> more, String statements) {
        List<Parameter> all = new ArrayList<>(parameters);
        all.addAll(more);
        return new Function(name, all, attributes, body + "\n" + statements, false);
    }

    Call call() {
        return Call.of(name, parameters.stream().map(Parameter::sample).toArray(BigInteger[]::new));
    }
}
