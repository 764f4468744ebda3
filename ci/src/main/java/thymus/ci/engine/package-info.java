/**
 * Puts the deployed system, the campaign, the prover and the replay behind what {@code thymus.ci.check} asks for.
 *
 * <p>May import of Thymus: {@code ci}, {@code ci.check}, {@code ci.verdict}, {@code contracts.artifact}, {@code evm},
 * {@code evm.code}, {@code evm.primitive}, {@code fork.rpc}, {@code fork.state}, {@code fuzz}, {@code fuzz.system},
 * {@code solver}, {@code solver.concolic}, {@code solver.proof}, {@code spec}, {@code spec.check},
 * {@code spec.contract}, {@code spec.syntax}, {@code spec.text}, {@code spec.tree}, {@code system.crosscheck},
 * {@code system.execution}, {@code system.replay}.
 */
package thymus.ci.engine;
