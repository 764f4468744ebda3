/**
 * Proofs: lemmas, induction over arbitrary transactions, and bounded search from the deployed state. A proof is a set
 * of queries that the solver finds unsatisfiable. The queries are kept for a second solver. A model of a query is only
 * a candidate, which the caller replays.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code contracts.artifact}, {@code contracts.layout},
 * {@code evm.chain}, {@code evm.code}, {@code evm.interpreter}, {@code evm.primitive}, {@code evm.state},
 * {@code solver}, {@code solver.property}, {@code solver.registry}, {@code solver.smt}, {@code solver.state},
 * {@code solver.symbolic}, {@code solver.term}, {@code spec}, {@code spec.contract}, {@code spec.text},
 * {@code spec.tree}, {@code system.execution}, {@code system.replay}.
 */
package thymus.solver.proof;
