package thymus.spec.tree;

/**
 * State that a proof carries along beside the contract's own, named so that a lemma can be read.
 *
 * @param isCarried whether transactions change it, from zero after setup; otherwise it is one arbitrary value, chosen once
 */
public record GhostVariable(String name, boolean isCarried) {}
