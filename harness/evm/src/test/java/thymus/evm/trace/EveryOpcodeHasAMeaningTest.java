package thymus.evm.trace;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thymus.evm.EvmFork;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.BlockContext;
import thymus.evm.interpreter.CompiledCode;
import thymus.evm.interpreter.Evm;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.MessageResult;
import thymus.evm.interpreter.Opcode;
import thymus.evm.interpreter.Tiers;
import thymus.evm.interpreter.Tracer;
import thymus.evm.interpreter.TransactionContext;
import thymus.evm.jit.ExecutionMode;
import thymus.evm.jit.JvmCompiler;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;

/** An opcode that is added to the table means something to every reading of it, or is refused by name. */
class EveryOpcodeHasAMeaningTest {
    private static final Address SELF = Address.of(0xc0de);

    @ParameterizedTest
    @EnumSource
    void toTheInterpreter(Opcode opcode) {
        assertDoesNotThrow(
                () -> run(opcode, EvmFork.OSAKA, Tiers.INTERPRETED, world -> Tracer.NONE), "the interpreter");
    }

    @ParameterizedTest
    @EnumSource
    void toTheCompiler(Opcode opcode) {
        CompiledCode program = assertDoesNotThrow(() -> JvmCompiler.compile(code(opcode)), "the compiler");
        assertNotSame(CompiledCode.NONE, program);
    }

    @ParameterizedTest
    @EnumSource
    void toRecordedViews(Opcode opcode) {
        assertDoesNotThrow(
                () -> run(
                        opcode,
                        EvmFork.OSAKA,
                        Tiers.INTERPRETED,
                        world -> new TraceRecorder(new TracedState(world, 1, 1))),
                "recorded views");
    }

    /** Nothing but the column of the table says so. */
    @ParameterizedTest
    @EnumSource
    void onlySinceItsFork(Opcode opcode) {
        for (EvmFork fork : EvmFork.values()) {
            for (Tiers tiers : List.of(Tiers.INTERPRETED, ExecutionMode.COMPILED.tiers())) {
                boolean unknown = run(opcode, fork, tiers, world -> Tracer.NONE)
                        .haltReason()
                        .filter("invalid instruction"::equals)
                        .isPresent();
                assertEquals(opcode == Opcode.INVALID || !fork.includes(opcode.since()), unknown, fork + " " + tiers);
            }
        }
    }

    /** The instruction on as many zeros as it takes. */
    private static Bytecode code(Opcode opcode) {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        for (int i = 0; i < opcode.pops(); i++) {
            code.write(Opcode.PUSH0.code());
        }
        code.write(opcode.code());
        return Bytecode.of(code.toByteArray());
    }

    private static MessageResult run(Opcode opcode, EvmFork fork, Tiers tiers, Function<World, Tracer> tracer) {
        World world = new World();
        world.setCode(SELF, code(opcode));
        world.transaction().begin();
        Evm evm = new Evm(world, fork, tiers);
        evm.setTracer(tracer.apply(world));
        return evm.execute(
                new Message(Message.Kind.CALL, Address.ZERO, SELF, SELF, Word.ZERO, new byte[0], 100_000, false, 0),
                new BlockContext(1, 1, Address.ZERO, 1, Word.ZERO, Word.ZERO, Word.ZERO, Word.ZERO, n -> Word.ZERO),
                new TransactionContext(Address.ZERO, Word.ZERO, List.of()));
    }
}
