package thymus.system.replay;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import thymus.contracts.artifact.ArtifactStore;
import thymus.evm.interpreter.Coverage;
import thymus.evm.interpreter.Tracer;
import thymus.fork.rpc.Hex;
import thymus.fork.state.ForkState;
import thymus.fork.state.Forks;
import thymus.spec.SetupParameter;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.spec.monitor.Judgement;
import thymus.spec.monitor.Monitor;
import thymus.spec.monitor.Monitors;
import thymus.spec.tree.Property;
import thymus.system.crosscheck.WholeTransaction;
import thymus.system.execution.AttackerContract;
import thymus.system.execution.Callbacks;
import thymus.system.execution.CalleeAnswers;
import thymus.system.execution.ComparedRuns;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Entries;
import thymus.system.execution.ForcedEther;
import thymus.system.execution.ImpossibleTransactionException;
import thymus.system.execution.Step;
import thymus.system.execution.StepResult;

/** Runs sequences again and takes down what happens. */
public final class Replayer {
    private Replayer() {}

    /**
     * Deploys the system of a replay file afresh and runs its steps.
     *
     * @param file which it was read from, for messages
     * @throws ReplayFileException if the property or an account or function of a step is gone
     * @throws thymus.spec.SpecException if the specification cannot be read any more
     * @throws thymus.evm.HarnessException if it cannot be deployed any more
     */
    public static Replay replay(Counterexample counterexample, Path file) {
        return replay(counterexample, file, Optional.empty(), Forks.Settings.beside(file));
    }

    /**
     * As {@link #replay(Counterexample, Path)}.
     *
     * @param given the fork of the command line, for sequences that began with one
     * @throws ReplayFileException also if the fork is another state than the recorded one
     */
    public static Replay replay(
            Counterexample counterexample, Path file, Optional<String> given, Forks.Settings settings) {
        Staged staged = stage(counterexample, file, given, settings);
        return run(staged.system(), staged.property(), staged.steps())
                .withWarnings(stale(counterexample, staged.system()));
    }

    /** A replay file come to life: the system after setup, and the steps that are to be run on it. */
    public record Staged(DeployedSystem system, Property property, List<Step> steps) {
        public Staged {
            steps = List.copyOf(steps);
        }
    }

    /** Deploys the system of a replay file afresh and reads its steps; throws as {@link #replay} does. */
    public static Staged stage(
            Counterexample counterexample, Path file, Optional<String> given, Forks.Settings settings) {
        if (given.isPresent() && counterexample.fork().isEmpty()) {
            throw new ReplayFileException(file + ": the sequence was recorded without a fork; leave --fork out");
        }
        return stage(
                counterexample, file, (recorded, specification) -> recorded.open(file, specification, given, settings));
    }

    /**
     * As {@link #stage(Counterexample, Path, Optional, Forks.Settings)}, for who has the fork at hand.
     *
     * @param fork that the sequence was recorded on; empty for none
     */
    public static Staged stage(Counterexample counterexample, Path file, Optional<ForkState> fork) {
        return stage(
                counterexample,
                file,
                (recorded, specification) -> recorded.same(
                        file,
                        fork.orElseThrow(() -> new ReplayFileException(
                                file + ": the sequence was recorded on a fork, and there is none"))));
    }

    private static Staged stage(
            Counterexample counterexample, Path file, BiFunction<RecordedFork, Specification, ForkState> open) {
        requirePlaces(counterexample, file);
        ArtifactStore store = ArtifactStore.open(counterexample.artifacts(), counterexample.specification());
        Specification specification =
                chosen(SpecificationReader.read(counterexample.specification(), store), counterexample, file);
        Property property = specification.properties().stream()
                .filter(p -> p.name().equals(counterexample.property()))
                .findFirst()
                .orElseThrow(() -> new ReplayFileException(file + ": " + counterexample.specification()
                        + " has no property \"" + counterexample.property() + "\" any more"));
        Optional<ForkState> fork = counterexample.fork().map(recorded -> open.apply(recorded, specification));
        DeployedSystem system = DeployedSystem.deploy(specification, store, fork);
        system.judgeAt(counterexample.witnesses());
        List<Step> steps = new ArrayList<>();
        for (RecordedStep step : counterexample.steps()) {
            steps.add(step.toStep(system, file + " at /steps/" + steps.size()));
        }
        return new Staged(system, property, steps);
    }

