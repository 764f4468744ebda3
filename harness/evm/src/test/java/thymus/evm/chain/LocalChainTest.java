package thymus.evm.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.evm.EvmException;
import thymus.evm.EvmFork;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Assembler;
import thymus.evm.interpreter.Coverage;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.Receipt;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

class LocalChainTest {
    private static final Address ALICE = Address.of(0xa1);
    private static final Address COUNTER = Address.of(0xc0);
    private static final long GAS = 1_000_000;

    private final LocalChain chain = new LocalChain(EvmFork.OSAKA, 1_700_000_000, 100);

    private static LocalChain.Call call(Address to, long value) {
        return new LocalChain.Call(ALICE, Optional.of(to), Word.of(value), new byte[0], GAS);
    }

    private void install(String program) {
        chain.world().setCode(COUNTER, Bytecode.of(Assembler.assemble(program)));
    }

    private Word counted() {
        return chain.world().storage(COUNTER, Word.ZERO);
    }

    private void installCounter() {
        install("PUSH0 SLOAD PUSH1 0x01 ADD PUSH0 SSTORE");
    }

    @Test
    void sendKeepsWhatTheTransactionDid() {
        installCounter();
        assertTrue(chain.send(call(COUNTER, 0)).ok());
        assertTrue(chain.send(call(COUNTER, 0)).ok());
        assertEquals(Word.of(2), counted());
        assertEquals(2, chain.world().nonce(ALICE));
    }

    @Test
    void simulateTakesBackWhatTheTransactionDid() {
        installCounter();
        assertTrue(chain.simulate(call(COUNTER, 0)).ok());
        assertEquals(Word.ZERO, counted());
        assertEquals(0, chain.world().nonce(ALICE));
    }

    @Test
    void theSenderPaysTheValueAndNoGas() {
        chain.world().setBalance(ALICE, Word.of(100));
        assertTrue(chain.send(call(COUNTER, 30)).ok());
        assertEquals(Word.of(70), chain.world().balance(ALICE));
        assertEquals(Word.of(30), chain.world().balance(COUNTER));
    }

    @Test
    void aTransactionWithoutTheMoneyIsInvalidAndChangesNothing() {
        InvalidTransactionException invalid =
                assertThrows(InvalidTransactionException.class, () -> chain.send(call(COUNTER, 1)));
        assertTrue(invalid.getMessage().contains("balance is below value"), invalid.getMessage());
        assertEquals(0, chain.world().nonce(ALICE));
    }

    @Test
    void aRevertGivesItsDataAndTakesBackTheWritesAndTheValue() {
        chain.world().setBalance(ALICE, Word.of(100));
        install("PUSH1 0x01 PUSH0 SSTORE PUSH1 0x20 PUSH0 REVERT");
        Receipt receipt = chain.send(call(COUNTER, 30));
        assertFalse(receipt.ok());
        assertEquals(Optional.of("execution reverted"), receipt.haltReason());
        assertEquals(32, receipt.output().length);
        assertEquals(Word.ZERO, counted());
        assertEquals(Word.of(100), chain.world().balance(ALICE));
        assertEquals(1, chain.world().nonce(ALICE));
    }

    @Test
    void aDeploymentTellsItsAddress() {
        byte[] initCode = Assembler.assemble("PUSH1 0x5b PUSH0 MSTORE8 PUSH1 0x01 PUSH0 RETURN");
        Receipt receipt = chain.send(new LocalChain.Call(ALICE, Optional.empty(), Word.ZERO, initCode, GAS));
        Address created = receipt.created().orElseThrow();
        assertEquals(Address.created(ALICE, 0), created);
        assertEquals(Bytecode.parse("5b"), chain.world().code(created));
    }

    @Test
    void theClockMovesWhenTold() {
        install("TIMESTAMP PUSH0 SSTORE NUMBER PUSH1 0x01 SSTORE");
        chain.advance(60, 5);
        chain.send(call(COUNTER, 0));
        assertEquals(Word.of(1_700_000_060), counted());
        assertEquals(Word.of(105), chain.world().storage(COUNTER, Word.ONE));
    }

    @Test
    void rollbackIncludesTheClockAndCanBeRepeated() {
        installCounter();
        int snapshot = chain.snapshot();
        for (int i = 0; i < 3; i++) {
            chain.advance(60, 5);
            chain.send(call(COUNTER, 0));
            chain.rollback(snapshot);
            assertEquals(1_700_000_000, chain.timestamp());
            assertEquals(100, chain.number());
            assertEquals(Word.ZERO, counted());
        }
    }

    @Test
    void aVisitToThePastShowsItsClock() {
        int snapshot = chain.snapshot();
        chain.advance(60, 5);
        assertEquals(1_700_000_000L, chain.world().visit(snapshot, chain::timestamp));
        assertEquals(1_700_000_060, chain.timestamp());
    }

    @Test
    void slotsAreColdAgainInTheNextTransaction() {
        installCounter();
        long first = chain.send(call(COUNTER, 0)).gasUsed();
        long second = chain.send(call(COUNTER, 0)).gasUsed();
        assertEquals(21000 + 2 + 2100 + 3 + 3 + 2 + 20000, first);
        assertEquals(21000 + 2 + 2100 + 3 + 3 + 2 + 2900, second);
    }

    /** As where a precompile's library cannot be loaded. */
    @Test
    void aRunThatBreaksOffLeavesTheChainAsItWas() {
        install("PUSH1 0x01 PUSH0 SSTORE PUSH0 PUSH0 PUSH0 PUSH0 PUSH0 PUSH1 0x0a GAS CALL");
        chain.setTracer(new Tracer() {
            @Override
            public void onCall(Message message) {
                if (message.depth() > 0) {
                    throw new EvmException("the machine lacks something");
                }
            }
        });
        assertThrows(EvmException.class, () -> chain.send(call(COUNTER, 0)));
        chain.setTracer(Tracer.NONE);
        assertEquals(Word.ZERO, counted());
        assertEquals(0, chain.world().nonce(ALICE));
        installCounter();
        assertTrue(chain.send(call(COUNTER, 0)).ok());
        assertEquals(Word.ONE, counted());
    }

    @Test
    void aTracerSeesCallsWritesAndHashes() {
        install("PUSH1 0x40 PUSH0 KECCAK256 PUSH0 SSTORE PUSH1 0x09 JUMP JUMPDEST PUSH0 SLOAD");
        List<String> seen = new ArrayList<>();
        chain.setTracer(new Tracer() {
            @Override
            public void onCall(Message message) {
                seen.add("call " + message.target());
            }

            @Override
            public void onReturn(Message message, byte[] output, long gasLeft, Optional<String> haltReason) {
                seen.add("return");
            }

            @Override
            public void onKeccak(byte[] memory, int from, int length, Word hash) {
                seen.add("keccak " + length);
            }

            @Override
            public void onSload(Address account, Word slot, Word value) {
                seen.add("sload " + slot);
            }

            @Override
            public void onSstore(Address account, Word slot, Word before, Word after) {
                seen.add("sstore " + slot + " " + before);
            }
        });
        chain.setCoverage(new Coverage((code, pc) -> seen.add("block " + pc)));
        chain.send(call(COUNTER, 0));
        assertEquals(
                List.of("call " + COUNTER, "block 0", "keccak 64", "sstore 0x0 0x0", "block 9", "sload 0x0", "return"),
                seen);
    }
}
