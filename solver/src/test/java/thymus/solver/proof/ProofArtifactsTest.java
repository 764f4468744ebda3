package thymus.solver.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.solver.Corpus;
import thymus.solver.ProofOutcome;
import thymus.solver.ProverOptions;
import thymus.solver.registry.Solvers;
import thymus.solver.smt.ScriptSolver;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;

/** Each kept query says what it is about, and nothing that others named can say it in its place. */
class ProofArtifactsTest {
    private static final Path SPECIFICATION =
            Path.of(System.getProperty("thymus.root"), "solver/src/test/resources/abstract-operations/case.inv");

    @TempDir
    private Path folder;

    private static Property property() {
        return Corpus.deploy(SPECIFICATION).specification().properties().getFirst();
    }

    @Test
    void aQueryNamesPropertyObligationContractAndFunction() throws Exception {
        DeployedSystem system = Corpus.deploy(SPECIFICATION);
        Property property = system.specification().properties().getFirst();
        try (Prover prover = new Prover(system, ProverOptions.standard().writingTo(folder))) {
            ProofOutcome outcome = prover.prove(property, () -> false);
            List<Path> files =
                    assertInstanceOf(ProofOutcome.Proved.class, outcome).smtFiles();
            List<String> titles = new ArrayList<>();
            for (Path file : files) {
                titles.add(header(file).getFirst());
            }
            assertEquals(
                    List.of(
                            "; invariant bounded: a transaction that changes nothing",
                            "; invariant bounded: c.mix(uint256,uint256,uint256)",
                            "; lemmas of invariant bounded: a transaction that changes nothing",
                            "; lemmas of invariant bounded: c.mix(uint256,uint256,uint256)"),
                    titles);
            assertEquals(
                    List.of(
                            "; invariant bounded: c.mix(uint256,uint256,uint256)",
                            "; property: invariant bounded",
                            "; obligation: no such transaction, from any state in which the lemmas hold, breaks "
                                    + "the property",
                            "; transaction: c.mix(uint256,uint256,uint256)",
                            "; contract: c is C of C.sol:C",
                            "; unsat: the obligation holds; sat: it does not, and the proof is wrong"),
                    header(files.get(1)));
        }
    }

    @Test
    void theBeginningOfAnInductionIsKeptToo() throws Exception {
        DeployedSystem system = Corpus.deploy(
                Path.of(System.getProperty("thymus.root"), "solver/src/test/resources/after-setup/After.inv"));
        Property property = system.specification().properties().getFirst();
        try (Prover prover = new Prover(system, ProverOptions.standard().writingTo(folder))) {
            ProofOutcome outcome = prover.prove(property, () -> false);
            List<Path> files =
                    assertInstanceOf(ProofOutcome.Proved.class, outcome).smtFiles();
            List<Path> beginning = new ArrayList<>();
            for (Path file : files) {
                if (header(file).getFirst().equals("; invariant near: the state after setup")) {
                    beginning.add(file);
                }
            }
            assertEquals(1, beginning.size());
            assertEquals(
                    ScriptSolver.Answer.UNSATISFIABLE,
                    Solvers.secondOpinion(Solvers.SCRIPT_EFFORT).answer(beginning.getFirst()));
        }
    }

    @Test
    void aHostileNameStaysInsideItsComment() throws Exception {
        String name = "f()\n(assert false)\r(assert false)\u2028\u0085\u000b\u000c\u0000(assert false)";
        Terms terms = new Terms();
        ProofArtifacts evidence = new ProofArtifacts(Optional.of(folder));
        Property property = property();
        for (QuerySubject.Obligation obligation : QuerySubject.Obligation.values()) {
            evidence.add(
                    new QuerySubject(property, obligation, name, Optional.of(name)),
                    Solvers.standard().open(1_000_000),
                    List.of(terms.less(terms.zero, terms.symbol("x", Interval.ALL))));
        }
        for (Path file : evidence.files(property.name())) {
            String text = Files.readString(file);
            String comment = text.substring(0, text.indexOf("(set-logic"));
            assertTrue(comment.lines().allMatch(line -> line.startsWith("; ")), comment);
            assertTrue(comment.codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c)), comment);
            assertEquals(
                    ScriptSolver.Answer.SATISFIABLE,
                    Solvers.secondOpinion(Solvers.SCRIPT_EFFORT).answer(file),
                    text);
        }
    }

    private static List<String> header(Path file) throws Exception {
        return Files.readAllLines(file).stream()
                .takeWhile(line -> line.startsWith(";"))
                .toList();
    }
}
