/**
 * Z3, the solver that makes the proofs.
 *
 * <p>May import of Thymus: {@code solver.smt}, {@code solver.term}.
 */
package thymus.solver.smt.z3;
