package thymus.corpus.traps;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Every shape by name, so that one can be left out: {@code -Dthymus.traps.without=LEAKS,ETHER}. */
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

    private static final Set<String> WITHOUT =
            Set.of(System.getProperty("thymus.traps.without", "").split(","));

    private final Shape shape;

    ShapeKind(Shape shape) {
        this.shape = shape;
    }

    Shape shape() {
        return shape;
    }

    /** @param kind a shape, or a part of one that is known to be judged wrongly */
    static boolean isOn(String kind) {
        return !WITHOUT.contains(kind);
    }

    static List<ShapeKind> enabled() {
        return Arrays.stream(values()).filter(k -> isOn(k.name())).toList();
    }
}
