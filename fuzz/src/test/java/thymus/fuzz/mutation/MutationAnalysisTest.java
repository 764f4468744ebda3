package thymus.fuzz.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.fixtures.Repository;
import thymus.fuzz.system.Corpus;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;

@Tag("integration")
class MutationAnalysisTest {
    private static MutationResult run(int workers, Set<String> properties) throws InterruptedException {
        DeployedSystem system = Corpus.deploy(Repository.vault());
        List<Property> asked = system.specification().properties().stream()
                .filter(p -> properties.isEmpty() || properties.contains(p.name()))
                .toList();
        return new MutationAnalysis(
                        () -> Corpus.deploy(Repository.vault()),
                        new MutationAnalysis.Settings(1, 4_000, 1_500, workers))
                .run(asked, Set.of("token"), (done, all) -> {});
    }

    private static List<String> fates(MutationResult result) {
        Function<MutationResult.Outcome, String> fate =
                o -> o.mutant().place() + o.mutant().operator() + o.killer();
        return result.outcomes().stream().map(fate).toList();
    }

    @Test
    void theResultDoesNotDependOnTheWorkers() throws InterruptedException {
        MutationResult one = run(1, Set.of());
        assertEquals(fates(one), fates(run(2, Set.of())));
        assertTrue(
                one.killed() > 0 && one.killed() < one.outcomes().size(),
                () -> fates(one).toString());
        assertEquals(
                one.killed(),
                one.kills().values().stream().mapToLong(Long::longValue).sum());
    }

    /** A deposit without tokens breaks a property only if the rest of the deposit goes on. */
    @Test
    void aDroppedCallAnswersThatAllIsWell() throws InterruptedException {
        MutationResult result = new MutationAnalysis(
                        () -> Corpus.deploy(Repository.vault()), new MutationAnalysis.Settings(1, 4_000, 1_500, 1))
                .run(
                        Corpus.deploy(Repository.vault()).specification().properties(),
                        Set.of("vault"),
                        (done, all) -> {});
        assertEquals(
                List.of("solvent"),
                result.outcomes().stream()
                        .filter(o -> o.mutant().operator() == MutationOperator.CALL_DROPPED
                                && o.mutant().source().contains("transferFrom"))
                        .map(o -> o.killer().orElse("nobody"))
                        .toList());
    }

    @Test
    void aSpecificationThatSaysLessKillsLess() throws InterruptedException {
        assertTrue(run(1, Set.of("clock")).killed() < run(1, Set.of()).killed());
    }
}
