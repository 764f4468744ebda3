package thymus.evm.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import thymus.evm.EvmFork;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;
import thymus.evm.state.World;

/**
 * Runs the vectors: a contract at 0xc0de with 1000 wei and 0x11 in slot 1, called with 7 wei and the bytes 1 to 40 from
 * 0xca11, which has 100 wei; a contract at 0xaa with the code of the field {@code other}; nothing is warm.
 */
class VectorTest {
    private static final Address SELF = Address.of(0xc0de);
    private static final Address CALLER = Address.of(0xca11);
    private static final Address OTHER = Address.of(0xaa);
    private static final long GAS = 1_000_000;
    private static final BlockContext BLOCK = new BlockContext(
            1000,
            1_700_000_000,
            Address.of(0xc01b),
            30_000_000,
            Word.of(7),
            Word.of(0x1234),
            Word.of(3),
            Word.ONE,
            number -> Word.of(2 * number));
    private static final TransactionContext TRANSACTION =
            new TransactionContext(CALLER, Word.of(9), List.of(Word.of(0xb10b)));

    /** The stack of the outermost frame at its last instruction, and all instructions that ran. */
    private static final class Recorder implements Tracer {
        private final Set<Opcode> executed = EnumSet.noneOf(Opcode.class);
        private List<Word> stack = new ArrayList<>();

        @Override
        public boolean wantsSteps() {
            return true;
        }

        @Override
        public void onStep(FrameView frame, Opcode opcode) {
            executed.add(opcode);
            if (frame.message().depth() == 0) {
                stack = IntStream.range(0, frame.stackSize())
                        .mapToObj(i -> frame.stack(frame.stackSize() - 1 - i))
                        .toList();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> vectors() throws IOException {
        return Vector.all().stream().map(v -> DynamicTest.dynamicTest(v.title(), () -> check(v, new Recorder())));
    }

    @Test
    void noOpcodeIsWithoutAVector() throws IOException {
        Recorder recorder = new Recorder();
        for (Vector vector : Vector.all()) {
            check(vector, recorder);
        }
        assertEquals(EnumSet.noneOf(Opcode.class), EnumSet.complementOf(EnumSet.copyOf(recorder.executed)));
    }

    private static void check(Vector vector, Recorder recorder) {
        World world = new World();
        world.setBalance(CALLER, Word.of(100));
        world.setBalance(SELF, Word.of(1000));
        world.setNonce(SELF, 1);
        world.setCode(SELF, Bytecode.of(vector.code()));
        world.setStorage(SELF, Word.ONE, Word.of(0x11));
        vector.field("other").ifPresent(code -> world.setCode(OTHER, Bytecode.of(Assembler.assemble(code))));
        world.transaction().begin();
        Evm evm = new Evm(world, vector.field("fork").map(EvmFork::valueOf).orElse(EvmFork.OSAKA), Tiers.INTERPRETED);
        evm.setTracer(recorder);
        byte[] input = new byte[40];
        for (int i = 0; i < input.length; i++) {
            input[i] = (byte) (i + 1);
        }
        long gas = vector.number("limit", GAS);
        MessageResult outcome = evm.execute(
                new Message(Message.Kind.CALL, CALLER, SELF, SELF, Word.of(7), input, gas, false, 0),
                BLOCK,
                TRANSACTION);

        assertEquals(vector.field("halt"), outcome.haltReason());
        vector.words("stack").ifPresent(stack -> assertEquals(stack, recorder.stack));
        assertEquals(vector.number("gas", -1), gas - outcome.gasLeft());
        compare(vector, world, outcome);
    }

    private static void compare(Vector vector, World world, MessageResult outcome) {
        vector.field("output")
                .ifPresent(o -> assertEquals(o, "0x" + HexFormat.of().formatHex(outcome.output())));
        vector.field("refund")
                .ifPresent(
                        r -> assertEquals(Long.parseLong(r), world.transaction().refund()));
        vector.field("storage").ifPresent(s -> {
            String[] sides = s.split("=");
            assertEquals(Word.parse(sides[1]), world.storage(SELF, Word.parse(sides[0])));
        });
        vector.field("balance").ifPresent(b -> {
            String[] sides = b.split("=");
            assertEquals(Word.of(Long.parseLong(sides[1])), world.balance(Address.parse(sides[0])));
        });
        vector.words("log").ifPresent(log -> {
            Log emitted = world.transaction().logs().getFirst();
            assertEquals(SELF, emitted.address());
            assertEquals(log.getFirst(), Word.fromBytes(emitted.data()));
            assertEquals(log.subList(1, log.size()), emitted.topics());
        });
        assertTrue(vector.field("log").isPresent() || world.transaction().logs().isEmpty());
    }
}
