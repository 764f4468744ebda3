package thymus.solver.smt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.harness.system.DeployedSystem;
import thymus.solver.Corpus;
import thymus.solver.ProofOutcome;
import thymus.solver.Prover;
import thymus.solver.ProverOptions;
import thymus.spec.tree.Property;

/**
 * The written queries of proofs, asked of cvc5; the vault's are asked in {@code VaultProofsTest}. With {@code -Dproofs=DIR}
 * it asks about the files there, as {@code ./thymus check} leaves them in a folder such as {@code .thymus/Vault/smt}.
 */
class AnotherSolverAgreesTest {
    private static final Path ABSTRACT =
            Path.of(System.getProperty("thymus.root"), "solver/src/test/resources/abstract-operations/case.inv");

    /** What Z3 takes and another solver need not: names such as {@code and} for functions of the file's own. */
    @Test
    void operationsThatStayAbstractHaveNamesOfTheirOwn(@TempDir Path folder) throws Exception {
        List<Path> files = prove(ABSTRACT, folder);
        String all = "";
        for (Path file : files) {
            assertEquals("unsat", Cvc5.answer(file), file.toString());
            all += Files.readString(file);
        }
        assertTrue(all.contains("(declare-fun evm_and (Int Int) Int)"), all);
    }

    @Test
    void filesThatAreGivenAreUnsatisfiable() throws Exception {
        Optional<Path> folder = Optional.ofNullable(System.getProperty("proofs")).map(Path::of);
        if (folder.isPresent()) {
            Path given = Path.of(System.getProperty("thymus.root")).resolve(folder.get());
            try (Stream<Path> files = Files.list(given)) {
                areUnsatisfiable(files.filter(f -> f.toString().endsWith(".smt2")).sorted().toList());
            }
        }
    }

    private static void areUnsatisfiable(List<Path> files) throws IOException {
        assertFalse(files.isEmpty(), "there is no .smt2 file");
        List<Path> undecided = new ArrayList<>();
        for (Path file : files) {
            String answer = Cvc5.answer(file);
            assertFalse(answer.equals("sat"), () -> file + " is satisfiable: the proof is wrong");
            if (!answer.equals("unsat")) {
                undecided.add(file);
            }
        }
        System.out.println("cvc5: " + (files.size() - undecided.size()) + " of " + files.size() + " queries unsatisfiable");
        assertEquals(List.of(), undecided, "cvc5 does not decide these");
    }

    private static List<Path> prove(Path specification, Path folder) {
        DeployedSystem system = Corpus.deploy(specification);
        List<Path> files = new ArrayList<>();
        try (Prover prover = new Prover(system, ProverOptions.standard().writingTo(folder))) {
            for (Property property : system.specification().properties()) {
                ProofOutcome outcome = prover.prove(property, () -> false);
                files.addAll(assertInstanceOf(ProofOutcome.Proved.class, outcome, property.name()).smtFiles());
            }
        }
        return files;
    }
}
