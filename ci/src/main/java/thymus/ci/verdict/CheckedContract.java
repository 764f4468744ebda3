package thymus.ci.verdict;

import java.util.Optional;

/**
 * A contract whose code the verdicts are about.
 *
 * @param name in the specification
 * @param artifact as {@code file:contract}
 * @param address in hexadecimal
 * @param codeHash keccak-256 of the runtime code as it stands on the chain, 0x and 64 digits
 * @param compiler its version; empty where neither the artifact nor the code says it
 */
public record CheckedContract(
        String name, String artifact, String address, String codeHash, Optional<String> compiler) {}
