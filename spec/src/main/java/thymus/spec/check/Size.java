package thymus.spec.check;

import java.util.OptionalInt;
import java.util.stream.Stream;
import thymus.spec.tree.Expr;

/** Counts the nodes of a tree, whose parts may be shared, and gives up early. */
final class Size {
    private final int deepest;
    private final int most;
    private int nodes;

    Size(int deepest, int most) {
        this.deepest = deepest;
        this.most = most;
    }

    /** @return empty if it is too deep or too large */
    OptionalInt of(PartialValue value) {
        return parts(value).allMatch(e -> count(e, 0)) ? OptionalInt.of(nodes) : OptionalInt.empty();
    }

    private static Stream<Expr> parts(PartialValue value) {
        return switch (value) {
            case PartialValue.Scalar scalar -> Stream.of(scalar.expr());
            case PartialValue.Results results -> results.arguments().stream();
            case PartialValue.Place place -> place.path().keys().stream();
            case PartialValue.Group group -> group.elements().stream().flatMap(Size::parts);
        };
    }

    private boolean count(Expr expr, int depth) {
        return ++nodes <= most && depth <= deepest && expr.parts().stream().allMatch(p -> count(p, depth + 1));
    }
}
