package thymus.system.execution;

import java.math.BigInteger;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;

/**
 * Ether for senders that the specification does not name: they get what they lack. All of it together stays below 2^127 wei,
 * so that no balance comes to 2^128, which is far more than there is.
 */
final class Gifts {
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(127);

    private final World world;
    private BigInteger given = BigInteger.ZERO;

    Gifts(World world) {
        this.world = world;
    }

    /** Gives the account what it needs, unless that is too much: then it cannot pay. */
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

    /** Made before the change; each run exchanges what is given and what is kept here. */
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
