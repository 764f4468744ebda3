/**
 * Concolic search: a known sequence is executed once on the chain and once on terms, and the solver is asked for
 * arguments that take branches which the sequence did not take (Godefroid, Levin, Molnar: Automated whitebox fuzz
 * testing, NDSS 2008). An answer is a candidate, which the caller runs; nothing here is part of a proof.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code evm}, {@code evm.chain}, {@code evm.code},
 * {@code evm.interpreter}, {@code evm.primitive}, {@code solver}, {@code solver.proof}, {@code solver.property},
 * {@code solver.registry}, {@code solver.smt}, {@code solver.state}, {@code solver.symbolic}, {@code solver.term},
 * {@code spec}, {@code spec.contract}, {@code system.execution}.
 */
package thymus.solver.concolic;
