package thymus.ci.guard;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.spec.text.PrintableText;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Flow;
import thymus.spec.tree.Printer;
import thymus.spec.tree.Type;
import thymus.spec.tree.Window;

/** What is counted, each once. */
final class Accumulators {
    private static final int RATE_BITS = 128;

    private final int buckets;
    private final SolidityNames names;
    private final Map<String, Accumulator> found = new LinkedHashMap<>();

    /** @param buckets of a ring at most */
    Accumulators(int buckets, SolidityNames names) {
        this.buckets = buckets;
        this.names = names;
    }

    List<Accumulator> all() {
        return List.copyOf(found.values());
    }

    List<Accumulator> of(Flow flow) {
        return found.values().stream()
                .filter(a -> a.counted().flow().equals(flow))
                .toList();
    }

    /** What counts a window of one length, or all time. */
    Accumulator of(Expr.Windowed e, String property) {
        requireCounting(e);
        String key = "window " + identity(e) + ", "
                + e.window().length().map(Printer::print).orElse("ever") + " "
                + e.window().clock();
        return switch (e.window()) {
            case Window.Ever _ ->
                found.computeIfAbsent(key, k -> new Accumulator.Ever(name(property), meaning(e), e, keyType(e)));
            case Window.Last w -> found.computeIfAbsent(key, k -> ring(e, w.seconds(), property));
            case Window.Blocks w -> found.computeIfAbsent(key, k -> ring(e, w.count(), property));
        };
    }

    /** What counts windows of all lengths, with a bound that grows by a rate. */
    Accumulator draining(
            Expr.Windowed e, BigInteger factor, BigInteger rate, Optional<BigInteger> most, String property) {
        requireCounting(e);
        if (rate.bitLength() > RATE_BITS || factor.bitLength() > RATE_BITS) {
            throw new NotEnforceable(e.span(), "its bound grows by more in a second than fits 128 bits");
        }
        String key = "bucket " + identity(e) + " " + factor + " " + rate;
        return found.computeIfAbsent(
                key, k -> new Accumulator.Bucket(name(property), meaning(e), e, keyType(e), factor, rate, most));
    }

    private String name(String property) {
        return names.own("guard", property);
    }

    private static String identity(Expr.Windowed e) {
        return e.aggregate() + " " + e.flow().name() + " " + e.key().isPresent();
    }

    private static String meaning(Expr.Windowed e) {
        return PrintableText.of(Printer.print(e));
    }

    private Accumulator ring(Expr.Windowed e, Expr length, String property) {
        if (!(length instanceof Expr.IntegerLiteral literal) || literal.value().signum() <= 0) {
            throw new NotEnforceable(e.span(), "the length of its window is no number that is known");
        }
        BigInteger window = literal.value();
        boolean isShort = window.compareTo(BigInteger.valueOf(buckets)) <= 0;
        int slots = isShort ? window.intValueExact() : buckets;
        BigInteger others = BigInteger.valueOf(slots - 1L);
        // A window of W touches (W - 1) / slot + 1 slots at most, rounded up.
        BigInteger slot = isShort
                ? BigInteger.ONE
                : window.subtract(BigInteger.ONE)
                        .add(others)
                        .subtract(BigInteger.ONE)
                        .divide(others);
        return new Accumulator.Ring(name(property), meaning(e), e, keyType(e), slots, window, slot);
    }

    private static Optional<String> keyType(Expr.Windowed e) {
        return e.key().flatMap(k -> e.flow().key()).map(k -> {
            if (k.type() == Type.ADDRESS) {
                return "address";
            }
            if (k.type() == Type.INTEGER || k.type() == Type.BYTES) {
                return "uint256";
            }
            throw new NotEnforceable(e.span(), "its flow is kept apart by what is no number and no address");
        });
    }

    private static void requireCounting(Expr.Windowed e) {
        switch (e.aggregate()) {
            case SUM, COUNT, SQUARES -> {}
            case MINIMUM, MAXIMUM ->
                throw new NotEnforceable(e.span(), "it asks for the least or the greatest amount of a window");
        }
    }
}
