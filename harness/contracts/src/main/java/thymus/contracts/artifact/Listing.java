package thymus.contracts.artifact;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A compiled contract that a store has found and not read yet.
 *
 * @param reference such as {@code src/Vault.sol:Vault}
 * @param file that it is in
 * @param artifact reads it; throws an {@link ArtifactException} if that fails
 */
public record Listing(String reference, Path file, Supplier<Artifact> artifact) {}
