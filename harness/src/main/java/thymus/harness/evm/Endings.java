package thymus.harness.evm;

import thymus.harness.word.Word;
import thymus.harness.world.Account;
import thymus.harness.world.Address;
import thymus.harness.world.World;

/** Instructions that end the frame. */
final class Endings {
    private Endings() {}

    static void stop(Frame frame) {
        frame.state = Frame.State.RETURNED;
    }

    static void finish(Frame frame, Frame.State state) {
        Word offset = frame.pop();
        Word length = frame.pop();
        frame.expandMemory(offset, length);
        frame.output = frame.memory.copy(offset, length);
        frame.state = state;
    }

    /** Since EIP-6780 the account goes only where this transaction created it; the balance moves always. */
    static void selfDestruct(Frame frame, Evm evm) {
        frame.requireMutable();
        World world = evm.world();
        Account heir = world.account(Address.of(frame.pop()));
        Account self = frame.self;
        long cost = world.transaction().warm(heir) ? 0 : Gas.COLD_ACCOUNT;
        if (heir.isEmpty() && !self.balance().isZero()) {
            cost += Gas.NEW_ACCOUNT;
        }
        frame.charge(cost);
        boolean goes = world.transaction().isCreated(self);
        Word balance = self.balance();
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
