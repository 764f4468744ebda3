/**
 * The Jazzer integration: fuzz tests whose bytes make sequences of a system, run by JUnit or alone.
 *
 * <pre>{@code
 * {@literal @}RegisterExtension
 * static final FuzzedSystem VAULT = FuzzedSystem.of(Path.of("corpus/vault/Vault.inv"));
 *
 * {@literal @}FuzzTest
 * void everyClaimHolds(byte[] data) {
 *     VAULT.check(data);
 * }
 * }</pre>
 *
 * <p>May import of Thymus: {@code fuzz.sequence}.
 */
package thymus.fuzz.jazzer;
