package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thymus.evm.interpreter.Exit;
import thymus.evm.interpreter.Gas;
import thymus.evm.interpreter.Opcode;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;

/**
 * No less gas than a path takes: every slot and account is cold at its first mention, every write makes a slot from
 * zero, and nothing is refunded. Whether a call succeeds within its gas follows from it, where it is small enough.
 * Mutable, copied where a path forks.
 *
 * <p>Costs are those of the Yellow Paper with EIP-150, EIP-2929 and EIP-1153.
 */
final class GasBound {
    /** The cost of ether to an account that did not exist (Yellow Paper, G_callvalue and G_newaccount). */
    private static final long PAYMENT = 9_000 + 25_000;

    /** A transaction's own cost, and for a byte of its input the most that it can be (EIP-2028, EIP-7623). */
    private static final long TRANSACTION = 21_000;

    private static final long INPUT_BYTE = 40;
    /** A write needs so much more than it takes (EIP-2200). */
    private static final long SENTRY = 2_300;

    private final Set<String> warm = new HashSet<>();
    private long limit;
    private long used;
    /** Whether a call took all that it was given. */
    private boolean spent;

    private int deepest;
    /** Whether a call was made, which may run out of gas though its caller does not. */
    private boolean called;

    private GasBound(long limit) {
        this.limit = limit;
    }

    /**
     * The cost of a transaction.
     *
     * @param gas its limit
     * @param input in bytes
     */
    static GasBound of(long gas, long input) {
        return new GasBound(gas - TRANSACTION - INPUT_BYTE * input - SENTRY);
    }

    GasBound copy() {
        GasBound copy = new GasBound(limit);
        copy.spent = spent;
        copy.warm.addAll(warm);
        copy.used = used;
        copy.deepest = deepest;
        copy.called = called;
        return copy;
    }

    /** Before the instruction takes its operands. */
    void charge(Path path, Opcode opcode) {
        Frame frame = path.frame();
        deepest = Math.max(deepest, path.frames.size());
        called |= opcode.exit() == Exit.CALL;
        used += opcode.staticGas() + opcode.mostGas() + payment(frame, opcode) - again(frame, opcode);
        if (opcode.gasPerWord() > 0) {
            used += opcode.gasPerWord() * words(path, opcode.lengthOperand());
        }
    }

    private static long payment(Frame frame, Opcode opcode) {
        boolean pays = opcode == Opcode.CALL
                && Terms.constantOf(frame.stack.get(frame.stack.size() - 3))
                        .filter(value -> value.signum() == 0)
                        .isEmpty();
        return pays ? PAYMENT : 0;
    }

    /** What it costs less because the slot was mentioned before. */
    private long again(Frame frame, Opcode opcode) {
        boolean mentions = opcode == Opcode.SLOAD || opcode == Opcode.SSTORE;
        return !mentions
                        || warm.add(frame.contract + "/" + frame.stack.getLast().id())
                ? 0
                : Gas.COLD_SLOT - Gas.WARM;
    }

    /** The size that stands so deep in the stack, in words. */
    private long words(Path path, int depth) {
        List<IntTerm> stack = path.frame().stack;
        return words(path, stack.get(stack.size() - 1 - depth));
    }

    /** At most; where no size is known that gas pays for, all of it may be gone. */
    private long words(Path path, IntTerm size) {
        Optional<BigInteger> most = path.simplifier.facts().range(size).high();
        if (most.isEmpty() || most.get().bitLength() > 31) {
            spend();
            return 0;
        }
        return (most.get().longValue() + 31) / 32;
    }

    /** An exceptional halt takes all that the call was given: 63 of 64 parts of what was left. */
    void spend() {
        spent = true;
    }

    /** Rounds of a loop that are not followed one by one take what they like. */
    void spendInRounds(boolean call) {
        spent = true;
        called |= call;
    }

    /** Whether a call was made. */
    boolean hasCalled() {
        return called;
    }

    /** A call may have taken all that it was given. Its caller keeps one of 64 parts of what was left (EIP-150). */
    void burn() {
        limit = used + Math.max(0, limit - used) / 64;
    }

    /** A call took what it was given, which is so much. */
    void spend(long gas) {
        used += gas;
    }

    /** What a frame that is undone has warmed is cold again (EIP-2929). */
    void cool() {
        warm.clear();
    }

    /** The frame ends: its memory will not grow any more. */
    void leave(Frame frame) {
        if (frame.memory.size().isEmpty()) {
            spend();
            return;
        }
        long words = (frame.memory.size().getAsInt() + 31L) / 32;
        used += 3 * words + words * words / 512;
    }

    /** The identity precompile. */
    void copyByPrecompile(Path path, IntTerm size) {
        used += 15 + Gas.WORD_COPIED * words(path, size);
    }

    /** At the end of the path. */
    PathOutcome.Gas verdict() {
        return fits() ? PathOutcome.Gas.ENOUGH : called ? PathOutcome.Gas.PERHAPS_ELSEWHERE : PathOutcome.Gas.PERHAPS;
    }

    /**
     * Whether the gas is enough for certain, though a call passes on no more than 63 of 64 parts of what is left
     * (EIP-150).
     */
    private boolean fits() {
        BigInteger available = BigInteger.valueOf(limit);
        for (int i = 1; i < deepest; i++) {
            available = available.multiply(BigInteger.valueOf(63)).shiftRight(6);
        }
        return !spent && BigInteger.valueOf(used).compareTo(available) <= 0;
    }
}
