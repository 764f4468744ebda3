package thymus.corpus;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.ci.engine.CheckTarget;
import thymus.ci.expected.ExpectedFile;
import thymus.solver.ProofOutcome;
import thymus.solver.ProverOptions;
import thymus.solver.proof.Prover;
import thymus.solver.registry.Solvers;
import thymus.solver.smt.ScriptSolver;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;

/**
 * cvc5 agrees with every query of every proof of the corpus. The vault's are asked in each build, all in the long
 * profile.
 */
@EnabledIfSystemProperty(named = "thymus.long", matches = "true")
@Tag("integration")
class ProofsAreRecheckedTest {
    private static final long EFFORT = 10 * Solvers.SCRIPT_EFFORT;

    @TempDir
    private Path folder;

    static List<Path> specifications() throws IOException, InterruptedException {
        Packages.installReal();
        List<Path> all = new ArrayList<>();
        for (String part : List.of("vault", "vault/broken", "bench", "real")) {
            all.addAll(CorpusFiles.in(part));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void eachQueryIsUnsatisfiable(Path file) throws IOException {
        ExpectedFile expected = ExpectedFile.read(file);
        CheckTarget subject = CheckTarget.read(file, Optional.empty());
        DeployedSystem system = subject.deploy();
        ScriptSolver solver = Solvers.secondOpinion(EFFORT);
        try (Prover prover = new Prover(system, ProverOptions.standard().writingTo(folder))) {
            for (Property property : system.specification().properties()) {
                if (expected.properties().get(property.name()).word().equals("proved")
                        && prover.prove(property, () -> false) instanceof ProofOutcome.Proved proved) {
                    assertFalse(proved.smtFiles().isEmpty(), property.name());
                    assertAll(proved.smtFiles().stream()
                            .map(query -> () -> assertEquals(
                                    ScriptSolver.Answer.UNSATISFIABLE, solver.answer(query), query.toString())));
                }
            }
        }
    }
}
