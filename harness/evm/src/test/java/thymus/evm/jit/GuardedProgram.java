package thymus.evm.jit;

import java.util.List;
import thymus.evm.EvmFork;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Assembler;
import thymus.evm.interpreter.BlockContext;
import thymus.evm.interpreter.Evm;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.TransactionContext;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;

/** What Jazzer is to break in {@link JazzerSeesProgramsTest}: a contract that no chance breaks. */
public final class GuardedProgram {
    /** Fails where the first 64 bits of its input equal a number, and the next are one of 65,535 in a row. */
    private static final String CODE = """
            PUSH0 CALLDATALOAD PUSH1 0xc0 SHR PUSH8 0x7468796d75733235 EQ PUSH1 0x13 JUMPI STOP
            JUMPDEST PUSH1 0x08 CALLDATALOAD PUSH1 0xc0 SHR DUP1 PUSH8 0x00c0ffee00010000 GT PUSH1 0x29 JUMPI STOP
            JUMPDEST PUSH8 0x00c0ffee00000000 LT PUSH1 0x38 JUMPI STOP
            JUMPDEST INVALID
            """;

    private static final Address CALLER = Address.of(0xca11);
    private static final Address CONTRACT = Address.of(0xc0de);
    private static final TransactionContext TRANSACTION = new TransactionContext(CALLER, Word.ZERO, List.of());
    private static final BlockContext BLOCK = new BlockContext(
            1,
            1_700_000_000,
            Address.of(0xc01b),
            30_000_000,
            Word.ZERO,
            Word.ZERO,
            Word.ZERO,
            Word.ONE,
            number -> Word.ZERO);
    private static final World WORLD = new World();
    private static final Evm EVM = new Evm(WORLD, EvmFork.OSAKA, ExecutionMode.COMPILED.tiers());

    static {
        WORLD.setCode(CONTRACT, Bytecode.of(Assembler.assemble(CODE)));
    }

    private GuardedProgram() {}

    /** Found by Jazzer under this name. */
    public static void fuzzerTestOneInput(byte[] input) {
        WORLD.transaction().begin();
        Message call = new Message(Message.Kind.CALL, CALLER, CONTRACT, CONTRACT, Word.ZERO, input, 100_000, false, 0);
        EVM.execute(call, BLOCK, TRANSACTION).haltReason().ifPresent(reason -> {
            throw new AssertionError(reason);
        });
    }
}
