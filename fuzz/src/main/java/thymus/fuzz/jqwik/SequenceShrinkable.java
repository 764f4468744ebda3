package thymus.fuzz.jqwik;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import thymus.fuzz.sequence.StepSequence;

/**
 * Gives jqwik the result of our shrinker as the only candidate. A test may check a condition that is not in the
 * specification. Then the only candidates are the sequence without some of its steps.
 */
final class SequenceShrinkable implements Shrinkable<StepSequence> {
    private final StepSequence value;
    private final boolean shrunk;

    SequenceShrinkable(StepSequence value, boolean shrunk) {
        this.value = value;
        this.shrunk = shrunk;
    }

    @Override
    public StepSequence value() {
        return value;
    }

    @Override
    public Stream<Shrinkable<StepSequence>> shrink() {
        if (shrunk) {
            return Stream.empty();
        }
        if (value.broken().isPresent()) {
            return Stream.of(new SequenceShrinkable(value.shrunk(), true));
        }
        int length = value.steps().size();
        return IntStream.iterate(Math.max(1, length / 2), size -> size >= 1, size -> size / 2)
                .boxed()
                .flatMap(size -> IntStream.iterate(0, from -> from + size <= length, from -> from + size)
                        .mapToObj(from -> new SequenceShrinkable(value.without(from, from + size), false)));
    }

    @Override
    public ShrinkingDistance distance() {
        return ShrinkingDistance.of(value.steps().size(), shrunk ? 0 : 1);
    }
}
