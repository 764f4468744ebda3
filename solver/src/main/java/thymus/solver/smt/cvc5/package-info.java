/**
 * cvc5, which shares no code with the solver that makes the proofs. It answers the prover, and the scripts that a proof
 * has left.
 *
 * <p>May import of Thymus: {@code solver}, {@code solver.smt}, {@code solver.term}.
 */
package thymus.solver.smt.cvc5;
