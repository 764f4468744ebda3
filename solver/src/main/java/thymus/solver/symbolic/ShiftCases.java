package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import thymus.evm.interpreter.Opcode;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.IntTerm.Sum.Part;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;

/**
 * Shifts by one of a few distances, such as the place of an array's element among those that share its slot. Each
 * distance is a separate path, on which the shift is by a constant.
 */
final class ShiftCases {
    /** Elements of two bytes share a slot with 15 others. With 32, the rests of texts would be cases too. */
    private static final int MOST_REMAINDERS = 16;

    private static final int MOST = 8;

    private final Worklist paths;
    private final Predicate<List<BoolTerm>> possible;

    /** @param possible whether conditions are satisfiable together; may return true if in doubt */
    ShiftCases(Worklist paths, Predicate<List<BoolTerm>> possible) {
        this.paths = paths;
        this.possible = possible;
    }

    /**
     * Forks the path where the next instruction shifts by one of a few distances.
     *
     * @return false if the path ended because other paths represent it
     */
    boolean fork(Path path, Opcode opcode) {
        Frame frame = path.frame();
        int place = frame.stack.size() - (opcode == Opcode.EXP ? 2 : 1);
        if (opcode == Opcode.EXP && Terms.constantOf(frame.stack.getLast()).isEmpty()) {
            return true;
        }
        IntTerm distance = path.simplifier.simplify(frame.stack.get(place));
        Optional<Part> variable = variable(distance);
        if (variable.isEmpty()) {
            return true;
        }
        Interval values = path.simplifier.facts().range(variable.get().term());
        if (values.single().isPresent() || !isFew(values, variable.get().term())) {
            return true;
        }
        IntTerm term = variable.get().term();
        for (BigInteger value = values.low().orElseThrow();
                value.compareTo(values.high().orElseThrow()) <= 0;
                value = value.add(BigInteger.ONE)) {
            path.budget.fork(path, paths.size());
            Path one = path.copy();
            one.assume(path.terms.equal(term, path.terms.constant(value)));
            one.frame()
                    .stack
                    .set(
                            place,
                            path.terms.constant(Terms.constantPart(distance)
                                    .add(value.multiply(variable.get().coefficient()))));
            if (!one.simplifier.facts().isContradictory() && possible.test(one.conditions)) {
                paths.add(one);
            }
        }
        return false;
    }

    static boolean isShift(Opcode opcode) {
        return switch (opcode) {
            case EXP, SHL, SHR, SAR, BYTE -> true;
            default -> false;
        };
    }

    private static Optional<Part> variable(IntTerm distance) {
        List<Part> parts = Terms.parts(distance);
        return parts.size() == 1 ? Optional.of(parts.getFirst()) : Optional.empty();
    }

    private static boolean isFew(Interval values, IntTerm term) {
        if (values.low().isEmpty() || values.high().isEmpty()) {
            return false;
        }
        BigInteger count = values.high().get().subtract(values.low().get()).add(BigInteger.ONE);
        int most = term instanceof IntTerm.Remainder ? MOST_REMAINDERS : MOST;
        return count.compareTo(BigInteger.valueOf(most)) <= 0;
    }
}
