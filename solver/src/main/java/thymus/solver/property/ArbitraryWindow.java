package thymus.solver.property;

import java.util.List;
import java.util.Optional;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Window;

/**
 * A window that ends at the judgement and begins at one arbitrary moment, chosen once. A proof for this moment holds
 * for every window. The carried aggregate is its only state.
 *
 * @param start the beginning; transactions with a later time count
 * @param carried the aggregate over these transactions
 * @param key the only key that counts, if the aggregate is grouped by a key
 */
public record ArbitraryWindow(
        Expr.Windowed window, GhostVariable start, GhostVariable carried, Optional<GhostVariable> key) {
    /** Whether its start is a number of a block, and no time. */
    public boolean isInBlocks() {
        return window.window() instanceof Window.Blocks;
    }

    /** @param any the names that stand for every value of a type in the whole property */
    public static ArbitraryWindow of(Expr.Windowed window, int index, List<Variable> any) {
        String suffix = index == 0 ? "" : "#" + index;
        return new ArbitraryWindow(
                window,
                new GhostVariable("windowStart" + suffix, false),
                new GhostVariable(window.flow().name() + "Since" + suffix, true),
                window.key().map(k -> key("windowKey" + suffix, k, any)));
    }

    /** A key that only takes the values of a name can be a key of mappings in lemmas. */
    private static GhostVariable key(String name, Expr key, List<Variable> any) {
        return key instanceof Expr.Local local && any.contains(local.variable())
                ? GhostVariable.any(name, local.variable())
                : new GhostVariable(name, false);
    }
}
