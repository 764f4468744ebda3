package thymus.fuzz.jqwik;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;
import thymus.fuzz.run.SequenceSandbox;

/**
 * Generates sequences of a system. Each step depends on the state before it, so a sequence is generated as a whole and
 * shrunk by the sequence shrinker.
 */
final class SequenceArbitrary implements Arbitrary<StepSequence> {
    private final SequenceSandbox bench;
    private final int longest;
    private final StepText text;

    SequenceArbitrary(SequenceSandbox bench, int longest, StepText text) {
        this.bench = bench;
        this.longest = longest;
        this.text = text;
    }

    @Override
    public RandomGenerator<StepSequence> generator(int genSize) {
        return random -> {
            int length = 1 + random.nextInt(random.nextBoolean() ? Math.min(4, longest) : longest);
            return new SequenceShrinkable(new StepSequence(bench, bench.draw(random.nextLong(), length), text), false);
        };
    }

    @Override
    public EdgeCases<StepSequence> edgeCases(int maxEdgeCases) {
        return EdgeCases.none();
    }
}
