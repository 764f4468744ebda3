package thymus.solver.smt.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.solver.Corpus;
import thymus.solver.ProofOutcome;
import thymus.solver.ProverOptions;
import thymus.solver.proof.Prover;
import thymus.solver.registry.Solvers;
import thymus.solver.smt.SmtResult;
import thymus.solver.smt.SolverFactory;
import thymus.solver.smt.SolverFailedException;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;

/** The prover asks the solver that it is given, and no other: a second one is a package, and the line that opens it. */
class AnySolverCanProveTest {
    private static final Path SPECIFICATION =
            Path.of(System.getProperty("thymus.root"), "solver/src/test/resources/abstract-operations/case.inv");

    @TempDir
    private Path folder;

    private List<ProofOutcome> prove(SolverFactory solver) {
        DeployedSystem system = Corpus.deploy(SPECIFICATION);
        ProverOptions options = ProverOptions.standard().writingTo(folder);
        List<Property> properties = system.specification().properties();
        try (Prover prover = new Prover(system, options, solver)) {
            return properties.stream().map(p -> prover.prove(p, () -> false)).toList();
        }
    }

    @Test
    void oneThatDecidesNothingMakesNoProof() {
        FakeSolver idle = new FakeSolver(() -> new SmtResult.Undecided("no idea", false));
        for (ProofOutcome outcome : prove(idle)) {
            assertFalse(outcome instanceof ProofOutcome.Proved, outcome::toString);
        }
    }

    @Test
    void theQueriesAreWrittenAsTheSolverWritesThem() throws Exception {
        prove(new FakeSolver(SmtResult.Unsatisfiable::new));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertFalse(all.isEmpty());
            for (Path file : all) {
                assertTrue(Files.readString(file).contains("(check-sat) ; of "), file::toString);
            }
        }
    }

    @Test
    void oneThatFailsIsNamedAndNothingIsProved() {
        FakeSolver broken = new FakeSolver(() -> {
            throw new SolverFailedException("Fake", new IllegalStateException("out of memory"));
        });
        for (ProofOutcome outcome : prove(broken)) {
            String reason =
                    assertInstanceOf(ProofOutcome.Unknown.class, outcome).reason();
            assertTrue(reason.startsWith("Fake ended the work: out of memory"), reason);
        }
    }

    @Test
    void theSecondSolverProvesThemToo() {
        for (ProofOutcome outcome : prove(Solvers.named("cvc5").orElseThrow())) {
            assertInstanceOf(ProofOutcome.Proved.class, outcome);
        }
        assertEquals(Solvers.standard(), Solvers.all().getFirst());
    }
}
