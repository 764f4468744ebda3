package thymus.spec.tree;

/**
 * A ghost variable: state that a proof adds to the contract's own. It has a name so that lemmas are readable.
 *
 * @param isCarried whether transactions change it, from zero after setup; otherwise it is one arbitrary value, chosen
 *     once
 */
public record GhostVariable(String name, boolean isCarried) {}
