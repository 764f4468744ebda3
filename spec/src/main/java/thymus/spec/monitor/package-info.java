/**
 * The semantics of properties. {@link thymus.spec.monitor.Evaluator} evaluates expressions for the fuzzer and the
 * prover, over an {@link thymus.spec.monitor.Algebra} of numbers and a {@link thymus.spec.monitor.Scope} of names.
 * Monitors judge properties on concrete values after each transaction.
 *
 * <p>May import of Thymus: {@code spec}, {@code spec.contract}, {@code spec.text}, {@code spec.tree}.
 */
package thymus.spec.monitor;
