package thymus.spec.tree;

import java.util.Optional;
import thymus.spec.text.Span;

/**
 * A quantity that transactions carry.
 *
 * @param key what {@code by} distinguishes, if the flow is kept apart by something
 */
public record Flow(String name, Trigger trigger, Expr amount, Optional<Expr> key, Span span) {}
