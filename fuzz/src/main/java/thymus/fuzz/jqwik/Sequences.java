package thymus.fuzz.jqwik;

import java.nio.file.Path;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import thymus.fuzz.sequence.SequenceSystem;
import thymus.fuzz.sequence.StepSequence;

/**
 * The entry point for jqwik tests: arbitrary sequences of a system.
 *
 * <p>They are guided by coverage: each is planned from what the tries of the same property before it have reached, as
 * in a campaign. jqwik gives the seed, so a seed of jqwik gives the same tries again.
 */
public final class Sequences {
    private Sequences() {}

    /**
     * The sequences of the system that a specification describes. The compiled contracts are next to the file.
     *
     * @throws thymus.spec.SpecException if the file is not a specification
     * @throws thymus.evm.HarnessException if the system cannot be deployed
     */
    public static Arbitrary<StepSequence> of(Path specification) {
        return of(SequenceSystem.open(specification, Optional.empty()));
    }

    /** Like {@link #of(Path)}, with the compiled contracts in another folder. */
    public static Arbitrary<StepSequence> of(Path specification, Path artifacts) {
        return of(SequenceSystem.open(specification, Optional.of(artifacts)));
    }

    /** The sequences of a system that is deployed already. */
    public static Arbitrary<StepSequence> of(SequenceSystem system) {
        return new SequenceArbitrary(system);
    }
}
