/**
 * Benchmarks of single parts, for {@code ci/bench/jmh.sh}: what a change made faster or slower. One fork and a few
 * seconds for each setting; JMH's options ask for more.
 */
package thymus.ci.bench.jmh;
