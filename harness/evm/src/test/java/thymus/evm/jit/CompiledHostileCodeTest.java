package thymus.evm.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.CompiledCode;
import thymus.evm.interpreter.Tiers;
import thymus.evm.primitive.Address;

/** Code that is made to hurt a compiler: bounded time, and the same as interpreted. */
@Tag("integration")
class CompiledHostileCodeTest {
    private static final Address SELF = Address.of(0xc0de);
    private static final int LARGEST = 24576;
    private static final Duration BOUND = Duration.ofSeconds(20);

    private static Observation agree(byte[] code, long gas) {
        Map<Address, byte[]> contracts = Map.of(SELF, code);
        Observation interpreted = Observation.of(contracts, new byte[40], gas, Tiers.INTERPRETED);
        assertEquals(
                interpreted,
                assertTimeoutPreemptively(
                        BOUND, () -> Observation.of(contracts, new byte[40], gas, ExecutionMode.COMPILED.tiers())));
        return interpreted;
    }

    /** The assembler's one-byte instructions again and again, up to the largest size. */
    private static byte[] filled(int... pattern) {
        byte[] code = new byte[LARGEST];
        for (int i = 0; i < LARGEST; i++) {
            code[i] = (byte) pattern[i % pattern.length];
        }
        return code;
    }

    @Test
    void nothingButJumpDestinationsIsLeftToTheInterpreter() {
        byte[] code = filled(0x5b);
        assertSame(CompiledCode.NONE, JvmCompiler.compile(Bytecode.of(code)));
        assertTrue(agree(code, 1_000_000).ok());
    }

    @Test
    void oneBlockOfTheLargestSizeIsCut() {
        byte[] code = filled(0x58, 0x50);
        assertNotSame(CompiledCode.NONE, JvmCompiler.compile(Bytecode.of(code)));
        assertTrue(agree(code, 1_000_000).ok());
    }

    @Test
    void aBlockThatGrowsTheStackEndsWhereItIsFull() {
        assertEquals("stack overflow", agree(filled(0x5f), 1_000_000).end().orElseThrow());
        assertEquals("stack underflow", agree(filled(0x50), 1_000_000).end().orElseThrow());
    }

    @Test
    void comparisonsOfComparisonsDoNotGrow() {
        agree(filled(0x80, 0x10), 1_000_000);
        agree(filled(0x15, 0x80, 0x14, 0x80, 0x15), 1_000_000);
        byte[] code = filled(0x80, 0x10);
        code[0] = 0x36;
        agree(code, 1_000_000);
    }

    /** Every block jumps to a place that it computes from the value sent, which is 2: no jump is understood. */
    @Test
    void jumpsThatDefeatResolutionGoByValue() {
        byte[] code = new byte[LARGEST];
        int at = 0;
        while (at + 8 < LARGEST) {
            int next = at + 8;
            byte[] block = {0x5b, 0x34, 0x61, (byte) ((next - 2) >> 8), (byte) (next - 2), 0x01, 0x56, 0x00};
            System.arraycopy(block, 0, code, at, 8);
            at = next;
        }
        code[at] = 0x5b;
        assertTrue(agree(code, 1_000_000).ok());
    }

    /** A jump that may lead to each of thousands of places, all of which are pushed. */
    @Test
    void jumpTablesOfTheLargestSize() {
        byte[] code = new byte[LARGEST];
        int blocks = LARGEST / 10;
        for (int i = 0; i < blocks; i++) {
            int to = (int) ((i * 7919L + 1) % blocks) * 10;
            int from = (int) ((i * 104729L + 5) % blocks) * 10;
            byte[] block = {
                0x5b, 0x61, (byte) (to >> 8), (byte) to, 0x61, (byte) (from >> 8), (byte) from, (byte) 0x91, 0x50, 0x56
            };
            System.arraycopy(block, 0, code, i * 10, 10);
        }
        agree(code, 200_000);
    }

    @Test
    void randomBytesOfTheLargestSize() {
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            byte[] code = new byte[LARGEST];
            random.nextBytes(code);
            agree(code, 200_000);
        }
    }

    @Test
    void thousandsOfDifferentConstants() {
        byte[] code = new byte[LARGEST];
        Random random = new Random(2);
        random.nextBytes(code);
        for (int at = 0; at + 10 <= LARGEST; at += 10) {
            code[at] = 0x67;
            code[at + 9] = 0x50;
        }
        Arrays.fill(code, LARGEST - LARGEST % 10, LARGEST, (byte) 0);
        assertTrue(agree(code, 1_000_000).ok());
    }

    /** The gas limit of a message, not of a transaction, may be anything. */
    @Test
    void endlessLoopsEnd() {
        byte[] loop = {0x5b, 0x5f, 0x56};
        assertEquals("out of gas", agree(loop, 3_000_000).end().orElseThrow());
    }

    /**
     * Keys of mappings and words of storage feed campaigns: they must not depend on when code happens to be compiled.
     */
    @Test
    void whoeverRunsOutOfGasWasSeenDoingTheSame() {
        // Hash 64 bytes, read that slot, hash the value, write its slot, log, and fail on purpose.
        byte[] code = HexFormat.of().parseHex("60405f2080545f5260405f205560205fa0600a600a0a505f54505f5ffe");
        for (long gas = 0; gas < 32_000; gas++) {
            agree(code, gas);
        }
    }
}
