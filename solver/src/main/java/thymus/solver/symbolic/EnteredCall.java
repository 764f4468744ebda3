package thymus.solver.symbolic;

import java.util.Optional;
import thymus.solver.term.IntTerm;

/**
 * A call of known code within a step.
 *
 * @param account on whose storage it runs
 * @param function the first bytes of its input
 * @param caller {@code msg.sender} in it
 * @param value {@code msg.value} in it
 * @param isStatic whether it can change nothing
 * @param before the state in which it began, before it moved ether
 * @param end empty while it runs
 */
public record EnteredCall(
        IntTerm account,
        CallBegin function,
        IntTerm caller,
        IntTerm value,
        CallData input,
        boolean isStatic,
        Moment before,
        Optional<End> end) {
    /** @param output what it returns */
    public record End(Moment after, CallData output) {}

    EnteredCall ended(Moment after, CallData output) {
        return new EnteredCall(
                account, function, caller, value, input, isStatic, before, Optional.of(new End(after, output)));
    }
}
