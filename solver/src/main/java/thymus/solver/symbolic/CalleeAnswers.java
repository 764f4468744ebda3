package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.IntTerm;

/**
 * What callees have answered on a path, and would answer again, because nothing has happened since that may change it.
 */
record CalleeAnswers(List<Answer> list) {
    static final CalleeAnswers NONE = new CalleeAnswers(List.of());

    /**
     * @param arguments the words behind the selector, simplified
     * @param word the number that was answered, where it is one that changes with transfers
     * @param asked the state in which it was answered, where the answer may change with any other
     */
    record Answer(
            BigInteger callee,
            BigInteger selector,
            List<IntTerm> arguments,
            CallData output,
            Optional<IntTerm> word,
            Optional<SymbolicWorld> asked) {
        Answer {
            arguments = List.copyOf(arguments);
        }
    }

    CalleeAnswers {
        list = List.copyOf(list);
    }

    CalleeAnswers with(Answer answer) {
        List<Answer> more = new ArrayList<>(list);
        more.add(answer);
        return new CalleeAnswers(more);
    }

    /** @param change empty for an answer that is no longer known */
    CalleeAnswers changed(Function<Answer, Optional<Answer>> change) {
        return new CalleeAnswers(
                list.stream().flatMap(a -> change.apply(a).stream()).toList());
    }

    Optional<Answer> find(BigInteger callee, BigInteger selector, List<IntTerm> arguments) {
        return list.stream()
                .filter(a -> a.callee().equals(callee)
                        && a.selector().equals(selector)
                        && a.arguments().equals(arguments))
                .findFirst();
    }
}
