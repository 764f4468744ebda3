/**
 * The prover: executes the deployed bytecode on terms, and shows by induction over arbitrary transactions that a
 * property holds on every trace, or finds a sequence that may break it.
 *
 * <p>Layers, each importing only those before it: {@code term} (integers with ranges, their simplifier),
 * {@code smt} (Z3), {@code symbolic} (storage, memory, the symbolic machine), {@code property} (the specification read
 * over terms), {@code proof} (lemmas, induction, bounded search).
 */
package thymus.solver;
