/**
 * Runs sequences in numbered batches, judges them and learns from them; knows systems only as {@link
 * thymus.fuzz.run.MonitoredSystem}s.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.primitive}, {@code fuzz}, {@code fuzz.generate},
 * {@code fuzz.random}, {@code fuzz.shrink}, {@code spec.contract}, {@code spec.monitor}, {@code spec.tree},
 * {@code system.execution}.
 */
package thymus.fuzz.run;
