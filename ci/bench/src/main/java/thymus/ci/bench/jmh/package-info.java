/**
 * Benchmarks of single parts, for {@code ci/bench/jmh.sh}. They show what a change made faster or slower. The defaults
 * are one fork and a few seconds for each setting; JMH's options change them.
 */
package thymus.ci.bench.jmh;
