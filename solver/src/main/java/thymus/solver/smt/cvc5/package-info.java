/**
 * cvc5, which shares no code with the solver that makes the proofs. It answers the scripts that a proof left behind,
 * and the prover.
 *
 * <p>May import of Thymus: {@code solver}, {@code solver.smt}, {@code solver.term}.
 */
package thymus.solver.smt.cvc5;
