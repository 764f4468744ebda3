package thymus.fuzz.jqwik;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;
import thymus.fuzz.run.SequenceSandbox;

/** Sequences of a system whose states decide what comes next: drawn whole, shrunk by the sequence shrinker. */
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
