package thymus.ci.verdict;

import java.nio.file.Path;
import java.util.List;

/**
 * A sequence that breaks a property, as the replay on a fresh chain told it.
 *
 * @param origin which side found it
 * @param explanation in what way the property is broken
 * @param replay the file from which {@code thymus replay} runs it again
 */
public record Counterexample(Origin origin, List<ToldStep> steps, String explanation, Path replay) {
    public Counterexample {
        steps = List.copyOf(steps);
    }

    public enum Origin {
        FUZZER,
        PROVER
    }
}
