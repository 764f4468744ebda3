package thymus.spec.check;

import java.util.List;
import java.util.Optional;
import thymus.spec.contract.AbiType;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;

/**
 * A name for an expression, with parameters or without.
 *
 * @param parameters in order; empty for a constant
 * @param size of the body, in characters
 */
record Definition(String name, List<Parameter> parameters, InvParser.ExpressionContext body, int size, Span span) {
    Definition {
        parameters = List.copyOf(parameters);
    }

    /** @param type empty: whatever is given */
    record Parameter(InvParser.NameContext name, Optional<AbiType> type) {}

    /** Whether all types are known where it stands, so that it can be checked there. */
    boolean isTyped() {
        return parameters.stream().allMatch(p -> p.type().isPresent());
    }
}
