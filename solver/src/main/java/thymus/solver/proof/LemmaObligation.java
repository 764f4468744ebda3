package thymus.solver.proof;

import java.util.List;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.term.BoolTerm;

/** A query that is unsatisfiable if the transaction preserves all lemmas. */
record LemmaObligation(SymbolicTransaction transaction, List<BoolTerm> query) {}
