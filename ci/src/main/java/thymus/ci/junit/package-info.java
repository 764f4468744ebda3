/**
 * The JUnit integration: a test for each property of a specification, with the verdict of a whole check.
 *
 * <pre>{@code
 * {@literal @}Thymus("Vault.inv")
 * class VaultTest {}
 * }</pre>
 *
 * <p>May import of Thymus: {@code ci}, {@code ci.check}, {@code ci.command}, {@code ci.engine}, {@code ci.report},
 * {@code ci.verdict}, {@code spec}, {@code spec.tree}.
 */
package thymus.ci.junit;
