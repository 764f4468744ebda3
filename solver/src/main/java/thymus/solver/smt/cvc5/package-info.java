/** cvc5, which shares no code with Z3, on scripts that a proof left behind. */
package thymus.solver.smt.cvc5;
