package thymus.corpus.traps;

import java.util.List;

/**
 * A condition that can be met, by who knows the samples of its parameters.
 *
 * @param kind for tables
 * @param state declarations that it needs
 * @param helpers internal functions
 * @param functions external ones: a guard may have to be opened first
 * @param condition an expression over the parameters, {@code before} and the state
 * @param prior calls that open it
 * @param easy whether a fuzzer should meet it
 */
record Guard(
        String kind,
        List<Parameter> parameters,
        List<String> state,
        List<String> helpers,
        List<Function> functions,
        String condition,
        List<Call> prior,
        boolean easy) {
    Guard {
        parameters = List.copyOf(parameters);
        state = List.copyOf(state);
        helpers = List.copyOf(helpers);
        functions = List.copyOf(functions);
        prior = List.copyOf(prior);
    }

    static Guard of(String kind, String condition, List<Parameter> parameters) {
        return new Guard(kind, parameters, List.of(), List.of(), List.of(), condition, List.of(), false);
    }
}
