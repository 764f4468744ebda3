package thymus.spec.tree;

/** State that a proof carries along beside the contract's own, named so that a lemma can be read. */
public record GhostVariable(String name) {}
