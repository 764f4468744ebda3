/**
 * The one place that names the solvers: which there are, which makes proofs, and which gives the second opinion.
 *
 * <p>May import of Thymus: {@code solver.smt}, {@code solver.smt.cvc5}, {@code solver.smt.z3}.
 */
package thymus.solver.registry;
