package thymus.evm.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * State that lives as long as one transaction. It has its own journal, because a reverted frame undoes it too, but a
 * rollback after the transaction has nothing to undo.
 */
public final class TransactionScope {
    private record Place(Address account, Word key) {}

    /** A slot of transient storage (EIP-1153). */
    static final class TransientSlot {
        Word value = Word.ZERO;
    }

    private final Journal journal = new Journal();
    private final Map<Place, TransientSlot> transientStorage = new HashMap<>();
    private final List<Log> logs = new ArrayList<>();
    private final List<Account> destroyed = new ArrayList<>();
    private long number = 1;
    long refund;

    /**
     * The part of a transaction's state that its next call needs: transient storage, warm accounts and slots, the
     * slots' values at its start, and the accounts it created.
     */
    public static final class Rest {
        private final Map<Place, Word> transientStorage = new HashMap<>();
        private final List<Account> warmAccounts = new ArrayList<>();
        /** The warm slots, which include all written ones, with their values from before the transaction. */
        private final Map<Slot, Word> warmSlots = new LinkedHashMap<>();

        private final List<Account> created = new ArrayList<>();

        private Rest() {}
    }

    /**
     * The number of the running transaction. Numbers never repeat, even after a rollback, so any other stamp means
     * another transaction.
     */
    long number() {
        return number;
    }

    /** Begins a new transaction. */
    public void begin() {
        journal.forget();
        number++;
        refund = 0;
        transientStorage.clear();
        logs.clear();
        destroyed.clear();
    }

    /**
     * Saves the running transaction, so that others can run before it continues. Destroyed accounts are not included:
     * they are already deleted.
     */
    public Rest rest() {
        Rest rest = new Rest();
        transientStorage.forEach((place, slot) -> {
            if (!slot.value.isZero()) {
                rest.transientStorage.put(place, slot.value);
            }
        });
        for (int i = 0; i < journal.position(); i++) {
            switch (journal.changes[i]) {
                case WARM_ACCOUNT -> rest.warmAccounts.add((Account) journal.subjects[i]);
                case WARM_SLOT -> {
                    Slot slot = (Slot) journal.subjects[i];
                    rest.warmSlots.put(slot, slot.original(number));
                }
                case CREATED -> rest.created.add((Account) journal.subjects[i]);
                default -> {}
            }
        }
        return rest;
    }

    /** Resumes a saved transaction, without its gas refunds. */
    public void resume(Rest rest) {
        begin();
        rest.transientStorage.forEach((place, value) -> {
            TransientSlot slot = new TransientSlot();
            slot.value = value;
            transientStorage.put(place, slot);
        });
        rest.warmAccounts.forEach(this::warm);
        rest.warmSlots.forEach((slot, original) -> {
            warm(slot);
            slot.setOriginal(number, original);
        });
        rest.created.forEach(this::markCreated);
    }

    int position() {
        return journal.position();
    }

    void rollback(int position) {
        journal.rollback(position);
    }

    /** Marks an account as accessed (EIP-2929). @return whether it was warm before */
    public boolean warm(Account account) {
        if (account.warmIn == number || account.alwaysWarm) {
            return true;
        }
        journal.add(Change.WARM_ACCOUNT, account, null);
        account.warmIn = number;
        return false;
    }

    boolean warm(Slot slot) {
        if (slot.warmIn == number) {
            return true;
        }
        journal.add(Change.WARM_SLOT, slot, null);
        slot.warmIn = number;
        return false;
    }

    /** The value of a transient slot; zero if it was never written (EIP-1153). */
    public Word transientStorage(Address account, Word key) {
        TransientSlot slot = transientStorage.isEmpty() ? null : transientStorage.get(new Place(account, key));
        return slot == null ? Word.ZERO : slot.value;
    }

    /** Writes a transient slot (EIP-1153). */
    public void setTransientStorage(Address account, Word key, Word value) {
        TransientSlot slot = transientStorage.computeIfAbsent(new Place(account, key), place -> new TransientSlot());
        journal.add(Change.TRANSIENT, slot, slot.value);
        slot.value = value;
    }

    /** The gas to refund at the end. It may be negative before the end of the transaction. */
    public long refund() {
        return refund;
    }

    /**
     * Adds to the gas refund.
     *
     * @param gas may be negative
     */
    public void addRefund(long gas) {
        if (gas != 0) {
            journal.add(Change.REFUND, this, null, refund);
            refund += gas;
        }
    }

    /** Appends a log. */
    public void addLog(Log log) {
        journal.add(Change.LOG, this, null);
        logs.add(log);
    }

    void removeLog() {
        logs.removeLast();
    }

    /** The logs so far, in the order of emission. */
    public List<Log> logs() {
        return logs.isEmpty() ? List.of() : List.copyOf(logs);
    }

    /** Marks the account as created by the running transaction (EIP-6780). */
    public void markCreated(Account account) {
        journal.add(Change.CREATED, account, null, account.createdIn);
        account.createdIn = number;
    }

    /** Returns whether the running transaction created the account (EIP-6780). */
    public boolean isCreated(Account account) {
        return account.createdIn == number;
    }

    /** Marks the account for deletion at the end of the transaction. */
    public void markDestroyed(Account account) {
        if (account.destroyedIn != number) {
            journal.add(Change.DESTROYED, this, account, account.destroyedIn);
            account.destroyedIn = number;
            destroyed.add(account);
        }
    }

    void unmarkDestroyed(Account account, long before) {
        account.destroyedIn = before;
        destroyed.removeLast();
    }

    /** The accounts to delete at the end of the transaction. */
    public List<Account> destroyed() {
        return destroyed.isEmpty() ? List.of() : List.copyOf(destroyed);
    }
}
