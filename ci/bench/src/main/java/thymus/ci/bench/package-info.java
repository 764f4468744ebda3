/**
 * What the figures are taken with: {@link thymus.ci.bench.KernelComparison} runs contracts here and on anvil in turn,
 * {@code thymus.ci.bench.jmh} holds the benchmarks of single parts.
 */
package thymus.ci.bench;
