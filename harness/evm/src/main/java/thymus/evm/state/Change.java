package thymus.evm.state;

import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Word;

/**
 * The kinds of journal entries and how each is undone. An entry has a subject and its former value. A change that
 * outlives its transaction is undone by an exchange: the entry then holds the undone value, and a second run restores
 * it. This allows a visit to a past state.
 */
enum Change {
    SLOT(true) {
        @Override
        void run(Journal journal, int entry) {
            Slot slot = (Slot) journal.subjects[entry];
            Word now = slot.value;
            slot.value = (Word) journal.others[entry];
            journal.others[entry] = now;
        }
    },
    BALANCE(true) {
        @Override
        void run(Journal journal, int entry) {
            Account account = (Account) journal.subjects[entry];
            Word now = account.balance;
            account.balance = (Word) journal.others[entry];
            journal.others[entry] = now;
        }
    },
    NONCE(true) {
        @Override
        void run(Journal journal, int entry) {
            Account account = (Account) journal.subjects[entry];
            long now = account.nonce;
            account.nonce = journal.numbers[entry];
            journal.numbers[entry] = now;
        }
    },
    CODE(true) {
        @Override
        void run(Journal journal, int entry) {
            Account account = (Account) journal.subjects[entry];
            Bytecode now = account.code;
            account.code = (Bytecode) journal.others[entry];
            journal.others[entry] = now;
        }
    },
    /** All slots of an account at once. */
    STORAGE(true) {
        @Override
        void run(Journal journal, int entry) {
            Account account = (Account) journal.subjects[entry];
            Account.Slots now = account.slots;
            account.slots = (Account.Slots) journal.others[entry];
            journal.others[entry] = now;
        }
    },
    /** A change of the world's owner, such as the clock of a chain. */
    OF_CALLER(true) {
        @Override
        void run(Journal journal, int entry) {
            ((Runnable) journal.subjects[entry]).run();
        }
    },
    /** Campaigns create accounts and slots all the time; a rollback must remove them to bound the memory. */
    NEW_ACCOUNT(false) {
        @Override
        @SuppressWarnings("unchecked")
        void run(Journal journal, int entry) {
            ((WordMap<Account>) journal.subjects[entry]).remove((Word) journal.others[entry]);
        }
    },
    NEW_SLOT(false) {
        @Override
        void run(Journal journal, int entry) {
            ((Account.Slots) journal.subjects[entry]).map.remove((Word) journal.others[entry]);
        }
    },
    WARM_ACCOUNT(false) {
        @Override
        void run(Journal journal, int entry) {
            ((Account) journal.subjects[entry]).warmIn = 0;
        }
    },
    WARM_SLOT(false) {
        @Override
        void run(Journal journal, int entry) {
            ((Slot) journal.subjects[entry]).warmIn = 0;
        }
    },
    TRANSIENT(false) {
        @Override
        void run(Journal journal, int entry) {
            ((TransactionScope.TransientSlot) journal.subjects[entry]).value = (Word) journal.others[entry];
        }
    },
    REFUND(false) {
        @Override
        void run(Journal journal, int entry) {
            ((TransactionScope) journal.subjects[entry]).refund = journal.numbers[entry];
        }
    },
    LOG(false) {
        @Override
        void run(Journal journal, int entry) {
            ((TransactionScope) journal.subjects[entry]).removeLog();
        }
    },
    CREATED(false) {
        @Override
        void run(Journal journal, int entry) {
            ((Account) journal.subjects[entry]).createdIn = journal.numbers[entry];
        }
    },
    DESTROYED(false) {
        @Override
        void run(Journal journal, int entry) {
            ((TransactionScope) journal.subjects[entry])
                    .unmarkDestroyed((Account) journal.others[entry], journal.numbers[entry]);
        }
    };

    /**
     * True if the entry matters beyond its transaction. The other entries concern the running transaction or memory
     * only.
     */
    final boolean outlives;

    Change(boolean outlives) {
        this.outlives = outlives;
    }

    abstract void run(Journal journal, int entry);
}
