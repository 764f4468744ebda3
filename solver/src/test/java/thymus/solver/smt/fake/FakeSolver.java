package thymus.solver.smt.fake;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import thymus.solver.smt.SmtResult;
import thymus.solver.smt.SmtSolver;
import thymus.solver.smt.SolverFactory;
import thymus.solver.term.BoolTerm;

/** A solver that always answers the same: all that a second solver has to bring. */
public record FakeSolver(Supplier<SmtResult> answer) implements SolverFactory, SmtSolver {
    @Override
    public String id() {
        return "fake";
    }

    @Override
    public String name() {
        return "Fake 1.0";
    }

    @Override
    public void load() {}

    @Override
    public SmtSolver open(int effort) {
        return this;
    }

    @Override
    public SmtResult check(List<BoolTerm> assertions) {
        return answer.get();
    }

    @Override
    public SmtResult check(List<BoolTerm> assertions, int effort) {
        return answer.get();
    }

    @Override
    public boolean contradict(List<BoolTerm> conditions, int effort) {
        return answer.get() instanceof SmtResult.Unsatisfiable;
    }

    @Override
    public List<Integer> core(List<BoolTerm> hypotheses, List<BoolTerm> query) {
        return IntStream.range(0, hypotheses.size()).boxed().toList();
    }

    @Override
    public String smtLib(List<BoolTerm> assertions) {
        return "(check-sat) ; of " + assertions.size() + " assertions\n";
    }

    @Override
    public void interrupt() {}
}
