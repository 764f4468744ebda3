package thymus.spec.tree;

import java.util.Optional;

/**
 * A ghost variable: state that a proof adds to the contract's own. It has a name so that lemmas are readable.
 *
 * @param isCarried whether transactions change it, from zero after setup; otherwise it is one arbitrary value, chosen
 *     once
 * @param isTime whether it is a number of seconds from 0, and below 2^65
 * @param valueOf the name of the file whose values it has; empty: any number
 */
public record GhostVariable(String name, boolean isCarried, boolean isTime, Optional<Variable> valueOf) {
    public GhostVariable(String name, boolean isCarried, boolean isTime) {
        this(name, isCarried, isTime, Optional.empty());
    }

    public GhostVariable(String name, boolean isCarried) {
        this(name, isCarried, false);
    }

    /** One arbitrary value of a name of the file. */
    public static GhostVariable any(String name, Variable value) {
        return new GhostVariable(name + " of " + value.id(), false, false, Optional.of(value));
    }
}
