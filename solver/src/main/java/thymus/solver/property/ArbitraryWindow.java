package thymus.solver.property;

import java.util.Optional;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;

/**
 * A window that ends wherever it is judged and begins at one arbitrary moment, chosen once. What is shown with it holds
 * for every window: the moment is any. Its state is constant: what was carried since.
 *
 * @param start the moment: transactions with a later time count
 * @param carried the aggregate over those
 * @param key the one key that counts, where the aggregate is kept apart by key
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
