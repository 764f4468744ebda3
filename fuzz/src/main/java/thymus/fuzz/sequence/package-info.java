/**
 * Sequences of transactions as a Java test sees them: readable steps, the claims of the specification, and views asked
 * after any step. {@code thymus.fuzz.jqwik} and {@code thymus.fuzz.jazzer} make them.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code contracts.artifact}, {@code fuzz}, {@code fuzz.run},
 * {@code fuzz.system}, {@code spec}, {@code spec.check}, {@code spec.contract}, {@code spec.monitor},
 * {@code spec.text}, {@code spec.tree}, {@code system.execution}, {@code system.replay}.
 */
package thymus.fuzz.sequence;
