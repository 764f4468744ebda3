package thymus.solver.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.fixtures.Repository;
import thymus.solver.Corpus;
import thymus.solver.ProofOutcome;
import thymus.solver.ProverOptions;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;

/**
 * The same file gives the same proofs: method, lemmas, and queries byte for byte. Z3's binding frees native terms when
 * Java's garbage collector says so, and Z3 gives their numbers, by which it orders, to the next ones: so one run is
 * collected between queries, the other hardly.
 */
@Tag("integration")
class ProofsAreRepeatableTest {
    private static final int QUERIES_BETWEEN_COLLECTIONS = 25;

    private record Proof(String property, String method, List<String> lemmas, List<String> queries) {}

    @Test
    void twoProversSayTheSameWhateverTheGarbageCollectorDoes(@TempDir Path folder) throws Exception {
        List<Proof> undisturbed = prove(folder.resolve("undisturbed"), () -> false);
        AtomicInteger asked = new AtomicInteger();
        List<Proof> collected = prove(folder.resolve("collected"), () -> {
            if (asked.incrementAndGet() % QUERIES_BETWEEN_COLLECTIONS == 0) {
                System.gc();
            }
            return false;
        });
        assertEquals(undisturbed.size(), collected.size());
        for (int i = 0; i < undisturbed.size(); i++) {
            assertEquals(undisturbed.get(i), collected.get(i));
        }
    }

    private static List<Proof> prove(Path folder, BooleanSupplier stopped) throws Exception {
        DeployedSystem system = Corpus.deploy(Repository.vault());
        List<Proof> proofs = new ArrayList<>();
        try (Prover prover = new Prover(system, ProverOptions.standard().writingTo(folder))) {
            for (Property property : system.specification().properties()) {
                ProofOutcome.Proved proved =
                        assertInstanceOf(ProofOutcome.Proved.class, prover.prove(property, stopped), property.name());
                List<String> queries = new ArrayList<>();
                for (Path file : proved.smtFiles()) {
                    queries.add(folder.relativize(file) + "\n" + Files.readString(file));
                }
                proofs.add(new Proof(property.name(), proved.method(), proved.lemmas(), queries));
            }
        }
        return proofs;
    }
}