    private static Specification chosen(Specification specification, Counterexample counterexample, Path file) {
        Map<String, SetupParameter> parameters = specification.parameters();
        Map<String, BigInteger> values = counterexample.parameters();
        if (!parameters.keySet().equals(values.keySet())) {
            throw new ReplayFileException(file + ": it gives values to the parameters " + values.keySet() + ", and "
                    + counterexample.specification() + " declares " + parameters.keySet());
        }
        values.forEach((name, value) -> {
            if (!parameters.get(name).contains(value)) {
                throw new ReplayFileException(file + ": " + name + " = " + value + " is not in the range "
                        + parameters.get(name).least() + " .. "
                        + parameters.get(name).greatest() + " of "
                        + counterexample.specification());
            }
        });
        return specification.choosing(values);
    }

    /** Paths in a replay file are relative to it, so whoever moves it alone leaves what they name behind. */
    private static void requirePlaces(Counterexample counterexample, Path file) {
        Path specification = counterexample.specification();
        if (!Files.isRegularFile(specification)) {
            throw new ReplayFileException(file + ": its specification is to be " + specification
                    + ", seen from the replay file, and is not there; was the file moved? "
                    + "Name it: --specification FILE.inv");
        }
        counterexample.artifacts().filter(artifacts -> !Files.exists(artifacts)).ifPresent(artifacts -> {
            throw new ReplayFileException(file + ": its compiled contracts are to be in " + artifacts
                    + ", seen from the replay file, and are not there; was the file moved? Name them: --artifacts DIR");
        });
    }

    /**
     * Runs steps on a system as it stands and leaves it as it was.
     *
     * @param system after setup
     */
    public static Replay run(DeployedSystem system, Property property, List<Step> steps) {
        int start = system.snapshot();
        try {
            Monitor monitor = Monitors.of(property);
            List<ReplayedStep> done = new ArrayList<>();
            List<StepResult> open = new ArrayList<>();
            List<Replay.Attack> attacks = new ArrayList<>();
            Optional<Climb> climb = Climb.of(property);
            Judgement first = monitor.start(system.state());
            climb.ifPresent(c -> c.start(system.state(), first));
            Optional<Replay.Outcome> outcome = outcome(system, first, 0);
            Optional<ComparedRuns> runs = Optional.empty();
            Wording wording = new Wording(system, new Remarks(system));
            for (int i = 0; i < steps.size() && outcome.isEmpty(); i++) {
                StepRecorder recorder = new StepRecorder(wording);
                system.watch(recorder, Coverage.NONE);
                StepResult settled = execute(system, steps.get(i), i + 1);
                done.add(record(system, i + 1, settled, recorder, wording));
                Judgement judgement = monitor.settle(settled);
                int number = i + 1;
                climb.ifPresent(c -> c.settle(settled, judgement, number));
                outcome = outcome(system, judgement, number);
                runs = outcome.isPresent() ? system.comparedRuns() : runs;
                open.add(settled);
                if (outcome.isPresent() || Entries.isLast(steps, i)) {
                    system.watch(Tracer.NONE, Coverage.NONE);
                    attack(system, open, i + 1).ifPresent(attacks::add);
                    open.clear();
                }
            }
            return new Replay(
                    system.specification().file(),
                    property.name(),
                    List.of(),
                    system.specification().chosen(),
                    system.witnesses(),
                    done,
                    attacks,
                    outcome.or(() -> climb.flatMap(Climb::top)).orElseGet(Replay.Outcome.Held::new),
                    runs);
        } finally {
            system.watch(Tracer.NONE, Coverage.NONE);
            system.rollback(start);
        }
    }

    private static StepResult execute(DeployedSystem system, Step step, int number) {
        try {
            return system.execute(step);
        } catch (ImpossibleTransactionException e) {
            throw new ImpossibleTransactionException("step " + number + " cannot be on any chain: " + e.getMessage());
        }
    }

