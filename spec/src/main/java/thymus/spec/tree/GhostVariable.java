package thymus.spec.tree;

/**
 * A ghost variable: state that a proof adds to the contract's own. It has a name so that lemmas are readable.
 *
 * @param isCarried whether transactions change it, from zero after setup; otherwise it is one arbitrary value, chosen
 *     once
 * @param isTime whether it is a number of seconds from 0, and below 2^65
 */
public record GhostVariable(String name, boolean isCarried, boolean isTime) {
    public GhostVariable(String name, boolean isCarried) {
        this(name, isCarried, false);
    }
}
