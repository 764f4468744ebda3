package thymus.spec.contract;

/** A named value of a function, event or struct; the name is empty where the source gave none. */
public record Parameter(String name, AbiType type) {}
