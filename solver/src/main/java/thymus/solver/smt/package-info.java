/**
 * The prover's interface to solvers, {@link thymus.solver.smt.SmtSolver}, and their common parts: the encoding of
 * terms, answers as {@link thymus.solver.smt.SmtResult}, and scripts for other solvers. Each solver has a subpackage.
 * This package knows no contracts.
 *
 * <p>May import of Thymus: {@code solver}, {@code solver.term}.
 */
package thymus.solver.smt;
