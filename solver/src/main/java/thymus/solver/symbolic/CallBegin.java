package thymus.solver.symbolic;

import thymus.contracts.abi.Selector;
import thymus.solver.term.IntTerm;

/**
 * What selects the function of a call.
 *
 * @param begin the first four bytes of its input, with zeros behind
 * @param size of its input, in bytes
 */
public record CallBegin(IntTerm begin, IntTerm size) {
    static CallBegin of(CallData input, Path path) {
        return new CallBegin(
                path.simplifier.simplify(
                        input.slice(0, Selector.SIZE, path.simplifier).word(0, path.ops(), path.terms)),
                path.simplifier.simplify(input.size()));
    }
}
