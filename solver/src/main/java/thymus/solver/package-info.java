/**
 * The prover. It executes the deployed bytecode on terms. It then shows by induction over arbitrary transactions that a
 * property holds on every trace, or finds a sequence that may break it.
 *
 * <p>This package contains the callers' view: options, outcomes and errors. Each layer below imports only those before
 * it:
 * <ul>
 * <li>{@code term}: integers with ranges, and their simplifier
 * <li>{@code smt}: the interface to solvers, with a subpackage for each
 * <li>{@code registry}: the list of solvers
 * <li>{@code state}: storage
 * <li>{@code symbolic}: memory and the symbolic machine
 * <li>{@code property}: the specification over terms
 * <li>{@code proof}: lemmas, induction and bounded search. Callers begin with {@link thymus.solver.proof.Prover}.
 * </ul>
 *
 * <p>May import of Thymus: {@code system.execution}.
 */
package thymus.solver;
