package thymus.fuzz.jqwik;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.run.SequenceSandbox;
import thymus.fuzz.run.Testbed;
import thymus.fuzz.system.SystemTestbed;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.system.execution.DeployedSystem;

/** The entry point for jqwik tests: arbitrary sequences of a system. */
public final class Sequences {
    private Sequences() {}

    /**
     * The sequences of the system that a specification describes. The compiled contracts are next to the file.
     *
     * @throws thymus.spec.SpecException if the file is not a specification
     * @throws thymus.evm.HarnessException if the system cannot be deployed
     */
    public static Arbitrary<StepSequence> of(Path specification) {
        return of(specification, Optional.empty());
    }

    /** Like {@link #of(Path)}, with the compiled contracts in another folder. */
    public static Arbitrary<StepSequence> of(Path specification, Path artifacts) {
        return of(specification, Optional.of(artifacts));
    }

    private static Arbitrary<StepSequence> of(Path file, Optional<Path> artifacts) {
        ArtifactStore store = ArtifactStore.open(artifacts, file);
        Specification specification = SpecificationReader.read(file, store);
        DeployedSystem system = DeployedSystem.deploy(specification, store);
        return of(SystemTestbed.of(List.of(system), specification.properties()), system.accounts()::text);
    }

    /** @param names gives the name of an address in reports */
    static Arbitrary<StepSequence> of(Testbed testbed, Function<BigInteger, String> names) {
        return new SequenceArbitrary(
                new SequenceSandbox(testbed), CampaignOptions.DEFAULT_SEQUENCE_LENGTH, new StepText(names));
    }
}
