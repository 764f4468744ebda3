/**
 * Solvers: terms as Z3 expressions, answers as {@link thymus.solver.smt.SmtResult}, and scripts for other solvers.
 * Effort is counted in resource units, so that a slow machine gives the same answer. This package knows no
 * contracts.
 *
 * <p>May import of Thymus: {@code solver}, {@code solver.term}.
 */
package thymus.solver.smt;
