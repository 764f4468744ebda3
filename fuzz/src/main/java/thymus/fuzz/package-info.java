/**
 * Looks for transaction sequences that break properties: {@link thymus.fuzz.system.Campaign} runs them,
 * {@code thymus.fuzz.generate} draws them, {@code thymus.fuzz.run} executes and judges them, {@code thymus.fuzz.shrink}
 * makes the failing ones small, and {@code thymus.fuzz.jqwik} offers them to JUnit.
 *
 * <p>Chance comes from the seed alone. Sequences are numbered, each has its own stream of chance, and what one of them
 * teaches is used by later batches only: so a result does not depend on how many threads ran them.
 *
 * <p>May import of Thymus: {@code spec.tree}, {@code system.execution}.
 */
package thymus.fuzz;
