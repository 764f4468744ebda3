package thymus.harness.evm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import thymus.harness.chain.InvalidTransactionException;
import thymus.harness.chain.LocalChain;
import thymus.harness.word.Word;
import thymus.harness.world.Address;

/** Code that is made to hurt ends in an ordinary failure, with bounded time and memory. */
class HostileCodeTest {
    private static final Address SENDER = Address.of(0xa1);
    private static final Address TARGET = Address.of(0xc0de);
    private static final long GAS = 16_000_000;

    private final LocalChain chain = new LocalChain(EvmFork.OSAKA, 1_700_000_000, 1);

    private Receipt run(byte[] code, long gas) {
        chain.world().setCode(TARGET, Bytecode.of(code));
        return chain.send(new LocalChain.Call(SENDER, Optional.of(TARGET), Word.ZERO, new byte[0], gas));
    }

    private Receipt run(String program) {
        return run(Assembler.assemble(program), GAS);
    }

    private Outcome unlimited(String program) {
        chain.world().setCode(TARGET, Bytecode.of(Assembler.assemble(program)));
        return new Evm(chain.world(), EvmFork.OSAKA, Tiers.INTERPRETED).execute(new Message(Message.Kind.CALL, SENDER, TARGET, TARGET,
                Word.ZERO, new byte[0], Long.MAX_VALUE, false, 0), chain.block(),
                new TransactionContext(SENDER, Word.ZERO, List.of()));
    }

    /** Each call hands on all gas but a 64th: with 2^63 it is the depth that ends it. */
    @Test
    void callsEndAtDepth1024() {
        Outcome outcome = unlimited("PUSH1 0x01 SLOAD PUSH1 0x01 ADD PUSH1 0x01 SSTORE "
                + "PUSH0 PUSH0 PUSH0 PUSH0 PUSH0 ADDRESS GAS CALL");
        assertTrue(outcome.ok());
        assertEquals(Word.of(1025), chain.world().storage(TARGET, Word.ONE));
    }

    @Test
    void creationsThatCreateEndToo() {
        assertTrue(run("PUSH8 0x385f5f395f5f5ff0 PUSH0 MSTORE PUSH1 0x08 PUSH1 0x18 PUSH0 CREATE").ok());
    }

    @Test
    void endlessLoopsRunOutOfGas() {
        assertEquals(Optional.of("out of gas"), run("JUMPDEST PUSH0 JUMP").haltReason());
    }

    @Test
    void memoryBombsRunOutOfGas() {
        for (int bytes = 3; bytes <= 8; bytes++) {
            String far = "PUSH1 0x01 PUSH%d 0x%s MSTORE".formatted(bytes, "ff".repeat(bytes));
            assertEquals(Optional.of("out of gas"), run(far).haltReason(), far);
        }
        assertEquals(Optional.of("out of gas"),
                run("JUMPDEST MSIZE PUSH1 0x01 SHL PUSH1 0x20 ADD MLOAD POP PUSH0 JUMP").haltReason());
        assertEquals(Optional.of("out of gas"), run("PUSH32 0x" + "ff".repeat(32) + " DUP1 KECCAK256").haltReason());
    }

    @Test
    void memoryBeyondTheMachineIsRefusedByName() {
        MemoryLimitException refused = assertThrows(MemoryLimitException.class,
                () -> unlimited("PUSH1 0x01 PUSH4 0xffffffff MSTORE"));
        assertTrue(refused.getMessage().contains("64 MiB"), refused.getMessage());
        assertThrows(MemoryLimitException.class, () -> unlimited(
                "PUSH1 0x01 PUSH3 0x3fffff MSTORE PUSH0 PUSH0 PUSH0 PUSH0 PUSH0 ADDRESS GAS CALL"));
        assertTrue(run("PUSH1 0x01 PUSH1 0x00 MSTORE").ok(), "the memory has been given back");
    }

    @Test
    void nothingButJumpDestinations() {
        byte[] code = new byte[24576];
        Arrays.fill(code, (byte) 0x5b);
        Receipt receipt = run(code, GAS);
        assertTrue(receipt.ok());
        assertEquals(21000 + 24576, receipt.gasUsed());
    }

    @Test
    void stackOverflowIsAFailure() {
        assertEquals(Optional.of("stack overflow"), run("JUMPDEST PUSH0 PUSH0 JUMP").haltReason());
    }

    @Test
    void gasLimitsThatNoBlockHasAreRefused() {
        for (long gas : new long[] {Long.MIN_VALUE, -1, Long.MAX_VALUE, (1 << 24) + 1}) {
            assertThrows(InvalidTransactionException.class, () -> run(new byte[0], gas));
        }
        assertTrue(run(new byte[0], 1 << 24).ok());
    }

    @Property
    void anyBytesEndInAReceipt(@ForAll @Size(max = 200) byte[] code) {
        try {
            Receipt receipt = run(code, 200_000);
            assertTrue(receipt.gasUsed() >= 21000 && receipt.gasUsed() <= 200_000);
            assertFalse(receipt.ok() && receipt.haltReason().isPresent());
        } catch (UnsupportedPrecompileException named) {
            assertTrue(named.getMessage().contains("not supported"));
        }
    }
}
