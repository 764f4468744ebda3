/**
 * Searches for transaction sequences that break properties. {@link thymus.fuzz.system.Campaign} runs a campaign,
 * {@code thymus.fuzz.generate} generates steps, and {@code thymus.fuzz.run} executes and judges them.
 * {@code thymus.fuzz.mutation} holds specifications against changed contracts,
 * {@code thymus.fuzz.shrink} minimizes failing sequences. {@code thymus.fuzz.sequence} is what Java tests see of
 * sequences; {@code thymus.fuzz.jqwik} and {@code thymus.fuzz.jazzer} make them for the engines of these names.
 *
 * <p>All randomness comes from the seed. Each numbered sequence has its own random stream, and only later batches use
 * what it teaches. The result is therefore independent of the number of threads.
 *
 * <p>May import of Thymus: {@code evm.code}, {@code spec.tree}, {@code system.execution}.
 */
package thymus.fuzz;
