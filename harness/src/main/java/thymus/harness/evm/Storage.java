package thymus.harness.evm;

import thymus.harness.word.Word;
import thymus.harness.world.World;

/** SLOAD, SSTORE and their transient kin. */
final class Storage {
    private static final long SET = 20000;
    private static final long RESET = 2900;
    private static final long CLEAR_REFUND = 4800;

    private Storage() {}

    static void sload(Frame frame, Evm evm) {
        Word key = frame.pop();
        frame.charge(evm.world().warmSlot(frame.self, key) ? Gas.WARM : Gas.COLD_SLOT);
        Word value = evm.world().load(frame.self, key);
        evm.tracer().onSload(frame.self.address(), key, value);
        frame.push(value);
    }

    static void sstore(Frame frame, Evm evm) {
        frame.requireMutable();
        if (frame.gas <= Gas.STIPEND) {
            throw Halt.OUT_OF_GAS.exception;
        }
        World world = evm.world();
        Word key = frame.pop();
        Word value = frame.pop();
        long cost = world.warmSlot(frame.self, key) ? 0 : Gas.COLD_SLOT;
        Word current = world.load(frame.self, key);
        Word original = world.originalStorage(frame.self, key);
        boolean unchanged = current.isEqual(value);
        boolean clean = current.isEqual(original);
        frame.charge(cost + (unchanged || !clean ? Gas.WARM : original.isZero() ? SET : RESET));
        if (!unchanged) {
            world.transaction().addRefund(refund(original, current, value));
            world.setStorage(frame.self, key, value);
        }
        evm.tracer().onSstore(frame.self.address(), key, current, value);
    }

    /** EIP-3529 with the cases of EIP-2200; {@code value} differs from {@code current}. */
    private static long refund(Word original, Word current, Word value) {
        long refund = 0;
        if (!original.isZero()) {
            if (current.isZero()) {
                refund -= CLEAR_REFUND;
            }
            if (value.isZero()) {
                refund += CLEAR_REFUND;
            }
        }
        if (!current.isEqual(original) && value.isEqual(original)) {
            refund += (original.isZero() ? SET : RESET) - Gas.WARM;
        }
        return refund;
    }

    static void tload(Frame frame, Evm evm) {
        frame.push(evm.world().transaction().transientStorage(frame.self.address(), frame.pop()));
    }

    static void tstore(Frame frame, Evm evm) {
        frame.requireMutable();
        Word key = frame.pop();
        evm.world().transaction().setTransientStorage(frame.self.address(), key, frame.pop());
    }
}
