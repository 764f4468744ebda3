package thymus.solver.term;

import java.util.List;

/** A truth value over integers. The negation of an order is an order, so {@link Not} stands before equalities only. */
public sealed interface BoolTerm {
    int id();

    record Truth(int id, boolean value) implements BoolTerm {}

    /** {@code term <= 0}. */
    record NotPositive(int id, IntTerm term) implements BoolTerm {}

    /** {@code term == 0}. */
    record Zero(int id, IntTerm term) implements BoolTerm {}

    record Not(int id, BoolTerm operand) implements BoolTerm {}

    record And(int id, List<BoolTerm> operands) implements BoolTerm {}

    record Or(int id, List<BoolTerm> operands) implements BoolTerm {}
}
