package thymus.evm.interpreter;

import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Account;
import thymus.evm.state.World;

/** The instructions that end the frame. */
public final class HaltOperations {
    private HaltOperations() {}

    /** STOP. */
    public static void stop(Frame frame) {
        frame.state = Frame.State.RETURNED;
    }

    /** RETURN. */
    public static void finish(Word offset, Word length, Frame frame) {
        end(offset, length, frame, Frame.State.RETURNED);
    }

    /** REVERT. */
    public static void revert(Word offset, Word length, Frame frame) {
        end(offset, length, frame, Frame.State.REVERTED);
    }

    private static void end(Word offset, Word length, Frame frame, Frame.State state) {
        frame.expandMemory(offset, length);
        frame.output = frame.memory.copy(offset, length);
        frame.state = state;
    }

    /** INVALID and every undefined byte. */
    public static void invalid(Frame frame) {
        throw Halt.BAD_INSTRUCTION.exception;
    }

    /**
     * SELFDESTRUCT. Since EIP-6780 it deletes only an account that the same transaction created; it always moves the
     * balance.
     */
    public static void selfDestruct(Word receiver, Frame frame, Evm evm) {
        frame.requireMutable();
        World world = evm.world();
        Account heir = world.account(Address.of(receiver));
        Account self = frame.self;
        long cost = world.transaction().warm(heir) ? 0 : Gas.COLD_ACCOUNT;
        if (heir.isEmpty() && !self.balance().isZero()) {
            cost += Gas.NEW_ACCOUNT;
        }
        frame.charge(cost);
        boolean goes = world.transaction().isCreated(self);
        Word balance = self.balance();
        evm.tracer().onDestroy(self.address(), heir.address(), balance);
        if (heir != self) {
            world.transfer(self, heir, balance);
        } else if (goes) {
            world.setBalance(self, Word.ZERO);
        }
        if (goes) {
            world.transaction().markDestroyed(self);
        }
        frame.state = Frame.State.RETURNED;
    }
}
