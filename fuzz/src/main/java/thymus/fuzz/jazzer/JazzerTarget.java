package thymus.fuzz.jazzer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import thymus.fuzz.sequence.SequenceSystem;
import thymus.fuzz.sequence.StepSequence;

/**
 * What Jazzer runs: a system whose contracts are compiled to classes that its agent sees, and whose distances to
 * violations guide it. Deployed by the first input, when the agent is there.
 */
final class JazzerTarget {
    /** The classes that contracts are compiled to, as Jazzer's options name them. */
    static final String PROGRAMS = "thymus.evm.Code_*";

    private final Path file;
    private final Optional<Path> artifacts;
    private Optional<SequenceSystem> system = Optional.empty();
    private List<SlackGuide> guides = List.of();

    JazzerTarget(Path file, Optional<Path> artifacts) {
        this.file = file;
        this.artifacts = artifacts;
    }

    /** Runs the sequence that the bytes make, and tells Jazzer how near it came to each violation. */
    synchronized StepSequence sequence(byte[] data) {
        StepSequence sequence = deployed().sequence(data);
        for (int i = 0; i < guides.size(); i++) {
            guides.get(i).tell(sequence.slack().get(i));
        }
        return sequence;
    }

    private SequenceSystem deployed() {
        SequenceSystem deployed = system.orElseGet(() -> SequenceSystem.compiled(file, artifacts));
        if (system.isEmpty()) {
            system = Optional.of(deployed);
            guides = deployed.properties().stream().map(SlackGuide::new).toList();
        }
        return deployed;
    }
}
