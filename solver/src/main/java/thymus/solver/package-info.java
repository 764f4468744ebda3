/**
 * The prover: executes the deployed bytecode on terms, and shows by induction over arbitrary transactions that a
 * property holds on every trace, or finds a sequence that may break it.
 *
 * <p>This package holds what callers see: options, outcomes and errors. Below it lie layers, each importing only those
 * before it: {@code term} (integers with ranges, their simplifier), {@code smt} (what is asked of solvers, with a package
 * for each below), {@code registry} (which solvers there are), {@code state} (storage), {@code symbolic} (memory, the
 * symbolic machine), {@code property} (the specification read over terms), and {@code proof} (lemmas, induction,
 * bounded search), whose {@link thymus.solver.proof.Prover} is where callers begin.
 *
 * <p>May import of Thymus: {@code system.execution}.
 */
package thymus.solver;
