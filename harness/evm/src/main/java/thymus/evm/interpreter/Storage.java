package thymus.evm.interpreter;

import thymus.evm.primitive.Word;
import thymus.evm.state.Slot;
import thymus.evm.state.World;

/** SLOAD, SSTORE, TLOAD and TSTORE. */
public final class Storage {
    private static final long RESET = 2900;
    private static final long CLEAR_REFUND = 4800;

    private Storage() {}

    /** SLOAD. */
    public static Word sload(Word key, Frame frame, Evm evm) {
        World world = evm.world();
        Slot slot = world.slot(frame.self, key);
        frame.charge(world.warm(slot) ? Gas.WARM : Gas.COLD_SLOT);
        Word value = slot.value();
        evm.tracer().onSload(frame.self.address(), key, value);
        return value;
    }

    /** SSTORE. */
    public static void sstore(Word key, Word value, Frame frame, Evm evm) {
        frame.requireMutable();
        if (frame.gas <= Gas.STIPEND) {
            throw Halt.OUT_OF_GAS.exception;
        }
        World world = evm.world();
        Slot slot = world.slot(frame.self, key);
        long cost = world.warm(slot) ? 0 : Gas.COLD_SLOT;
        Word current = slot.value();
        Word original = world.original(slot);
        boolean unchanged = current.isEqual(value);
        boolean clean = current.isEqual(original);
        frame.charge(cost + (unchanged || !clean ? Gas.WARM : original.isZero() ? Gas.SET_SLOT : RESET));
        if (!unchanged) {
            world.transaction().addRefund(refund(original, current, value));
            world.write(slot, value);
        }
        evm.tracer().onSstore(frame.self.address(), key, current, value);
    }

    /** The refund of EIP-3529 with the cases of EIP-2200. {@code value} differs from {@code current}. */
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
            refund += (original.isZero() ? Gas.SET_SLOT : RESET) - Gas.WARM;
        }
        return refund;
    }

    /** TLOAD (EIP-1153). */
    public static Word tload(Word key, Frame frame, Evm evm) {
        return evm.world().transaction().transientStorage(frame.self.address(), key);
    }

    /** TSTORE (EIP-1153). */
    public static void tstore(Word key, Word value, Frame frame, Evm evm) {
        frame.requireMutable();
        evm.world().transaction().setTransientStorage(frame.self.address(), key, value);
    }
}
