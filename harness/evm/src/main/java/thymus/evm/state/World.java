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
 * The accounts of a chain. Every change is journaled: {@link #snapshot} is an integer, and {@link #rollback} costs as
 * much as the changes since then. Not for use by several threads.
 */
public final class World {
    private final WordMap<Account> accounts = new WordMap<>();
    private final Journal journal = new Journal();
    private final TransactionScope scope = new TransactionScope();
    private final StateProvider origin;

    /** A world of empty accounts. */
    public World() {
        this(StateProvider.NOTHING);
    }

    /** A world that starts with the accounts of the origin. */
    public World(StateProvider origin) {
        this.origin = origin;
    }

    /** Takes a snapshot. Snapshots nest, and an outer rollback discards the inner ones. */
    public int snapshot() {
        return journal.position();
    }

    /**
     * Reverts all changes since the snapshot, which stays valid. Transaction-scoped state (warm accounts and slots,
     * refunds, transient storage) is not restored; begin a new transaction.
     */
    public void rollback(int snapshot) {
        journal.rollback(snapshot);
    }

    /**
     * Takes a checkpoint within the running transaction, which includes transaction-scoped state. For {@link #revert}.
     */
    public long checkpoint() {
        return (long) scope.position() << 32 | journal.position();
    }

    /** Reverts all changes since the checkpoint, as the end of a failed frame does. */
    public void revert(long checkpoint) {
        journal.rollback((int) checkpoint);
        scope.rollback((int) (checkpoint >>> 32));
    }

    /**
     * Runs a function in the state of an earlier snapshot and returns to the present. The cost is that of the changes
     * since then. All changes during the visit are reverted. Not allowed during a transaction.
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
     * Journals a caller-defined undo action.
     *
     * @param exchange swaps the current value with the one before the change, so that running it twice has no effect
     */
    public void journal(Runnable exchange) {
        journal.add(Change.OF_CALLER, exchange, null);
    }

    /** Commits all changes and frees the journal. Every earlier snapshot becomes invalid. */
    public void forgetHistory() {
        journal.forget();
    }

    /**
     * The transaction-scoped state: warm accounts and slots, transient storage, refunds, logs and destroyed accounts.
     */
    public TransactionScope transaction() {
        return scope;
    }

    /** The account at the address, created empty if it is missing. */
    public Account account(Address address) {
        Account account = known(address);
        if (account == null) {
            account = new Account(address);
            accounts.put(address.word(), account);
            journal.add(Change.NEW_ACCOUNT, accounts, address.word());
        }
        return account;
    }

    /** The account if the world or its origin has it, otherwise null. */
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

    /** The account, if there was ever one at the address. */
    public Optional<Account> find(Address address) {
        return Optional.ofNullable(known(address));
    }

    /** The slot, created as zero if it is missing. Write it with {@link #write} only. */
    public Slot slot(Account account, Word key) {
        Slot slot = account.slots.map.get(key);
        return slot != null ? slot : newSlot(account, key);
    }

    private Slot newSlot(Account account, Word key) {
        Slot slot = new Slot(account.slots.fromOrigin ? origin.storage(account.address, key) : Word.ZERO);
        account.slots.map.put(key, slot);
        // Values from the origin are kept, so that it is asked once.
        if (!account.slots.fromOrigin) {
            journal.add(Change.NEW_SLOT, account.slots, key);
        }
        return slot;
    }

    /** Makes the account warm from the start of every transaction, as precompiled contracts are. */
    public void keepWarm(Address address) {
        account(address).alwaysWarm = true;
    }

    /** Returns whether the account has a balance, a nonce or code. */
    public boolean exists(Address address) {
        Account account = known(address);
        return account != null && !account.isEmpty();
    }

    /** The addresses that were ever accessed, including those of empty accounts. */
    public Collection<Address> addresses() {
        Set<Address> addresses = new TreeSet<>();
        accounts.forEach((word, account) -> addresses.add(account.address));
        return addresses;
    }

    /** The balance in wei; zero for a missing account. */
    public Word balance(Address address) {
        Account account = known(address);
        return account == null ? Word.ZERO : account.balance;
    }

    /** Sets the balance in wei. */
    public void setBalance(Address address, Word balance) {
        setBalance(account(address), balance);
    }

    /** Sets the balance in wei. */
    public void setBalance(Account account, Word balance) {
        journal.add(Change.BALANCE, account, account.balance);
        account.balance = balance;
    }

    /** Moves wei. The payer must have them. */
    public void transfer(Account from, Account to, Word value) {
        if (!value.isZero()) {
            setBalance(from, from.balance.sub(value));
            setBalance(to, to.balance.add(value));
        }
    }

    /** The nonce, unsigned; zero for a missing account. */
    public long nonce(Address address) {
        Account account = known(address);
        return account == null ? 0 : account.nonce;
    }

    /** Sets the nonce, unsigned. */
    public void setNonce(Address address, long nonce) {
        setNonce(account(address), nonce);
    }

    /** Sets the nonce, unsigned. */
    public void setNonce(Account account, long nonce) {
        journal.add(Change.NONCE, account, null, account.nonce);
        account.nonce = nonce;
    }

    /** The code; empty for a missing account. */
    public Bytecode code(Address address) {
        Account account = known(address);
        return account == null ? Bytecode.EMPTY : account.code;
    }

    /** Sets the code. */
    public void setCode(Address address, Bytecode code) {
        setCode(account(address), code);
    }

    /** Sets the code. */
    public void setCode(Account account, Bytecode code) {
        journal.add(Change.CODE, account, account.code);
        account.code = code;
    }

    /** The value of a storage slot; zero if it was never written. */
    public Word storage(Address address, Word key) {
        Account account = known(address);
        return account == null ? Word.ZERO : storage(account, key);
    }

    /** The value of a storage slot; zero if it was never written. */
    public Word storage(Account account, Word key) {
        Slot slot = account.slots.fromOrigin ? slot(account, key) : account.slots.map.get(key);
        return slot == null ? Word.ZERO : slot.value;
    }

    /** Writes a storage slot. */
    public void setStorage(Address address, Word key, Word value) {
        setStorage(account(address), key, value);
    }

    /** Writes a storage slot. */
    public void setStorage(Account account, Word key, Word value) {
        write(slot(account, key), value);
    }

    /** Writes a storage slot. */
    public void write(Slot slot, Word value) {
        slot.original(scope.number());
        journal.add(Change.SLOT, slot, slot.value);
        slot.value = value;
    }

    /**
     * The non-zero slots of an account, in the order of their keys. For an account of the origin, only the slots read
     * so far.
     */
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

    /** Returns whether code may be created at the address: no nonce, no code, no storage (EIP-684, EIP-7610). */
    public boolean isVacant(Account account) {
        return account.nonce == 0 && account.code.size() == 0 && !account.hasStorage();
    }

    /** Deletes an account with its balance, nonce, code and storage. */
    public void delete(Account account) {
        setBalance(account, Word.ZERO);
        setNonce(account, 0);
        setCode(account, Bytecode.EMPTY);
        journal.add(Change.STORAGE, account, account.slots);
        account.slots = new Account.Slots(false);
    }

    /** The slot's value at the start of the running transaction. */
    public Word original(Slot slot) {
        return slot.original(scope.number());
    }

    /** Marks a slot as accessed (EIP-2929). @return whether it was warm before */
    public boolean warm(Slot slot) {
        return scope.warm(slot);
    }
}
