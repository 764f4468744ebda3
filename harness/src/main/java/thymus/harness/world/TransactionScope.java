package thymus.harness.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import thymus.harness.evm.Log;
import thymus.harness.word.Word;

/** State that lives as long as one transaction; journaled like the rest, since a reverted frame takes it back too. */
public final class TransactionScope {
    private record Transient(Address account, Word key) {}

    private final Journal journal;
    private final Map<Transient, Word> transientStorage = new HashMap<>();
    private final List<Log> logs = new ArrayList<>();
    private final List<Account> destroyed = new ArrayList<>();
    private long number = 1;
    private long refund;

    TransactionScope(Journal journal) {
        this.journal = journal;
    }

    /** Numbers never repeat, not even after a rollback: what is stamped with another one is of another transaction. */
    long number() {
        return number;
    }

    /** Starts afresh. */
    public void begin() {
        number++;
        refund = 0;
        transientStorage.clear();
        logs.clear();
        destroyed.clear();
    }

    /** Marks an account as accessed (EIP-2929). @return whether it was warm before */
    public boolean warm(Account account) {
        if (account.warmIn == number || account.alwaysWarm) {
            return true;
        }
        long now = number;
        journal.add(() -> account.warmIn = 0);
        account.warmIn = now;
        return false;
    }

    boolean warm(Slot slot) {
        if (slot.isWarm(number)) {
            return true;
        }
        journal.add(() -> slot.setWarm(0, false));
        slot.setWarm(number, true);
        return false;
    }

    public Word transientStorage(Address account, Word key) {
        return transientStorage.getOrDefault(new Transient(account, key), Word.ZERO);
    }

    public void setTransientStorage(Address account, Word key, Word value) {
        Transient place = new Transient(account, key);
        Word before = transientStorage.getOrDefault(place, Word.ZERO);
        journal.add(() -> transientStorage.put(place, before));
        transientStorage.put(place, value);
    }

    /** Gas to give back at the end; can be negative in between only. */
    public long refund() {
        return refund;
    }

    public void addRefund(long gas) {
        if (gas != 0) {
            long before = refund;
            journal.add(() -> refund = before);
            refund += gas;
        }
    }

    public void addLog(Log log) {
        int size = logs.size();
        journal.add(() -> truncate(logs, size));
        logs.add(log);
    }

    public List<Log> logs() {
        return List.copyOf(logs);
    }

    /** Notes that the running transaction created the account (EIP-6780). */
    public void markCreated(Account account) {
        long before = account.createdIn;
        journal.add(() -> account.createdIn = before);
        account.createdIn = number;
    }

    public boolean isCreated(Account account) {
        return account.createdIn == number;
    }

    /** Notes that the account goes when the transaction ends. */
    public void markDestroyed(Account account) {
        if (account.destroyedIn != number) {
            long before = account.destroyedIn;
            int size = destroyed.size();
            journal.add(() -> {
                account.destroyedIn = before;
                truncate(destroyed, size);
            });
            account.destroyedIn = number;
            destroyed.add(account);
        }
    }

    public List<Account> destroyed() {
        return List.copyOf(destroyed);
    }

    /** A rollback beyond the start of the transaction finds the lists cleared already. */
    private static <T> void truncate(List<T> list, int size) {
        while (list.size() > size) {
            list.removeLast();
        }
    }
}
