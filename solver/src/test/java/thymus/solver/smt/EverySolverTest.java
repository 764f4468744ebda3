package thymus.solver.smt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.solver.registry.Solvers;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/** What the prover takes for granted of any solver that is built in. */
class EverySolverTest {
    private static final int EFFORT = 2_000_000;

    private final Terms terms = new Terms();
    private final IntTerm x = terms.symbol("x", Interval.unsigned(256));
    private final IntTerm y = terms.symbol("a name with spaces", Interval.unsigned(256));
    private final UnknownFunction f = UnknownFunction.into("f", Interval.unsigned(8));

    private static List<SolverFactory> solvers() {
        return Solvers.all();
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void saysItsNameAndVersionAndIsChosenByItsId(SolverFactory solver) {
        solver.load();
        assertTrue(solver.name().matches("\\w+ [0-9.]+.*"), solver.name());
        assertEquals(solver, Solvers.named(solver.id()).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void rangesHoldOfUnknownsAndFunctions(SolverFactory solver) {
        IntTerm value = terms.apply(f, List.of(x));
        BoolTerm large = terms.less(terms.constant(255), value);
        assertEquals(new SmtResult.Unsatisfiable(), solver.open(EFFORT).check(List.of(large)));
        assertEquals(new SmtResult.Unsatisfiable(), solver.open(EFFORT).check(List.of(terms.less(x, terms.zero))));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aModelSatisfiesWhatWasAsked(SolverFactory solver) {
        List<BoolTerm> query = List.of(
                terms.equal(terms.add(x, terms.constant(5)), terms.constant(17)),
                terms.equal(y, terms.add(x, terms.constant(BigInteger.TWO.pow(200)))),
                terms.equal(terms.apply(f, List.of(x)), terms.constant(7)),
                terms.equal(terms.apply(f, List.of(y)), terms.constant(9)));
        SmtResult.Satisfiable model = assertInstanceOf(
                SmtResult.Satisfiable.class, solver.open(EFFORT).check(query));
        query.forEach(assertion -> assertTrue(model.truth(assertion), assertion::toString));
        assertEquals(BigInteger.valueOf(12), model.value(x));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aCoreLeavesOutWhatWasNotNeeded(SolverFactory solver) {
        BoolTerm idle = terms.less(y, terms.constant(9));
        BoolTerm needed = terms.less(x, terms.constant(5));
        BoolTerm fact = terms.less(terms.constant(5), x);
        List<BoolTerm> query = List.of(idle, needed, fact);
        assertEquals(List.of(1), solver.open(EFFORT).core(List.of(idle, needed), query));
        List<BoolTerm> satisfiable = List.of(idle, needed);
        assertEquals(List.of(0, 1), solver.open(EFFORT).core(satisfiable, satisfiable));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void anEffortThatDoesNotSufficeIsSaid(SolverFactory solver) {
        SmtResult result = solver.open(EFFORT).check(hard(), 20_000);
        assertTrue(assertInstanceOf(SmtResult.Undecided.class, result).isExhausted(), result::toString);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void whatContradictsPlainlyIsSeenAndWhatMayHoldIsLeft(SolverFactory solver) {
        SmtSolver open = solver.open(EFFORT);
        IntTerm product = terms.multiply(x, y);
        assertTrue(open.contradict(List.of(terms.less(x, y), terms.less(y, terms.add(x, terms.one))), EFFORT));
        assertTrue(open.contradict(List.of(terms.less(product, x), terms.less(x, product)), EFFORT));
        assertFalse(open.contradict(List.of(terms.less(x, product)), EFFORT));
        assertFalse(open.contradict(hard(), 20_000));
    }

    private List<BoolTerm> hard() {
        IntTerm z = terms.symbol("z", Interval.unsigned(256));
        return List.of(
                terms.less(terms.one, x),
                terms.less(terms.one, y),
                terms.less(terms.one, z),
                terms.equal(fifthPower(x), terms.add(fifthPower(y), fifthPower(z))));
    }

    private IntTerm fifthPower(IntTerm term) {
        IntTerm square = terms.multiply(term, term);
        return terms.multiply(terms.multiply(square, square), term);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void anotherSolverReadsItsScripts(SolverFactory solver, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("query.smt2");
        List<BoolTerm> query = List.of(terms.less(x, terms.apply(f, List.of(y))), terms.less(terms.constant(255), x));
        Files.writeString(file, solver.open(EFFORT).smtLib(query));
        assertEquals(
                ScriptSolver.Answer.UNSATISFIABLE,
                Solvers.secondOpinion(Solvers.SCRIPT_EFFORT).answer(file));
        Files.writeString(file, solver.open(EFFORT).smtLib(query.subList(0, 1)));
        assertEquals(
                ScriptSolver.Answer.SATISFIABLE,
                Solvers.secondOpinion(Solvers.SCRIPT_EFFORT).answer(file));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void anInterruptBetweenQueriesSpoilsNone(SolverFactory solver) {
        SmtSolver open = solver.open(EFFORT);
        open.interrupt();
        assertEquals(new SmtResult.Unsatisfiable(), open.check(List.of(terms.less(x, terms.zero))));
    }
}
