/**
 * The JUnit face: jqwik properties over generated sequences of a system.
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
 */
package thymus.fuzz.jqwik;
