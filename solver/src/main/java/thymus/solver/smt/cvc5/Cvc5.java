package thymus.solver.smt.cvc5;

import io.github.cvc5.CVC5ApiException;
import io.github.cvc5.Result;
import io.github.cvc5.Solver;
import io.github.cvc5.Term;
import io.github.cvc5.TermManager;
import io.github.cvc5.UnknownExplanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import thymus.solver.smt.Encoder;
import thymus.solver.smt.SmtResult;
import thymus.solver.smt.SmtSolver;
import thymus.solver.smt.SolverFailedException;
import thymus.solver.term.BoolTerm;

/** cvc5 over integers. Each query has its own solver. */
final class Cvc5 implements SmtSolver {
    /** The cost of one cvc5 unit in units of the interface, approximately. */
    private static final int UNITS_IN_ONE = 2;

    private final int effort;

    Cvc5(int effort) {
        this.effort = effort;
    }

    /** A query in cvc5. */
    private record Query(Solver solver, Cvc5Encoder encoder) {
        static Query open(int effort) {
            TermManager terms = new TermManager();
            Solver solver = new Solver(terms);
            solver.setOption("rlimit-per", Integer.toString(Math.max(1, effort / UNITS_IN_ONE)));
            solver.setLogic("ALL");
            return new Query(solver, new Cvc5Encoder(terms));
        }
    }

    @Override
    public SmtResult check(List<BoolTerm> assertions) {
        return check(assertions, effort);
    }

    @Override
    public SmtResult check(List<BoolTerm> assertions, int resources) {
        return call(() -> {
            Query query = Query.open(resources);
            query.solver().setOption("produce-models", "true");
            all(query.encoder().encode(assertions)).forEach(query.solver()::assertFormula);
            Result result = query.solver().checkSat();
            if (result.isUnsat()) {
                return new SmtResult.Unsatisfiable();
            }
            return result.isSat() ? Cvc5Model.read(query.solver(), query.encoder()) : undecided(result);
        });
    }

    private static SmtResult undecided(Result result) {
        UnknownExplanation reason = result.getUnknownExplanation();
        return new SmtResult.Undecided(
                reason.name().toLowerCase(Locale.ROOT).replace('_', ' '), reason == UnknownExplanation.RESOURCEOUT);
    }

    private static List<Term> all(Encoder.Formula<Term> formula) {
        List<Term> all = new ArrayList<>(formula.sideConditions());
        all.addAll(formula.assertions());
        return all;
    }

    @Override
    public boolean contradict(List<BoolTerm> conditions, int effort) {
        return check(conditions, effort) instanceof SmtResult.Unsatisfiable;
    }

    @Override
    public List<Integer> core(List<BoolTerm> hypotheses, List<BoolTerm> query) {
        return call(() -> {
            Query asked = Query.open(effort);
            asked.solver().setOption("produce-unsat-cores", "true");
            all(asked.encoder().encode(query)).forEach(asked.solver()::assertFormula);
            boolean isUnsat = asked.solver().checkSat().isUnsat();
            List<Term> core = isUnsat ? List.of(asked.solver().getUnsatCore()) : List.of();
            return IntStream.range(0, hypotheses.size())
                    .filter(i -> query.contains(hypotheses.get(i)))
                    .filter(i -> !isUnsat || core.contains(asked.encoder().truth(hypotheses.get(i))))
                    .boxed()
                    .toList();
        });
    }

    @Override
    public String smtLib(List<BoolTerm> assertions) {
        return call(() -> {
            Cvc5Encoder encoder = new Cvc5Encoder(new TermManager());
            List<Term> formula = all(encoder.encode(assertions));
            StringBuilder script = new StringBuilder("(set-logic ALL)\n");
            encoder.declarations().forEach(line -> script.append(line).append('\n'));
            formula.forEach(
                    assertion -> script.append("(assert ").append(assertion).append(")\n"));
            return script.append("(check-sat)\n").toString();
        });
    }

    private static <T> T call(Supplier<T> work) {
        try {
            return Cvc5Native.call(work);
        } catch (CVC5ApiException e) {
            throw new SolverFailedException(Cvc5Native.NAME, e);
        }
    }

    /** cvc5's Java binding cannot end a query early, so a running query ends at its limit. */
    @Override
    public void interrupt() {}
}
