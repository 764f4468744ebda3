package thymus.ci.bench;

import java.util.List;
import thymus.contracts.artifact.ArtifactStore;
import thymus.evm.EvmFork;
import thymus.evm.interpreter.BlockContext;
import thymus.evm.interpreter.Evm;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.MessageResult;
import thymus.evm.interpreter.TransactionContext;
import thymus.evm.jit.ExecutionMode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;

/** A kernel deployed on our own EVM. Every call starts from the same state. For one thread. */
public final class LocalKernel {
    /** More gas than any call needs; the limits of a block and of Osaka are not the EVM's. */
    static final long GAS = 1_000_000_000_000L;
    /** Anvil's first account, so that both sides see the same sender. */
    static final Address CALLER = Address.parse("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");

    private static final BlockContext BLOCK = new BlockContext(
            1, 1_700_000_000, Address.ZERO, GAS, Word.ZERO, Word.ZERO, Word.ONE, Word.of(31337), number -> Word.ZERO);
    private static final TransactionContext TRANSACTION = new TransactionContext(CALLER, Word.ZERO, List.of());

    private final World world = new World();
    private final Evm evm;
    private final Address contract = Address.created(CALLER, 0);

    public LocalKernel(Kernel kernel, ArtifactStore artifacts, ExecutionMode mode) {
        evm = new Evm(world, EvmFork.OSAKA, mode.tiers());
        output(new Message(
                Message.Kind.CREATE,
                CALLER,
                contract,
                contract,
                Word.ZERO,
                kernel.creationCode(artifacts),
                GAS,
                false,
                0));
        world.forgetHistory();
    }

    /**
     * Runs {@code run(n)} and reverts its effects.
     *
     * @return its result, 32 bytes
     */
    public byte[] call(byte[] input) {
        int snapshot = world.snapshot();
        try {
            return output(new Message(Message.Kind.CALL, CALLER, contract, contract, Word.ZERO, input, GAS, false, 0));
        } finally {
            world.rollback(snapshot);
        }
    }

    private byte[] output(Message message) {
        world.transaction().begin();
        MessageResult outcome = evm.execute(message, BLOCK, TRANSACTION);
        if (!outcome.ok()) {
            throw new BenchException(
                    message.kind() + " failed: " + outcome.haltReason().orElseThrow());
        }
        return outcome.output();
    }
}
