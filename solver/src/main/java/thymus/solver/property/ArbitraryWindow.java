package thymus.solver.property;

import java.util.Optional;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;

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
    public static ArbitraryWindow of(Expr.Windowed window, int index) {
        String suffix = index == 0 ? "" : "#" + index;
        return new ArbitraryWindow(
                window,
                new GhostVariable("windowStart" + suffix, false),
                new GhostVariable(window.flow().name() + "Since" + suffix, true),
                window.key().map(k -> new GhostVariable("windowKey" + suffix, false)));
    }
}
