/**
 * cvc5, which shares no code with Z3, on scripts that a proof left behind.
 *
 * <p>May import of Thymus: {@code solver}, {@code solver.smt}.
 */
package thymus.solver.smt.cvc5;
