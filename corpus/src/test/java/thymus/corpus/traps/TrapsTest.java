package thymus.corpus.traps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.corpus.Packages;

/**
 * No planted violation is proved away, and no clean property is falsified. A pair counts as two traps: 40 in a build,
 * 10 000 with {@code -Plong}.
 *
 * <p>{@code -Dthymus.traps.seed=} and {@code -Dthymus.traps.pairs=} choose others; the same seed gives the same pair.
 */
@Tag("integration")
class TrapsTest {
    private static final boolean LONG = Boolean.getBoolean("thymus.long");
    private static final long FIRST = Long.getLong("thymus.traps.seed", 1);
    private static final int PAIRS = Integer.getInteger("thymus.traps.pairs", LONG ? 5_000 : 20);
    private static final int EASY_PERCENT = 10;

    @BeforeAll
    static void install() throws InterruptedException {
        Packages.installCompiler();
    }

    @Test
    void noPlantedViolationIsProvedAndNoCleanPropertyFalsified() throws Exception {
        List<ShapeKind> kinds = ShapeKind.enabled();
        Tally tally = new Hunt("traps", seed -> new Assembly(seed, kinds, kinds, EASY_PERCENT).pair(), false)
                .run(FIRST, PAIRS);
        assertTrue(tally.shareProved() >= 0.6, () -> "the generator tests little: " + tally.table() + tally.reasons());
        assertTrue(tally.shareOfEasyFalsified() > 0, tally::table);
    }
}