    /**
     * Steps that are a transaction of a contract are also run as that contract runs them.
     *
     * @param steps of one transaction
     * @throws thymus.evm.HarnessException if that is not the same
     */
    private static Optional<Replay.Attack> attack(DeployedSystem system, List<StepResult> steps, int last) {
        if (!steps.getFirst().step().entry().isByContract()) {
            return Optional.empty();
        }
        int first = last - steps.size() + 1;
        WholeTransaction whole = new WholeTransaction(system, steps);
        whole.requireSame(WholeTransaction.where(first, last));
        return Optional.of(new Replay.Attack(
                first, last, Hex.data(whole.contract()), Hex.data(AttackerContract.OWNER), Hex.data(whole.input())));
    }

    private static ReplayedStep record(
            DeployedSystem system, int number, StepResult settled, StepRecorder recorder, Wording wording) {
        Step step = settled.step();
        CallNode made =
                recorder.outermost().orElseGet(() -> new CallNode(step.target(), false, settled.failure(), List.of()));
        CallNode call = step.isForced() ? forced(settled, made) : made;
        return new ReplayedStep(
                number,
                step.entry(),
                step.seconds(),
                step.blocks(),
                system.chain().timestamp(),
                step.sender(),
                step.value(),
                call,
                settled.failure(),
                settled.receipt().logs().stream().map(wording::event).toList(),
                Changes.of(system, settled, recorder, wording),
                step.callbacks()
                        .map(callbacks -> reactions(system, callbacks, CallbackText.happened(call, callbacks)))
                        .orElse(List.of()),
                step.gas() == Step.ALL_GAS ? OptionalLong.empty() : OptionalLong.of(step.gas()),
                system.chains(step));
    }

    private static List<ReplayedStep.Reaction> reactions(
            DeployedSystem system, Callbacks callbacks, List<String> happened) {
        List<ReplayedStep.Reaction> reactions = new ArrayList<>();
        for (Callbacks one : callbacks.each()) {
            reactions.add(new ReplayedStep.Reaction(
                    one.account(),
                    reactions.isEmpty() ? happened : List.of(),
                    code(system, one),
                    answering(system, one)));
        }
        return reactions;
    }

    private static List<String> code(DeployedSystem system, Callbacks callbacks) {
        return CalleeAnswers.played(system.specification()).contains(callbacks.account())
                ? CalleeAnswers.text(
                        system.specification(), callbacks, system.accounts().text())
                : CallbackText.code(callbacks, system.accounts().text());
    }

    private static Optional<String> answering(DeployedSystem system, Callbacks callbacks) {
        return CalleeAnswers.played(system.specification()).contains(callbacks.account())
                ? Optional.of(Hex.data(
                        CalleeAnswers.code(CalleeAnswers.functions(system.specification(), callbacks.account()))
                                .toBytes()))
                : Optional.empty();
    }

    /** Without its own call, of a contract that nobody sees. */
    private static CallNode forced(StepResult settled, CallNode made) {
        CallNode created = new CallNode(
                made.text() + " with the code " + Hex.data(ForcedEther.code(settled.target())),
                made.ok(),
                made.result(),
                made.inner());
        return new CallNode(ForcedEther.text(settled.step()), made.ok(), made.result(), List.of(created));
    }

    private static Optional<Replay.Outcome> outcome(DeployedSystem system, Judgement judgement, int step) {
        return switch (judgement) {
            case Judgement.Violated violated ->
                Optional.of(new Replay.Outcome.Broken(step, system.accounts().named(violated.explanation())));
            case Judgement.Failed failed ->
                Optional.of(new Replay.Outcome.Failed(step, system.accounts().named(failed.reason())));
            case Judgement.Held ignored -> Optional.empty();
            case Judgement.NotTriggered ignored -> Optional.empty();
            case Judgement.Undecided ignored -> Optional.empty();
        };
    }

    private static List<String> stale(Counterexample counterexample, DeployedSystem system) {
        List<String> warnings = new ArrayList<>();
        if (!counterexample.specificationHash().equals(Fingerprint.ofSpecification(counterexample.specification()))) {
            warnings.add(counterexample.specification() + " has changed since this sequence was recorded");
        }
        Map<String, String> codes = Counterexample.codes(system);
        codes.forEach((name, hash) -> {
            if (!hash.equals(counterexample.codeHashes().get(name))) {
                warnings.add("the code of " + name + " has changed since this sequence was recorded");
            }
        });
        return warnings;
    }
}
