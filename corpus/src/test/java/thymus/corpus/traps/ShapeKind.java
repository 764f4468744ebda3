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
    BYTES(new Bytes()),
    ISOLATIONS(new Isolations(), true),
    WITHOUTS(new Withouts(), true),
    ENVELOPES(new Envelopes(), true),
    CALLEES(new Callees(), true),
    MEMBERS(new Members(), true);

    private static final Set<String> WITHOUT =
            Set.of(System.getProperty("thymus.traps.without", "").split(","));

    private final Shape shape;
    /** Whether it has a test of its own, so that the seeds of the others keep their pairs. */
    private final boolean apart;

    ShapeKind(Shape shape) {
        this(shape, false);
    }

    ShapeKind(Shape shape, boolean apart) {
        this.shape = shape;
        this.apart = apart;
    }

    Shape shape() {
        return shape;
    }

    /** @param kind a shape, or a part of one that is known to be judged wrongly */
    static boolean isOn(String kind) {
        return !WITHOUT.contains(kind);
    }

    static List<ShapeKind> enabled() {
        return enabled(false);
    }

    /** Those of two runs, of paths, of callees and of members. */
    static List<ShapeKind> apart() {
        return enabled(true);
    }

    private static List<ShapeKind> enabled(boolean apart) {
        return Arrays.stream(values())
                .filter(k -> k.apart == apart && isOn(k.name()))
                .toList();
    }
}
