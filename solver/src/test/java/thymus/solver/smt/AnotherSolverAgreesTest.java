package thymus.solver.smt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.fixtures.Repository;
import thymus.solver.Corpus;
import thymus.solver.ProofOutcome;
import thymus.solver.ProverOptions;
import thymus.solver.proof.Prover;
import thymus.solver.registry.Solvers;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;

/**
 * The written queries of proofs, asked of cvc5; the vault's are asked in {@code VaultProofsTest}.
 */
@Tag("integration")
class AnotherSolverAgreesTest {
    private static final Path ABSTRACT = Repository.at("solver/src/test/resources/abstract-operations/case.inv");

    /** What Z3 takes and another solver need not: names such as {@code and} for functions of the file's own. */
    @Test
    void operationsThatStayAbstractHaveNamesOfTheirOwn(@TempDir Path folder) throws Exception {
        List<Path> files = prove(ABSTRACT, folder);
        String all = "";
        for (Path file : files) {
            assertEquals(
                    ScriptSolver.Answer.UNSATISFIABLE,
                    Solvers.secondOpinion(Solvers.SCRIPT_EFFORT).answer(file),
                    file.toString());
            all += Files.readString(file);
        }
        assertTrue(all.contains("(declare-fun evm_and (Int Int) Int)"), all);
    }

    private static List<Path> prove(Path specification, Path folder) {
        DeployedSystem system = Corpus.deploy(specification);
        List<Path> files = new ArrayList<>();
        try (Prover prover = new Prover(system, ProverOptions.standard().writingTo(folder))) {
            for (Property property : system.specification().properties()) {
                ProofOutcome outcome = prover.prove(property, () -> false);
                files.addAll(assertInstanceOf(ProofOutcome.Proved.class, outcome, property.name())
                        .smtFiles());
            }
        }
        return files;
    }
}
