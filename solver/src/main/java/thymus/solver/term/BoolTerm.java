package thymus.solver.term;

import java.util.List;

/**
 * A boolean term over integers. The negation of an order is again an order, so {@link Not} applies to equalities only.
 */
public sealed interface BoolTerm {
    /** The creation order within its {@link Terms}; also the canonical order of junctions. */
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
