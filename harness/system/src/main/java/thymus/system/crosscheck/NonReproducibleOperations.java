package thymus.system.crosscheck;

import java.util.Optional;
import java.util.Set;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.FrameView;
import thymus.evm.interpreter.Opcode;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Word;
import thymus.system.execution.DeployedSystem;

/** The block values that no node lets a client set: the randomness, and the hashes of earlier blocks. */
final class NonReproducibleOperations {
    private static final Set<Opcode> INSTRUCTIONS = Set.of(Opcode.PREVRANDAO, Opcode.BLOCKHASH);

    private NonReproducibleOperations() {}

    /**
     * The first such instruction that the transaction executes. The transaction is executed again in its original
     * state.
     */
    static Optional<String> instruction(Recording recording, RecordedTransaction transaction) {
        if (transaction.refused()) {
            return Optional.empty();
        }
        LocalChain chain = recording.system().chain();
        Watcher watcher = new Watcher();
        chain.world().visit(transaction.before(), () -> {
            chain.setClock(transaction.block().timestamp(), transaction.block().number());
            chain.setTracer(watcher);
            try {
                return chain.simulate(new LocalChain.Call(
                        transaction.from(),
                        transaction.to(),
                        Word.of(transaction.value()),
                        transaction.data(),
                        DeployedSystem.GAS));
            } finally {
                chain.setTracer(Tracer.NONE);
            }
        });
        return watcher.found();
    }

    /** Detects the first such instruction. */
    static final class Watcher implements Tracer {
        private Optional<Opcode> found = Optional.empty();

        Optional<String> found() {
            return found.map(Opcode::name);
        }

        @Override
        public boolean wantsSteps() {
            return true;
        }

        @Override
        public void onStep(FrameView frame, Opcode opcode) {
            if (found.isEmpty() && INSTRUCTIONS.contains(opcode)) {
                found = Optional.of(opcode);
            }
        }
    }
}
