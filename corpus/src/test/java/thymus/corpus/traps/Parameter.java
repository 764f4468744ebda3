package thymus.corpus.traps;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/** @param sample a word that the function takes, in the state after setup */
record Parameter(String type, String name, BigInteger sample) {
    static Parameter of(String type, String name, long sample) {
        return new Parameter(type, name, BigInteger.valueOf(sample));
    }

    static String declared(List<Parameter> parameters) {
        return parameters.stream().map(p -> p.type() + " " + p.name()).collect(Collectors.joining(", "));
    }

    static String names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
    }
}
