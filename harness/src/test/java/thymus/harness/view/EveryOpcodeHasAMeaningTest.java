package thymus.harness.view;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thymus.harness.compile.ExecutionMode;
import thymus.harness.compile.JvmCompiler;
import thymus.harness.evm.BlockContext;
import thymus.harness.evm.Bytecode;
import thymus.harness.evm.CompiledCode;
import thymus.harness.evm.Evm;
import thymus.harness.evm.EvmFork;
import thymus.harness.evm.Message;
import thymus.harness.evm.Opcode;
import thymus.harness.evm.Outcome;
import thymus.harness.evm.Tiers;
import thymus.harness.evm.Tracer;
import thymus.harness.evm.TransactionContext;
import thymus.harness.word.Word;
import thymus.harness.world.Address;
import thymus.harness.world.World;

/** An opcode that is added to the table means something to every reading of it, or is refused by name. */
class EveryOpcodeHasAMeaningTest {
    private static final Address SELF = Address.of(0xc0de);

    @ParameterizedTest
    @EnumSource
    void toTheInterpreter(Opcode opcode) {
        assertDoesNotThrow(() -> run(opcode, EvmFork.OSAKA, Tiers.INTERPRETED, world -> Tracer.NONE), "the interpreter");
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
                () -> run(opcode, EvmFork.OSAKA, Tiers.INTERPRETED, world -> new Recorder(new Readable(world, 1, 1))),
                "recorded views");
    }

    /** Nothing but the column of the table says so. */
    @ParameterizedTest
    @EnumSource
    void onlySinceItsFork(Opcode opcode) {
        for (EvmFork fork : EvmFork.values()) {
            for (Tiers tiers : List.of(Tiers.INTERPRETED, ExecutionMode.COMPILED.tiers())) {
                boolean unknown = run(opcode, fork, tiers, world -> Tracer.NONE).haltReason()
                        .filter("invalid instruction"::equals).isPresent();
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

    private static Outcome run(Opcode opcode, EvmFork fork, Tiers tiers, Function<World, Tracer> tracer) {
        World world = new World();
        world.setCode(SELF, code(opcode));
        world.transaction().begin();
        Evm evm = new Evm(world, fork, tiers);
        evm.setTracer(tracer.apply(world));
        return evm.execute(new Message(Message.Kind.CALL, Address.ZERO, SELF, SELF, Word.ZERO, new byte[0], 100_000, false, 0),
                new BlockContext(1, 1, Address.ZERO, 1, Word.ZERO, Word.ZERO, Word.ZERO, Word.ZERO, n -> Word.ZERO),
                new TransactionContext(Address.ZERO, Word.ZERO, List.of()));
    }
}
