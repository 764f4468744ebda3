package thymus.spec.tree;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.spec.text.Span;

/**
 * A quantity that transactions carry.
 *
 * @param key the value of {@code by}, by which the flow is grouped
 */
public record Flow(String name, Trigger trigger, Expr amount, Optional<Expr> key, Span span) {
    /** All expressions that determine an occurrence. */
    public List<Expr> expressions() {
        return Stream.of(Stream.of(amount), key.stream(), trigger.where().stream())
                .flatMap(s -> s)
                .toList();
    }
}
