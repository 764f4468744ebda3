package thymus.spec.contract;

/** A named value of a function, event or struct. The name is empty if the source has none. */
public record Parameter(String name, AbiType type) {}
