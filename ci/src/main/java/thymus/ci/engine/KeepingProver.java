package thymus.ci.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import thymus.ci.check.ProofResult;
import thymus.ci.check.PropertyProver;
import thymus.spec.tree.Property;

/** Looks for a kept proof first, and keeps those that are made. */
final class KeepingProver implements PropertyProver {
    private final PropertyProver prover;
    private final KeptProofs kept;
    private final ProofKey key;
    private final Path evidence;

    /** @param evidence where the queries of a kept proof are copied to */
    KeepingProver(PropertyProver prover, KeptProofs kept, ProofKey key, Path evidence) {
        this.prover = prover;
        this.kept = kept;
        this.key = key;
        this.evidence = evidence;
    }

    @Override
    public Optional<ProofResult> recall(Property property) {
        return kept.find(key.of(property), evidence).map(proof -> proof);
    }

    @Override
    public Optional<ProofResult> proveQuickly(Property property, BooleanSupplier stopped) {
        return prover.proveQuickly(property, stopped).map(result -> keep(property, result));
    }

    @Override
    public ProofResult prove(Property property, BooleanSupplier stopped) {
        return keep(property, prover.prove(property, stopped));
    }

    private ProofResult keep(Property property, ProofResult result) {
        if (result instanceof ProofResult.Proved proof) {
            kept.keep(key.of(property), proof);
        }
        return result;
    }

    @Override
    public void interrupt() {
        prover.interrupt();
    }

    @Override
    public void close() {
        prover.close();
    }
}
