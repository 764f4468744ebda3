package thymus.fuzz.jqwik;

import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import thymus.fuzz.run.GuidedSequences;
import thymus.fuzz.sequence.SequenceSystem;
import thymus.fuzz.sequence.StepSequence;

/**
 * Generates sequences of a system. Each step depends on the state before it, so a sequence is generated as a whole and
 * shrunk by the sequence shrinker.
 */
final class SequenceArbitrary implements Arbitrary<StepSequence> {
    private final SequenceSystem system;

    SequenceArbitrary(SequenceSystem system) {
        this.system = system;
    }

    /** What one property has reached is of no other property's concern. */
    @Override
    public RandomGenerator<StepSequence> generator(int genSize) {
        return new RandomGenerator<>() {
            private Optional<GuidedSequences> sequences = Optional.empty();

            @Override
            public Shrinkable<StepSequence> next(Random random) {
                GuidedSequences guided = sequences.orElseGet(() -> system.guided(random.nextLong()));
                sequences = Optional.of(guided);
                return new SequenceShrinkable(system.next(guided), false);
            }
        };
    }

    @Override
    public EdgeCases<StepSequence> edgeCases(int maxEdgeCases) {
        return EdgeCases.none();
    }
}
