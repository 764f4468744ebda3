/**
 * Runs numbered batches of sequences, judges them and learns from them. It sees a system only as a
 * {@link thymus.fuzz.run.MonitoredSystem}.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.code}, {@code fuzz}, {@code fuzz.generate},
 * {@code fuzz.random}, {@code fuzz.shrink}, {@code spec.contract}, {@code spec.monitor}, {@code spec.tree},
 * {@code system.execution}.
 */
package thymus.fuzz.run;
