/**
 * The benchmark programs. {@link thymus.ci.bench.KernelComparison} runs contracts here and on anvil in turn, and
 * {@code thymus.ci.bench.jmh} holds the benchmarks of single parts.
 */
package thymus.ci.bench;
