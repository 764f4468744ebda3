/**
 * What the prover wants of a solver, as {@link thymus.solver.smt.SmtSolver}, and what solvers share: the encoding of
 * terms, answers as {@link thymus.solver.smt.SmtResult}, and scripts for other solvers. Each solver has a package
 * below. This package knows no contracts.
 *
 * <p>May import of Thymus: {@code solver}, {@code solver.term}.
 */
package thymus.solver.smt;
