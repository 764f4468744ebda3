package thymus.harness.world;

import java.util.Map;
import thymus.harness.evm.Bytecode;
import thymus.harness.word.Word;

/**
 * A journaled change of what outlives its transaction. Running it exchanges the value in place with the one kept here, so
 * that running it twice leaves everything as it was: this is how a past state can be visited and left again.
 */
abstract sealed class Exchange implements Runnable {
    static final class OfBalance extends Exchange {
        private final Account account;
        private Word other;

        OfBalance(Account account, Word before) {
            this.account = account;
            this.other = before;
        }

        @Override
        public void run() {
            Word now = account.balance;
            account.balance = other;
            other = now;
        }
    }

    static final class OfNonce extends Exchange {
        private final Account account;
        private long other;

        OfNonce(Account account, long before) {
            this.account = account;
            this.other = before;
        }

        @Override
        public void run() {
            long now = account.nonce;
            account.nonce = other;
            other = now;
        }
    }

    static final class OfCode extends Exchange {
        private final Account account;
        private Bytecode other;

        OfCode(Account account, Bytecode before) {
            this.account = account;
            this.other = before;
        }

        @Override
        public void run() {
            Bytecode now = account.code;
            account.code = other;
            other = now;
        }
    }

    static final class OfSlot extends Exchange {
        private final Slot slot;
        private Word other;

        OfSlot(Slot slot, Word before) {
            this.slot = slot;
            this.other = before;
        }

        @Override
        public void run() {
            Word now = slot.value;
            slot.value = other;
            other = now;
        }
    }

    static final class OfStorage extends Exchange {
        private final Account account;
        private Map<Word, Slot> other;
        private boolean otherHasOrigin;

        OfStorage(Account account, Map<Word, Slot> before, boolean hadOrigin) {
            this.account = account;
            this.other = before;
            this.otherHasOrigin = hadOrigin;
        }

        @Override
        public void run() {
            Map<Word, Slot> now = account.slots;
            boolean hasOriginNow = account.hasOrigin;
            account.slots = other;
            account.hasOrigin = otherHasOrigin;
            other = now;
            otherHasOrigin = hasOriginNow;
        }
    }

    /** Something of the owner of the world that travels with it. */
    static final class OfCaller extends Exchange {
        private final Runnable exchange;

        OfCaller(Runnable exchange) {
            this.exchange = exchange;
        }

        @Override
        public void run() {
            exchange.run();
        }
    }
}
