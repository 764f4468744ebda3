/**
 * Terms: mathematical integers and booleans in canonical form, with the range of each term and the simplifier. An EVM
 * word is an integer with a range, and a wrap is an explicit remainder. This package imports nothing else of Thymus.
 */
package thymus.solver.term;
