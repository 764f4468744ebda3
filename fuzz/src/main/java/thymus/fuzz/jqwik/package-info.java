/**
 * The jqwik integration: properties over generated sequences of a system, run by JUnit.
 *
 * <pre>{@code
 * {@literal @}Property
 * boolean level({@literal @}ForAll("sequences") StepSequence sequence) {
 *     return sequence.holds("level");
 * }
 *
 * {@literal @}Provide
 * Arbitrary<StepSequence> sequences() {
 *     return Sequences.of(Path.of("corpus/vault/Vault.inv"));
 * }
 * }</pre>
 *
 * <p>May import of Thymus: {@code fuzz.run}, {@code fuzz.sequence}.
 */
package thymus.fuzz.jqwik;
