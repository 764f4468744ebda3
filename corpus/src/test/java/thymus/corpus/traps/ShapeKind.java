package thymus.corpus.traps;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Every shape by name, so that one can be left out: {@code -Dthymus.traps.without=LEAKS,OPEN}. */
enum ShapeKind {
    BOUNDS(new Bounds()),
    SIGNED(new Signed()),
    SHADOWS(new Shadows()),
    SUMS(new Sums()),
    EACH(new Each()),
    PAST(new Past()),
    WINDOWS(new Windows()),
    ACCESS(new Access()),
    OPEN(new Open()),
    FORMULAS(new Formulas()),
    LEAKS(new Leaks()),
    CALLERS(new Callers()),
    ARRAYS(new Elements()),
    BYTES(new Bytes());

    private final Shape shape;

    ShapeKind(Shape shape) {
        this.shape = shape;
    }

    Shape shape() {
        return shape;
    }

    static List<ShapeKind> enabled() {
        Set<String> without = Set.of(System.getProperty("thymus.traps.without", "").split(","));
        return Arrays.stream(values()).filter(k -> !without.contains(k.name())).toList();
    }
}
