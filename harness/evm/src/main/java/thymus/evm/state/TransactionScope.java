package thymus.evm.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * State that lives as long as one transaction. It has a journal of its own, since a reverted frame takes it back too, but
 * nothing of it is left to be taken back when the transaction is over.
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
     * What a transaction still knows when one of the calls in it is over and the next begins: transient storage, what is warm,
     * the values that slots had when it began, and which accounts it has created.
     */
    public static final class Rest {
        private final Map<Place, Word> transientStorage = new HashMap<>();
        private final List<Account> warmAccounts = new ArrayList<>();
        /** Slots that are warm, all written ones among them, with the values from before the transaction. */
        private final Map<Slot, Word> warmSlots = new LinkedHashMap<>();

        private final List<Account> created = new ArrayList<>();

        private Rest() {}
    }

    /** Numbers never repeat, not even after a rollback: what is stamped with another one is of another transaction. */
    long number() {
        return number;
    }

    /** Starts afresh. */
    public void begin() {
        journal.forget();
        number++;
        refund = 0;
        transientStorage.clear();
        logs.clear();
        destroyed.clear();
    }

    /**
     * What is to be kept of the running transaction, where others run before it goes on. That accounts destroyed themselves is
     * not: they are gone.
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

    /** Goes on with a transaction of which this is left; its gas refunds are not. */
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

    public Word transientStorage(Address account, Word key) {
        TransientSlot slot = transientStorage.isEmpty() ? null : transientStorage.get(new Place(account, key));
        return slot == null ? Word.ZERO : slot.value;
    }

    public void setTransientStorage(Address account, Word key, Word value) {
        TransientSlot slot = transientStorage.computeIfAbsent(new Place(account, key), place -> new TransientSlot());
        journal.add(Change.TRANSIENT, slot, slot.value);
        slot.value = value;
    }

    /** Gas to give back at the end; can be negative in between only. */
    public long refund() {
        return refund;
    }

    public void addRefund(long gas) {
        if (gas != 0) {
            journal.add(Change.REFUND, this, null, refund);
            refund += gas;
        }
    }

    public void addLog(Log log) {
        journal.add(Change.LOG, this, null);
        logs.add(log);
    }

    void removeLog() {
        logs.removeLast();
    }

    public List<Log> logs() {
        return logs.isEmpty() ? List.of() : List.copyOf(logs);
    }

    /** Notes that the running transaction created the account (EIP-6780). */
    public void markCreated(Account account) {
        journal.add(Change.CREATED, account, null, account.createdIn);
        account.createdIn = number;
    }

    public boolean isCreated(Account account) {
        return account.createdIn == number;
    }

    /** Notes that the account goes when the transaction ends. */
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

    public List<Account> destroyed() {
        return destroyed.isEmpty() ? List.of() : List.copyOf(destroyed);
    }
}
