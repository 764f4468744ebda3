package thymus.system.execution;

import java.util.Optional;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.TransactionScope;

/**
 * A moment in the middle of a step, to which the world can go back after the step.
 *
 * @param position the world's snapshot
 * @param rest of the transaction at that moment, with its transient storage
 * @param payment what the call that begins here has moved before its code runs
 */
record InnerMoment(int position, TransactionScope.Rest rest, Optional<Payment> payment) {
    /** @param wei more than none */
    record Payment(Address from, Address to, Word wei) {}
}
