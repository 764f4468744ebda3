package thymus.evm.state;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * The accounts of a chain. Every change is journaled: {@link #snapshot} is an integer, and {@link #rollback} costs what
 * was changed since. Not for use by several threads.
 */
public final class World {
    private final WordMap<Account> accounts = new WordMap<>();
    private final Journal journal = new Journal();
    private final TransactionScope scope = new TransactionScope();
    private final StateProvider origin;

    /** Of empty accounts. */
    public World() {
        this(StateProvider.NOTHING);
    }

    /** That begins as the origin is. */
    public World(StateProvider origin) {
        this.origin = origin;
    }

    /** A point to return to; snapshots nest and an outer rollback discards the inner ones. */
    public int snapshot() {
        return journal.position();
    }

    /** Takes back everything since the snapshot, which stays valid. What the running transaction knows of itself is stale then. */
    public void rollback(int snapshot) {
        journal.rollback(snapshot);
    }

    /** A point to return to within the running transaction, what holds for it only included. For {@link #revert}. */
    public long checkpoint() {
        return (long) scope.position() << 32 | journal.position();
    }

    /** Takes back everything since the checkpoint, as the end of a frame that fails does. */
    public void revert(long checkpoint) {
        journal.rollback((int) checkpoint);
        scope.rollback((int) (checkpoint >>> 32));
    }

    /**
     * Looks at the state at an earlier snapshot and comes back; costs what was changed since. Whatever the visit changes is
     * taken back. Not during a transaction.
     */
    public <T> T visit(int snapshot, Supplier<T> visit) {
        Journal.Aside since = journal.detach(snapshot);
        try {
            return visit.get();
        } finally {
            journal.rollback(snapshot);
            journal.attach(since);
        }
    }

    /**
     * Has something of the caller's travel with the world.
     *
     * @param exchange swaps the present value and the one before the change, so that running it twice changes nothing
     */
    public void journal(Runnable exchange) {
        journal.add(Change.OF_CALLER, exchange, null);
    }

    /** Makes the present irrevocable and frees the journal; every earlier snapshot becomes invalid. */
    public void forgetHistory() {
        journal.forget();
    }

    /** What holds for the running transaction only: warmth, transient storage, refunds, logs, destroyed accounts. */
    public TransactionScope transaction() {
        return scope;
    }

    /** The account at the address, made empty where there was none. */
    public Account account(Address address) {
        Account account = known(address);
        if (account == null) {
            account = new Account(address);
            accounts.put(address.word(), account);
            journal.add(Change.NEW_ACCOUNT, accounts, address.word());
        }
        return account;
    }

    /** The account if the world has it or its origin does, else null. */
    private Account known(Address address) {
        Account account = accounts.get(address.word());
        if (account != null || origin == StateProvider.NOTHING) {
            return account;
        }
        StateProvider.Found found = origin.account(address).orElse(null);
        if (found == null) {
            return null;
        }
        account = new Account(address);
        account.balance = found.balance();
        account.nonce = found.nonce();
        account.code = found.code();
        account.slots = new Account.Slots(true);
        accounts.put(address.word(), account);
        return account;
    }

    /** The account, if there ever was one at the address. */
    public Optional<Account> find(Address address) {
        return Optional.ofNullable(known(address));
    }

    /** The slot, made zero where there was none; to be read, and written by {@link #write}. */
    public Slot slot(Account account, Word key) {
        Slot slot = account.slots.map.get(key);
        return slot != null ? slot : newSlot(account, key);
    }

    private Slot newSlot(Account account, Word key) {
        Slot slot = new Slot(account.slots.fromOrigin ? origin.storage(account.address, key) : Word.ZERO);
        account.slots.map.put(key, slot);
        // What an origin has said is kept.
        if (!account.slots.fromOrigin) {
            journal.add(Change.NEW_SLOT, account.slots, key);
        }
        return slot;
    }

    /** Makes the account one that every transaction has accessed from its start, as precompiled contracts are. */
    public void keepWarm(Address address) {
        account(address).alwaysWarm = true;
    }

    /** Whether there is an account with balance, nonce or code. */
    public boolean exists(Address address) {
        Account account = known(address);
        return account != null && !account.isEmpty();
    }

    /** Addresses that ever were touched, among them such of empty accounts. */
    public Collection<Address> addresses() {
        Set<Address> addresses = new TreeSet<>();
        accounts.forEach((word, account) -> addresses.add(account.address));
        return addresses;
    }

    /** In wei. */
    public Word balance(Address address) {
        Account account = known(address);
        return account == null ? Word.ZERO : account.balance;
    }

    public void setBalance(Address address, Word balance) {
        setBalance(account(address), balance);
    }

    public void setBalance(Account account, Word balance) {
        journal.add(Change.BALANCE, account, account.balance);
        account.balance = balance;
    }

    /** Moves wei; the payer must have it. */
    public void transfer(Account from, Account to, Word value) {
        if (!value.isZero()) {
            setBalance(from, from.balance.sub(value));
            setBalance(to, to.balance.add(value));
        }
    }

    public long nonce(Address address) {
        Account account = known(address);
        return account == null ? 0 : account.nonce;
    }

    public void setNonce(Address address, long nonce) {
        setNonce(account(address), nonce);
    }

    public void setNonce(Account account, long nonce) {
        journal.add(Change.NONCE, account, null, account.nonce);
        account.nonce = nonce;
    }

    public Bytecode code(Address address) {
        Account account = known(address);
        return account == null ? Bytecode.EMPTY : account.code;
    }

    public void setCode(Address address, Bytecode code) {
        setCode(account(address), code);
    }

    public void setCode(Account account, Bytecode code) {
        journal.add(Change.CODE, account, account.code);
        account.code = code;
    }

    public Word storage(Address address, Word key) {
        Account account = known(address);
        return account == null ? Word.ZERO : storage(account, key);
    }

    public Word storage(Account account, Word key) {
        Slot slot = account.slots.fromOrigin ? slot(account, key) : account.slots.map.get(key);
        return slot == null ? Word.ZERO : slot.value;
    }

    public void setStorage(Address address, Word key, Word value) {
        setStorage(account(address), key, value);
    }

    public void setStorage(Account account, Word key, Word value) {
        write(slot(account, key), value);
    }

    public void write(Slot slot, Word value) {
        slot.original(scope.number());
        journal.add(Change.SLOT, slot, slot.value);
        slot.value = value;
    }

    /** The slots of an account that are not zero, in the order of their keys; of an origin's account, those seen so far. */
    public Map<Word, Word> storage(Address address) {
        Map<Word, Word> entries = new TreeMap<>();
        Account account = known(address);
        if (account != null) {
            account.slots.map.forEach((key, slot) -> {
                if (!slot.value.isZero()) {
                    entries.put(key, slot.value);
                }
            });
        }
        return entries;
    }

    /** Whether code may be created at the address: no nonce, no code, no storage (EIP-684, EIP-7610). */
    public boolean isVacant(Account account) {
        return account.nonce == 0 && account.code.size() == 0 && !account.hasStorage();
    }

    /** Removes an account with all it has. */
    public void delete(Account account) {
        setBalance(account, Word.ZERO);
        setNonce(account, 0);
        setCode(account, Bytecode.EMPTY);
        journal.add(Change.STORAGE, account, account.slots);
        account.slots = new Account.Slots(false);
    }

    /** The slot's value when the running transaction began. */
    public Word original(Slot slot) {
        return slot.original(scope.number());
    }

    /** Marks a slot as accessed (EIP-2929). @return whether it was warm before */
    public boolean warm(Slot slot) {
        return scope.warm(slot);
    }
}
