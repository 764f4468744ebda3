/**
 * The meaning of properties. {@link thymus.spec.monitor.Evaluator} evaluates expressions once for both readings,
 * over an {@link thymus.spec.monitor.Algebra} of numbers and a {@link thymus.spec.monitor.Scope} of names. Monitors
 * judge properties transaction by transaction on concrete values.
 *
 * <p>May import of Thymus: {@code spec}, {@code spec.contract}, {@code spec.text}, {@code spec.tree}.
 */
package thymus.spec.monitor;
