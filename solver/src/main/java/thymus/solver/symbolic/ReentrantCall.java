package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A call that code of the system makes of a contract that is on the call stack already, with data that are not known:
 * a wallet or a multicall that calls itself, or a contract that another one calls back. Where it leads has no end, so
 * that it is read like an entry by unknown code, which has this sender and brings no ether: the caller has moved that.
 *
 * @param target whose code runs, on its own storage
 * @param sender {@code msg.sender}; empty for anybody, as in a call by DELEGATECALL, which keeps the caller's
 * @param value {@code msg.value} in wei; empty for any
 */
public record ReentrantCall(BigInteger target, Optional<BigInteger> sender, Optional<BigInteger> value) {}
