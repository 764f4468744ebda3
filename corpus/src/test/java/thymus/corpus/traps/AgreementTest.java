package thymus.corpus.traps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.corpus.Packages;

/**
 * Formula and monitor agree on isolation, runs without a contract, envelopes, callees that behave, and sums of members:
 * traps as in {@link TrapsTest}, of which the prover judges each before the fuzzer does, so that neither hides what the
 * other says. A build draws one pair of each, {@code -Plong} draws 1,000 pairs.
 *
 * <p>{@code -Dthymus.agreement.seed=} and {@code -Dthymus.agreement.pairs=} choose others.
 */
@Tag("integration")
class AgreementTest {
    private static final boolean LONG = Boolean.getBoolean("thymus.long");
    private static final long FIRST = Long.getLong("thymus.agreement.seed", 1);
    private static final int PAIRS = Integer.getInteger("thymus.agreement.pairs", LONG ? 1_000 : 5);
    /** The prover sees every guard alike; the fuzzer is to confirm what it can. */
    private static final int EASY_PERCENT = 50;

    @BeforeAll
    static void install() throws InterruptedException {
        Packages.installCompiler();
    }

    @Test
    void neitherTheProverNorTheFuzzerContradictsWhatIsPlanted() throws Exception {
        List<ShapeKind> kinds = ShapeKind.apart();
        Tally tally = new Hunt("agreement", seed -> pair(seed, kinds), true).run(FIRST, PAIRS);
        // A busy machine leaves a proof too little time, and few pairs say little of the share.
        double least = LONG ? 0.5 : 0.2;
        assertTrue(
                tally.shareProved() >= least, () -> "the generator tests little: " + tally.table() + tally.reasons());
        assertTrue(!LONG || tally.shareOfEasyFalsified() >= least, tally::table);
    }

    /** Each shape has its turn, so that a build draws all of them. */
    private static TrapPair pair(long seed, List<ShapeKind> kinds) {
        ShapeKind turn = kinds.get((int) Long.remainderUnsigned(seed, kinds.size()));
        return new Assembly(seed, List.of(turn), kinds, EASY_PERCENT).pair();
    }
}
