/**
 * The command {@code init}: from compiled contracts to a first specification. It guesses a setup that works, and keeps
 * of the invariants that it guesses those that the fuzzer did not break and the prover proved.
 *
 * <p>May import of Thymus: {@code ci}, {@code ci.check}, {@code ci.engine}, {@code ci.verdict},
 * {@code contracts.artifact}, {@code evm}, {@code evm.code}, {@code evm.interpreter}, {@code evm.primitive},
 * {@code solver}, {@code spec}, {@code spec.check}, {@code spec.contract}, {@code spec.format}, {@code spec.syntax},
 * {@code spec.text}, {@code spec.tree}, {@code system.execution}.
 */
package thymus.ci.init;
