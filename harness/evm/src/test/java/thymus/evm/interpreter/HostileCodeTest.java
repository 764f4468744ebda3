package thymus.evm.interpreter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thymus.evm.EvmFork;
import thymus.evm.chain.InvalidTransactionException;
import thymus.evm.chain.LocalChain;
import thymus.evm.code.Bytecode;
import thymus.evm.jit.ExecutionMode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.StateProvider;

/** Code that is made to hurt ends in an ordinary failure, with bounded time and memory. */
class HostileCodeTest {
    private static final Address SENDER = Address.of(0xa1);
    private static final Address TARGET = Address.of(0xc0de);
    private static final Address CHILD = Address.of(0xc41d);
    private static final long GAS = 16_000_000;

    private final Map<ExecutionMode, LocalChain> chains = new EnumMap<>(ExecutionMode.class);

    HostileCodeTest() {
        for (ExecutionMode mode : ExecutionMode.values()) {
            chains.put(mode, new LocalChain(EvmFork.OSAKA, StateProvider.NOTHING, 1_700_000_000, 1, mode));
        }
    }

    /** In every mode, with the same receipt. */
    private Receipt run(byte[] code, long gas) {
        List<Receipt> receipts = new ArrayList<>();
        chains.forEach((mode, chain) -> {
            chain.world().setCode(TARGET, Bytecode.of(code));
            receipts.add(chain.send(new LocalChain.Call(SENDER, Optional.of(TARGET), Word.ZERO, new byte[0], gas)));
        });
        for (Receipt receipt : receipts) {
            assertEquals(receipts.getFirst().gasUsed(), receipt.gasUsed());
            assertEquals(receipts.getFirst().haltReason(), receipt.haltReason());
            assertArrayEquals(receipts.getFirst().output(), receipt.output());
            assertEquals(receipts.getFirst().logs().size(), receipt.logs().size());
        }
        return receipts.getFirst();
    }

    private Receipt run(String program) {
        return run(Assembler.assemble(program), GAS);
    }

    private MessageResult unlimited(String program, ExecutionMode mode) {
        LocalChain chain = chains.get(mode);
        chain.world().setCode(TARGET, Bytecode.of(Assembler.assemble(program)));
        return new Evm(chain.world(), EvmFork.OSAKA, mode.tiers())
                .execute(
                        new Message(
                                Message.Kind.CALL,
                                SENDER,
                                TARGET,
                                TARGET,
                                Word.ZERO,
                                new byte[0],
                                Long.MAX_VALUE,
                                false,
                                0),
                        chain.block(),
                        new TransactionContext(SENDER, Word.ZERO, List.of()));
    }

    /** Each call hands on all gas but a 64th: with 2^63 it is the depth that ends it. */
    @ParameterizedTest
    @EnumSource
    void callsEndAtDepth1024(ExecutionMode mode) {
        MessageResult outcome = unlimited(
                "PUSH1 0x01 SLOAD PUSH1 0x01 ADD PUSH1 0x01 SSTORE " + "PUSH0 PUSH0 PUSH0 PUSH0 PUSH0 ADDRESS GAS CALL",
                mode);
        assertTrue(outcome.ok());
        assertEquals(Word.of(1025), chains.get(mode).world().storage(TARGET, Word.ONE));
    }

    /** A child that returns a mebibyte, again and again, at the price of the memory it once took. */
    @ParameterizedTest
    @EnumSource
    void returnDataBombsStayWithinBounds(ExecutionMode mode) {
        chains.get(mode).world().setCode(CHILD, Bytecode.of(Assembler.assemble("PUSH3 0x100000 PUSH0 RETURN")));
        MessageResult outcome = unlimited(
                "PUSH2 0x0100 JUMPDEST PUSH0 PUSH0 PUSH0 PUSH0 PUSH2 0xc41d GAS STATICCALL POP "
                        + "PUSH1 0x01 SWAP1 SUB DUP1 PUSH1 0x03 JUMPI "
                        + "RETURNDATASIZE PUSH0 MSTORE PUSH1 0x20 PUSH0 RETURN",
                mode);
        assertEquals(Word.of(0x100000), Word.fromBytes(outcome.output()));
    }

