package thymus.system.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.contracts.abi.AbiWord;
import thymus.evm.primitive.Address;
import thymus.system.crosscheck.WholeTransaction;

/** An attacker's contract does what the callbacks of a step say. */
public class CallbacksTest {
    /**
     * Without call data: MSTORE(0, a selector), SSTORE(0, CALL(all gas, CALLER, 4 bytes)), SSTORE(1, the first word
     * returned), SSTORE(2, RETURNDATASIZE). With some: SSTORE(3, SLOAD(3) + 1), SSTORE(4, CALLVALUE).
     */
    public static final String CALLS = """
            36 6024 57 63aabbccdd 60e0 1b 5f52 6020 5f 6004 5f5f 33 5a f1 5f55 5f51 600155 3d 600255 00
            5b 600354 600101 600355 34 600455 00""";

    /**
     * SSTORE(0, STATICCALL(CALLER)), SSTORE(1, what it returned), SSTORE(2, CALL(CALLER)), SSTORE(3, what it returned).
     */
    private static final String ASKS_TWICE =
            "6020 5f 5f5f 33 5a fa 5f55 5f51 600155 6020 5f 5f5f 5f 33 5a f1 600255 5f51 600355 00";
    /** SSTORE(0, CALL(no gas but the stipend, CALLER, 1 wei)). */
    private static final String TRANSFERS = "5f5f 5f5f 6001 33 5f f1 5f55 00";

    private static final String SECOND = "0x0000000000000000000000000000000000020002";
    private static final Ending.Return ONE = new Ending.Return(AbiWord.bytes(BigInteger.ONE));

    @TempDir
    private Path folder;

    public static Callbacks callbacks(Callback... list) {
        return new Callbacks(Assembly.CONTRACT, List.of(list));
    }

    public static Callback callback(Ending ending, NestedCall... calls) {
        return new Callback(List.of(calls), ending);
    }

    public static NestedCall nested(String data, long wei) {
        return new NestedCall("c", Assembly.call(data, 0).call(), BigInteger.valueOf(wei));
    }

    private static StepResult run(DeployedSystem system, Callback... list) {
        return system.execute(Assembly.call("", 0).reacting(Optional.of(callbacks(list))));
    }

    private static BigInteger number(Ending.Return ending) {
        return new BigInteger(1, ending.data());
    }

    @Test
    void itMakesCallsAndReturnsTheSelector() {
        DeployedSystem system = Assembly.system(folder, CALLS);
        run(system, callback(new Ending.Acknowledge(), nested("01", 0), nested("01", 5)));
        assertEquals(BigInteger.ONE, Assembly.slot(system, 0));
        assertEquals(new BigInteger("aabbccdd", 16).shiftLeft(224), Assembly.slot(system, 1));
        assertEquals(BigInteger.TWO, Assembly.slot(system, 3));
        assertEquals(BigInteger.valueOf(5), Assembly.slot(system, 4));
    }

    @Test
    void itRevertsAndItsCallsAreTakenBack() {
        DeployedSystem system = Assembly.system(folder, CALLS);
        run(system, callback(new Ending.Revert(AbiWord.bytes(BigInteger.TEN)), nested("01", 0)));
        assertEquals(BigInteger.ZERO, Assembly.slot(system, 0));
        assertEquals(BigInteger.TEN, Assembly.slot(system, 1));
        assertEquals(BigInteger.ZERO, Assembly.slot(system, 3));
    }

    @Test
    void itBurnsItsGas() {
        DeployedSystem system = Assembly.system(folder, CALLS);
        StepResult result = run(system, callback(new Ending.OutOfGas()));
        assertTrue(result.receipt().ok() && result.receipt().gasUsed() > 15_000_000);
        assertEquals(BigInteger.ZERO, Assembly.slot(system, 0));
    }

    @Test
    void whileItCallsItIsCalledAgain() {
        DeployedSystem system = Assembly.system(folder, CALLS);
        // The second callback runs within the first, and the third call, of which nothing is said, after both.
        run(system, callback(ONE, nested("", 0), nested("", 0)), callback(Ending.Return.NOTHING, nested("01", 0)));
        assertEquals(BigInteger.ONE, Assembly.slot(system, 3));
        assertEquals(number(ONE), Assembly.slot(system, 1));
        assertEquals(BigInteger.valueOf(32), Assembly.slot(system, 2));
    }

    @Test
    void aStaticCallIsNotCounted() {
        DeployedSystem system = Assembly.system(folder, ASKS_TWICE);
        run(system, callback(ONE), callback(new Ending.Return(AbiWord.bytes(BigInteger.TEN))));
        for (int slot = 0; slot < 4; slot++) {
            assertEquals(BigInteger.ONE, Assembly.slot(system, slot), "slot " + slot);
        }
    }

