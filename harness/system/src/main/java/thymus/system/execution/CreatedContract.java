package thymus.system.execution;

import java.util.Optional;

/**
 * A contract that a constructor or a call of setup created and that the specification does not name.
 *
 * @param name its address, as {@code 0x} and 40 hexadecimal digits
 * @param creator a name, or an address of that form
 * @param unread why its functions are not known; empty where they are, and it is an instance under its name
 */
public record CreatedContract(String name, String creator, Optional<String> unread) {}
