package thymus.system.execution;

import java.math.BigInteger;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;

/**
 * Gives missing ether to senders that the specification does not name. The total stays below 2^127 wei, so that no
 * balance reaches 2^128, which is far above the existing supply.
 */
final class Gifts {
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(127);

    private final World world;
    private BigInteger given = BigInteger.ZERO;

    Gifts(World world) {
        this.world = world;
    }

    /**
     * Raises the account's balance to the needed amount, unless the total would exceed the limit. The account then
     * cannot pay.
     */
    void give(Address account, BigInteger needed) {
        BigInteger balance = world.balance(account).toBigInteger();
        if (balance.compareTo(needed) >= 0) {
            return;
        }
        BigInteger then = needed.max(DeployedSystem.ALLOWANCE);
        BigInteger all = given.add(then).subtract(balance);
        if (all.compareTo(MOST) < 0) {
            world.journal(new Change());
            given = all;
            world.setBalance(account, Word.of(then));
        }
    }

    /** The journal entry of a gift. Each run swaps the current total with the saved one. */
    private final class Change implements Runnable {
        private BigInteger other = given;

        @Override
        public void run() {
            BigInteger now = given;
            given = other;
            other = now;
        }
    }
}