    @Test
    void withLittleGasItTakesEtherOrRefusesIt() {
        DeployedSystem system = Assembly.system(folder, TRANSFERS);
        system.execute(Assembly.call("", 9).reacting(Optional.of(callbacks(callback(ONE)))));
        assertEquals(BigInteger.ONE, Assembly.slot(system, 0));
        run(system, callback(new Ending.OutOfGas()));
        assertEquals(BigInteger.ZERO, Assembly.slot(system, 0));
        run(system);
        assertEquals(BigInteger.ONE, Assembly.slot(system, 0));
    }

    @Test
    void theNextTransactionHasItsOwn() {
        DeployedSystem system = Assembly.system(folder, CALLS);
        int mark = system.snapshot();
        run(system, callback(ONE, nested("01", 0)));
        assertEquals(BigInteger.ONE, Assembly.slot(system, 3));
        Address account = system.accounts().resolve(Assembly.CONTRACT);
        assertTrue(!system.chain().world().storage(account).isEmpty());
        system.execute(Assembly.call("", 0));
        assertEquals(Map.of(), system.chain().world().storage(account));
        assertEquals(BigInteger.ONE, Assembly.slot(system, 3));
        system.rollback(mark);
        run(system, callback(ONE, nested("01", 0)));
        assertEquals(BigInteger.ONE, Assembly.slot(system, 3));
    }

    @Test
    void othersThanTheContractMayBeginTheTransaction() {
        DeployedSystem system = Assembly.system(folder, CALLS);
        // It calls alice, and nobody asks what is said of the contract.
        Step step = Assembly.call("", 0).from("alice").entered(Entry.DIRECT);
        system.execute(step.reacting(Optional.of(callbacks(callback(ONE, nested("01", 0))))));
        assertEquals(BigInteger.ZERO, Assembly.slot(system, 3));
        Address account = system.accounts().resolve(Assembly.CONTRACT);
        assertEquals(AttackerContract.CODE, system.chain().world().code(account));
    }

    @Test
    void oneAttackerCallsAnotherOne() {
        DeployedSystem system = Assembly.system(folder, CALLS);
        NestedCall other = new NestedCall(SECOND, new StepCall.RawCall(new byte[0]), BigInteger.ZERO);
        Callbacks both = callbacks(callback(ONE, nested("01", 0), other))
                .beside(List.of(new Callbacks(SECOND, List.of(callback(ONE, nested("01", 7))))));
        int mark = system.snapshot();
        StepResult result = system.execute(Assembly.call("", 0).reacting(Optional.of(both)));
        assertEquals(BigInteger.TWO, Assembly.slot(system, 3));
        assertEquals(BigInteger.valueOf(7), Assembly.slot(system, 4));
        new WholeTransaction(system, List.of(result)).requireSame("step 1");
        system.execute(Assembly.call("01", 0));
        Address second = system.accounts().resolve(SECOND);
        assertEquals(Map.of(), system.chain().world().storage(second));
        system.rollback(mark);
        assertEquals(BigInteger.ZERO, Assembly.slot(system, 3));
    }

    @Test
    void anAccountHasOneListOfCallbacks() {
        Callbacks some = callbacks(callback(ONE));
        assertThrows(IllegalArgumentException.class, () -> some.beside(List.of(some)));
        assertEquals(some, Callbacks.of(some.each()));
    }

    @Test
    void inOneTransactionTheSameHappens() {
        DeployedSystem system = Assembly.system(folder, CALLS);
        List<StepResult> settled = List.of(
                run(
                        system,
                        callback(ONE, nested("", 0), nested("01", 3)),
                        callback(Ending.Return.NOTHING, nested("01", 0)),
                        callback(new Ending.Revert(new byte[0]))),
                system.execute(Assembly.again("", 0)));
        assertEquals(BigInteger.ZERO, Assembly.slot(system, 0));
        new WholeTransaction(system, settled).requireSame("steps 1 to 2");
    }

    @Test
    void aContractMayGiveLittleGas() {
        DeployedSystem system = Assembly.system(folder, CALLS);
        Step step = Assembly.call("01", 0);
        assertFalse(system.execute(step.limited(20_000)).receipt().ok());
        StepResult enough = system.execute(step.limited(80_000));
        assertTrue(enough.receipt().ok());
        StepResult another = system.execute(Assembly.again("01", 0).limited(1_000));
        assertFalse(another.receipt().ok());
        new WholeTransaction(system, List.of(enough, another)).requireSame("steps 2 to 3");
        assertEquals(Step.ALL_GAS, step.limited(1).entered(Entry.DIRECT).gas());
    }

    @Test
    void callbacksStandAtTheFirstStep() {
        Optional<Callbacks> some = Optional.of(callbacks(callback(ONE)));
        Step first = Assembly.call("", 0).reacting(some);
        assertEquals(Optional.empty(), first.entered(Entry.SAME_TRANSACTION).callbacks());
        assertEquals(Optional.empty(), Assembly.again("", 0).reacting(some).callbacks());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Step("a", "c", first.call(), BigInteger.ZERO, 0, 0, Entry.SAME_TRANSACTION, some));
    }
}
