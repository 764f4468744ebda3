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
    /** A comment in a body, for a guard that has to stand inside. */
    static final String HERE = "/*here*/";

    Function {
        parameters = List.copyOf(parameters);
    }

    String source() {
        return "function " + name + "(" + Parameter.declared(parameters) + ") external " + attributes
                + (attributes.isEmpty() ? "" : " ") + "{\n" + body.indent(8) + "    }";
    }

    /** Statements stand where {@link #HERE} does, or else at the end. */
    Function with(List<Parameter> more, String statements) {
        List<Parameter> all = new ArrayList<>(parameters);
        all.addAll(more);
        String changed = body.contains(HERE) ? body.replace(HERE, statements) : body + "\n" + statements;
        return new Function(name, all, attributes, changed, false);
    }

    Call call() {
        return Call.of(name, parameters.stream().map(Parameter::sample).toArray(BigInteger[]::new));
    }
}
