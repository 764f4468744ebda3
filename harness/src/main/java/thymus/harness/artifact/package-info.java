/**
 * Compiled contracts as Foundry, Hardhat and solc write them: {@link thymus.harness.artifact.ArtifactStore} finds
 * the contract that a specification names. Only this package knows the formats of those tools.
 *
 * <p>May import of Thymus: {@code harness}, {@code harness.json}, {@code harness.word}, {@code spec.contract}.
 */
package thymus.harness.artifact;
