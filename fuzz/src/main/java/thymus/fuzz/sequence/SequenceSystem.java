package thymus.fuzz.sequence;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.FuzzException;
import thymus.fuzz.run.GuidedSequences;
import thymus.fuzz.run.SequenceSandbox;
import thymus.fuzz.run.Testbed;
import thymus.fuzz.system.SystemTestbed;
import thymus.fuzz.system.Tries;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;

/** A deployed system that sequences run on. For one thread at a time. */
public final class SequenceSystem {
    /** The usual number of steps of a sequence at most. */
    public static final int LONGEST = CampaignOptions.DEFAULT_SEQUENCE_LENGTH;

    private final SequenceSandbox sandbox;
    private final StepText text;
    private final StateReader reader;
    private final List<List<Step>> tries;
    private final Optional<ReplayFolder> replays;

    private SequenceSystem(
            Testbed testbed,
            StepText text,
            StateReader reader,
            List<List<Step>> tries,
            Optional<ReplayFolder> replays) {
        this.tries = tries;
        this.replays = replays;
        this.sandbox = new SequenceSandbox(testbed);
        this.text = text;
        this.reader = reader;
    }

    /**
     * Deploys the system of a specification.
     *
     * @param artifacts where the compiled contracts are; empty: where a check looks for them without being told
     * @throws thymus.spec.SpecException if the file is not a specification
     * @throws thymus.evm.HarnessException if the system cannot be deployed
     */
    public static SequenceSystem open(Path file, Optional<Path> artifacts) {
        return open(file, artifacts, system -> {});
    }

    /** Like {@link #open}, with the code of the contracts compiled to classes of the JVM before its first step. */
    public static SequenceSystem compiled(Path file, Optional<Path> artifacts) {
        return open(file, artifacts, SystemTestbed::compile);
    }

    private static SequenceSystem open(Path file, Optional<Path> artifacts, Consumer<DeployedSystem> prepare) {
        ArtifactStore store = ArtifactStore.open(artifacts, file);
        Specification specification = SpecificationReader.read(file, store);
        DeployedSystem system = DeployedSystem.deploy(specification, store);
        prepare.accept(system);
        return new SequenceSystem(
                SystemTestbed.of(List.of(system), specification.properties()),
                new StepText(system.accounts()::text),
                new ExpressionReader(system, file, store),
                Tries.of(system),
                Optional.of(new ReplayFolder(system, file, artifacts)));
    }

    /**
     * What is not made of a specification.
     *
     * @param names gives the name of an address in reports
     */
    public static SequenceSystem of(Testbed testbed, Function<BigInteger, String> names) {
        StateReader none = expression -> {
            throw new FuzzException("`" + expression + "` cannot be asked: there is no specification to read it in");
        };
        return new SequenceSystem(testbed, new StepText(names), none, List.of(), Optional.empty());
    }

    /** The names of the properties, in the order of the specification. */
    public List<String> properties() {
        return sandbox.properties().stream().map(property -> property.name()).toList();
    }

    /** Sequences that are guided by what those before them reached, beginning with the seed. */
    public GuidedSequences guided(long seed) {
        return sandbox.guided(seed, LONGEST, tries);
    }

    /** The next sequence of these, which are this system's. */
    public StepSequence next(GuidedSequences sequences) {
        return new StepSequence(this, sequences.next());
    }

    /** Runs the sequence that the bytes of a fuzzer make. */
    public StepSequence sequence(byte[] data) {
        return new StepSequence(this, sandbox.run(data, LONGEST));
    }

    SequenceSandbox sandbox() {
        return sandbox;
    }

    StepText text() {
        return text;
    }

    /** Keeps a sequence that breaks a property, and says where; says nothing where there is no file to replay with. */
    Optional<String> keep(String property, List<Step> steps) {
        return replays.map(folder -> folder.keep(property, steps));
    }

    StateReader reader() {
        return reader;
    }
}
