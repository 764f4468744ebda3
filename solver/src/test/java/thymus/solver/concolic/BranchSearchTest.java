package thymus.solver.concolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.contracts.abi.AbiValue;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Coverage;
import thymus.evm.interpreter.Tracer;
import thymus.evm.state.Log;
import thymus.fixtures.Repository;
import thymus.solver.Corpus;
import thymus.spec.contract.FunctionModel;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** Around walks through a maze, whose arguments are zero. */
@Tag("integration")
class BranchSearchTest {
    private static final Path MAZE = Repository.root().resolve("corpus/mazes/Maze1.inv");

    /** Through six cells that hold something. */
    private static final List<String> MOVES =
            List.of("east", "east", "south", "east", "south", "south", "west", "south");

    private final DeployedSystem system = Corpus.deploy(MAZE);
    private final int start = system.snapshot();
    private final BranchSearch search = new BranchSearch(Corpus.deploy(MAZE));

    private Step move(String name) {
        FunctionModel function = system.specification().modelOf("maze").functions().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<AbiValue> zeros = Collections.nCopies(4, AbiValue.of(BigInteger.ZERO));
        return new Step("walker", "maze", new StepCall.FunctionCall(function, zeros), BigInteger.ZERO, 0, 0);
    }

    private List<Step> walk() {
        List<Step> steps = new ArrayList<>();
        for (String move : MOVES) {
            steps.add(move(move));
        }
        return steps;
    }

    /** The sites that the steps reach, and the blocks that run. */
    private Set<Integer> sites(List<Step> steps, Set<Integer> blocks) {
        system.rollback(start);
        system.watch(Tracer.NONE, new Coverage((code, pc) -> blocks.add(pc)));
        Set<Integer> sites = new TreeSet<>();
        for (Step step : steps) {
            for (Log log : system.execute(step).receipt().logs()) {
                sites.add(new BigInteger(1, log.data()).intValueExact());
            }
        }
        system.watch(Tracer.NONE, Coverage.NONE);
        return sites;
    }

    private List<List<Step>> around(List<Step> steps, int open) {
        Set<Integer> seen = new HashSet<>();
        sites(steps, seen);
        List<List<Step>> answers = search.search(steps, open, new Goals() {
            @Override
            public boolean isWanted(Bytecode code, int pc) {
                return !seen.contains(pc);
            }

            @Override
            public List<String> senders(Step step) {
                return List.of("walker");
            }

            @Override
            public boolean goesOn() {
                return true;
            }
        });
        assertFalse(answers.isEmpty(), "there is an answer to look at");
        return answers;
    }

    private Set<Integer> reached(List<List<Step>> answers) {
        Set<Integer> sites = new TreeSet<>();
        answers.forEach(answer -> sites.addAll(sites(answer, new HashSet<>())));
        return sites;
    }

    @Test
    void findsWhatTheCellsOfAWalkHold() {
        List<Step> walk = walk();
        Set<Integer> before = sites(walk, new HashSet<>());
        Set<Integer> after = reached(around(walk, walk.size()));
        assertTrue(after.size() > before.size(), before + " and then " + after);
    }

    @Test
    void everyAnswerEntersABlockThatTheSequenceDidNot() {
        List<Step> walk = walk();
        Set<Integer> known = new HashSet<>();
        sites(walk, known);
        for (List<Step> answer : around(walk, 1)) {
            Set<Integer> blocks = new HashSet<>();
            sites(answer, blocks);
            blocks.removeAll(known);
            assertFalse(blocks.isEmpty(), answer::toString);
        }
    }

    @Test
    void onlyOpenStepsChange() {
        List<Step> walk = walk();
        for (List<Step> answer : around(walk, 2)) {
            assertEquals(walk.subList(0, walk.size() - 2), answer.subList(0, walk.size() - 2));
        }
    }

    @Test
    void equalQuestionsGetEqualAnswers() {
        List<Step> walk = walk();
        assertEquals(around(walk, 4), around(walk, 4));
    }
}