    /** What stands at an address may change from call to call: nothing that was compiled is tied to the address. */
    @ParameterizedTest
    @EnumSource
    void codeThatDiffersAfterRedeploymentIsNotTheOldOne(ExecutionMode mode) {
        for (int answer = 1; answer <= 3; answer++) {
            chains.get(mode)
                    .world()
                    .setCode(
                            CHILD,
                            Bytecode.of(Assembler.assemble(
                                    "PUSH1 0x0" + answer + " PUSH0 MSTORE PUSH1 0x20 PUSH0 RETURN")));
            byte[] output = unlimited(
                            "PUSH1 0x20 PUSH0 PUSH0 PUSH0 PUSH2 0xc41d GAS STATICCALL PUSH1 0x20 PUSH0 RETURN", mode)
                    .output();
            assertEquals(Word.of(answer), Word.fromBytes(output));
        }
    }

    /**
     * A factory whose child's init code asks the factory for the code to deploy: CREATE2 then gives one address other
     * code in every transaction, since the child destroys itself in the one that made it.
     */
    @Test
    void create2GivesOneAddressOtherCode() {
        // Called by anybody but the sender, who is the child: answers slot 0.
        String factory = "PUSH1 0xa1 CALLER EQ PUSH1 0x0f JUMPI PUSH0 SLOAD PUSH0 MSTORE PUSH1 0x20 PUSH0 RETURN "
                + "JUMPDEST PUSH14 0x60205f5f5f5f335af15060205ff3 PUSH0 MSTORE "
                + "PUSH0 PUSH1 0x0e PUSH1 0x12 PUSH0 CREATE2 "
                + "PUSH0 PUSH0 PUSH0 PUSH0 PUSH0 DUP6 GAS CALL POP PUSH0 MSTORE PUSH1 0x20 PUSH0 RETURN";
        Set<Word> addresses = new HashSet<>();
        for (int answer = 1; answer <= 3; answer++) {
            // Logs the answer and destroys itself.
            Word child = Word.parse("60%02x5f5260205fa05fff".formatted(answer) + "00".repeat(22));
            chains.values().forEach(chain -> chain.world().setStorage(TARGET, Word.ZERO, child));
            Receipt receipt = run(factory);
            assertEquals(
                    Word.of(answer), Word.fromBytes(receipt.logs().getFirst().data()));
            addresses.add(Word.fromBytes(receipt.output()));
        }
        assertEquals(1, addresses.size());
    }

    @Test
    void creationsThatCreateEndToo() {
        assertTrue(run("PUSH8 0x385f5f395f5f5ff0 PUSH0 MSTORE PUSH1 0x08 PUSH1 0x18 PUSH0 CREATE")
                .ok());
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
        assertEquals(
                Optional.of("out of gas"),
                run("JUMPDEST MSIZE PUSH1 0x01 SHL PUSH1 0x20 ADD MLOAD POP PUSH0 JUMP")
                        .haltReason());
        assertEquals(
                Optional.of("out of gas"),
                run("PUSH32 0x" + "ff".repeat(32) + " DUP1 KECCAK256").haltReason());
    }

    @ParameterizedTest
    @EnumSource
    void memoryBeyondTheMachineIsRefusedByName(ExecutionMode mode) {
        MemoryLimitException refused =
                assertThrows(MemoryLimitException.class, () -> unlimited("PUSH1 0x01 PUSH4 0xffffffff MSTORE", mode));
        assertTrue(refused.getMessage().contains("64 MiB"), refused.getMessage());
        assertThrows(
                MemoryLimitException.class,
                () -> unlimited(
                        "PUSH1 0x01 PUSH3 0x3fffff MSTORE PUSH0 PUSH0 PUSH0 PUSH0 PUSH0 ADDRESS GAS CALL", mode));
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
        assertEquals(
                Optional.of("stack overflow"), run("JUMPDEST PUSH0 PUSH0 JUMP").haltReason());
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
        Receipt receipt = run(code, 200_000);
        assertTrue(receipt.gasUsed() >= 21000 && receipt.gasUsed() <= 200_000);
        assertFalse(receipt.ok() && receipt.haltReason().isPresent());
    }
}
