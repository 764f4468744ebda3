/**
 * Compiled contracts as Foundry, Hardhat and solc write them. {@link thymus.contracts.artifact.ArtifactStore} finds the
 * contract that a specification names. Only this package knows the formats of those tools.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.json}, {@code evm.primitive}, {@code spec.contract},
 * {@code spec.text}.
 */
package thymus.contracts.artifact;
