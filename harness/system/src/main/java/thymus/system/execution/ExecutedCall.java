package thymus.system.execution;

import java.util.Optional;
import thymus.contracts.abi.Selector;
import thymus.evm.primitive.Address;

/**
 * A call that ran in a step, the step's own among them, and was not undone.
 *
 * @param account on whose storage it ran
 * @param code the account whose code ran; another one in a delegated call
 * @param selector the first four bytes of its input; empty where it has fewer
 * @param depth 0 for the outermost
 * @param isStatic whether it could change nothing
 */
record ExecutedCall(Address account, Address code, Optional<Selector> selector, int depth, boolean isStatic) {}
