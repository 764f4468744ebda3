package thymus.system.execution;

import java.util.Optional;

/**
 * A contract that setup created and the specification does not name.
 *
 * @param name its address, as {@code 0x} and 40 hexadecimal digits
 * @param creator a name, or an address in that form
 * @param unread why its functions are unknown; empty if they are known, and the contract is then an instance under its
 *     name
 */
public record CreatedContract(String name, String creator, Optional<String> unread) {}
