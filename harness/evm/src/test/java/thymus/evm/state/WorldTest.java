package thymus.evm.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

class WorldTest {
    record Change(int kind, int account, int key, int value) {
        void apply(World world) {
            Address address = Address.of(account);
            switch (kind) {
                case 0 -> world.setBalance(address, Word.of(value));
                case 1 -> world.setNonce(address, value);
                case 2 -> world.setCode(address, Bytecode.of(new byte[value % 4]));
                case 3 -> world.delete(world.account(address));
                default -> world.setStorage(address, Word.of(key), Word.of(value));
            }
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 5))
                .as(Change::new)
                .list()
                .ofMaxSize(30);
    }

    @Property
    void rollbackRestoresEverything(@ForAll("changes") List<Change> before, @ForAll("changes") List<Change> after) {
        World world = new World();
        before.forEach(change -> change.apply(world));
        Map<Address, String> state = state(world);
        int snapshot = world.snapshot();
        after.forEach(change -> change.apply(world));
        world.rollback(snapshot);
        assertEquals(state, state(world));
    }

    @Property
    void aVisitSeesThePastAndLeavesThePresent(
            @ForAll("changes") List<Change> before,
            @ForAll("changes") List<Change> after,
            @ForAll("changes") List<Change> during) {
        World world = new World();
        before.forEach(change -> change.apply(world));
        Map<Address, String> past = state(world);
        int snapshot = world.snapshot();
        after.forEach(change -> change.apply(world));
        Map<Address, String> present = state(world);
        Map<Address, String> seen = world.visit(snapshot, () -> {
            Map<Address, String> there = state(world);
            during.forEach(change -> change.apply(world));
            return there;
        });
        assertEquals(past, seen);
        assertEquals(present, state(world));
        world.rollback(snapshot);
        assertEquals(past, state(world));
    }

    private static Map<Address, String> state(World world) {
        Map<Address, String> state = new TreeMap<>();
        for (int i = 0; i < 4; i++) {
            Address address = Address.of(i);
            state.put(
                    address,
                    world.balance(address) + " " + world.nonce(address) + " " + world.code(address) + " "
                            + world.storage(address));
        }
        return state;
    }

    @Test
    void aSnapshotFromADiscardedFutureIsRefused() {
        World world = new World();
        world.setNonce(Address.of(1), 1);
        int later = world.snapshot();
        world.rollback(0);
        assertThrows(IllegalArgumentException.class, () -> world.rollback(later));
    }

    @Test
    void warmthEndsWithTheTransactionAndWithARollback() {
        World world = new World();
        Account account = world.account(Address.of(1));
        int snapshot = world.snapshot();
        assertFalse(world.warm(world.slot(account, Word.ONE)));
        assertTrue(world.warm(world.slot(account, Word.ONE)));
        world.rollback(snapshot);
        assertFalse(world.warm(world.slot(account, Word.ONE)));
        assertFalse(world.transaction().warm(account));
        world.transaction().begin();
        assertFalse(world.warm(world.slot(account, Word.ONE)));
        assertFalse(world.transaction().warm(account));
    }

    /** A frame that fails takes its part of all this with it, and nothing of the frames around it. */
    @Test
    void aRevertTakesBackWhatHoldsForTheTransaction() {
        World world = new World();
        Account account = world.account(Address.of(1));
        Account other = world.account(Address.of(2));
        TransactionScope scope = world.transaction();
        scope.begin();
        touch(world, account, Word.ONE);
        long outer = world.checkpoint();
        touch(world, other, Word.of(2));
        long inner = world.checkpoint();
        touch(world, account, Word.of(3));
        world.revert(inner);
        assertEquals(2, scope.logs().size());
        assertEquals(Word.ONE, scope.transientStorage(account.address(), Word.ONE));
        assertTrue(scope.isCreated(other));
        world.revert(outer);
        assertEquals(List.of(account), scope.destroyed());
        assertEquals(1, scope.logs().size());
        assertEquals(100, scope.refund());
        assertTrue(scope.isCreated(account));
        assertFalse(scope.isCreated(other));
        assertEquals(Word.ZERO, scope.transientStorage(other.address(), Word.of(2)));
        assertEquals(Word.ZERO, world.storage(other, Word.of(2)));
        assertEquals(Word.ONE, world.storage(account, Word.ONE));
        assertTrue(scope.warm(account));
        assertFalse(scope.warm(other));
        assertTrue(world.warm(world.slot(account, Word.ONE)));
        assertFalse(world.warm(world.slot(other, Word.of(2))));
    }

    /** Of a transaction whose machine failed halfway, nothing is left to the next one. */
    @Test
    void aTransactionBeginsWithNothing() {
        World world = new World();
        Account account = world.account(Address.of(1));
        int snapshot = world.snapshot();
        world.transaction().begin();
        touch(world, account, Word.ONE);
        world.rollback(snapshot);
        world.transaction().begin();
        TransactionScope scope = world.transaction();
        assertEquals(0, scope.position());
        long checkpoint = world.checkpoint();
        touch(world, account, Word.ONE);
        world.revert(checkpoint);
        assertEquals(List.of(), scope.logs());
        assertEquals(List.of(), scope.destroyed());
        assertEquals(0, scope.refund());
        assertEquals(Word.ZERO, scope.transientStorage(account.address(), Word.ONE));
        assertFalse(scope.isCreated(account));
        assertFalse(scope.warm(account));
        assertFalse(world.warm(world.slot(account, Word.ONE)));
    }

    private static void touch(World world, Account account, Word value) {
        TransactionScope scope = world.transaction();
        scope.warm(account);
        world.warm(world.slot(account, value));
        world.setStorage(account, value, value);
        scope.setTransientStorage(account.address(), value, value);
        scope.addRefund(100);
        scope.addLog(new Log(account.address(), List.of(value), new byte[0]));
        scope.markCreated(account);
        scope.markDestroyed(account);
    }

    /** A campaign that rolls back millions of times must not collect what it touched. */
    @Test
    void rollbackLeavesNothingOfWhatWasMerelyLookedAt() {
        World world = new World();
        world.account(Address.of(1));
        int snapshot = world.snapshot();
        world.slot(world.account(Address.of(1)), Word.ONE);
        world.warm(world.slot(world.account(Address.of(2)), Word.ONE));
        world.rollback(snapshot);
        assertEquals(java.util.Set.of(Address.of(1)), java.util.Set.copyOf(world.addresses()));
        assertEquals(0, world.account(Address.of(1)).slots.map.size());
    }

    @Test
    void theOriginalValueIsThatOfTheTransactionsStart() {
        World world = new World();
        Account account = world.account(Address.of(1));
        world.setStorage(account, Word.ONE, Word.of(5));
        world.transaction().begin();
        world.setStorage(account, Word.ONE, Word.of(6));
        world.setStorage(account, Word.ONE, Word.of(7));
        assertEquals(Word.of(5), world.original(world.slot(account, Word.ONE)));
        world.transaction().begin();
        assertEquals(Word.of(7), world.original(world.slot(account, Word.ONE)));
    }

    @Test
    void anAccountWithStorageOnlyIsNotVacant() {
        World world = new World();
        Account account = world.account(Address.of(1));
        world.setStorage(account, Word.ONE, Word.ONE);
        assertFalse(world.exists(account.address()));
        assertFalse(world.isVacant(account));
    }
}
