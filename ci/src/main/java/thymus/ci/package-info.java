/**
 * The {@code thymus} command: reads its arguments ({@code command}), has every property proved and fuzzed side by side
 * ({@code check}), decides what may be said ({@code verdict}), and says it ({@code report}).
 *
 * <p>Verdicts are made here and nowhere else. The prover and the fuzzer only propose.
 */
package thymus.ci;
