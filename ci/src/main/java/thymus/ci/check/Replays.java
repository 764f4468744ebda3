package thymus.ci.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import thymus.ci.CiException;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.Fault;
import thymus.ci.verdict.ReachedMaximum;
import thymus.ci.verdict.Verdict;
import thymus.spec.tree.Property;
import thymus.system.execution.Scenario;
import thymus.system.execution.Step;

/**
 * Has replayed what the workers propose, and tells the rulings what came of it. A replay that goes wrong costs its
 * property and not the run.
 */
final class Replays {
    private static final String NOT_SEEN = " on a fresh chain: Thymus contradicts itself; please report it";

    private final CounterexampleConfirmer referee;
    private final Crash crash;
    private final Consumer<Fault> faults;

    Replays(CounterexampleConfirmer referee, Crash crash, Consumer<Fault> faults) {
        this.referee = referee;
        this.crash = crash;
        this.faults = faults;
    }

    /**
     * The prover has ended; its candidate counts if it breaks the property again, or leaves it without a truth value.
     */
    void proof(VerdictState ruling, Property property, ProofResult result) {
        Optional<ConfirmedCounterexample> confirmed = Optional.empty();
        ProofResult outcome = result;
        if (result instanceof ProofResult.Candidate candidate
                && ruling.verdict().isEmpty()) {
            try {
                confirmed = referee.confirm(property, candidate.scenario(), ConfirmedCounterexample.Origin.PROVER);
                if (confirmed.isEmpty()) {
                    referee.undefined(property, candidate.scenario(), ConfirmedCounterexample.Origin.PROVER)
                            .map(Replays::erroneous)
                            .ifPresent(ruling::candidateFailed);
                }
            } catch (RuntimeException | VirtualMachineError fault) {
                outcome = new ProofResult.Crashed(crash.tell("replaying " + property.name(), fault));
            }
        }
        if (outcome instanceof ProofResult.Crashed crashed) {
            faults.accept(new Fault(crashed.reason(), false));
        }
        ruling.proof(outcome, confirmed);
    }

    /** The fuzzer broke the property. */
    void broken(VerdictState ruling, Property property, Scenario scenario, String explanation) {
        again(ruling, property, () -> referee.confirm(property, scenario, ConfirmedCounterexample.Origin.FUZZER))
                .ifPresent(seen -> seen.ifPresentOrElse(
                        ruling::broken,
                        () -> contradicted(
                                ruling, property, "broke the property (" + explanation + "), and does not")));
    }

    /** The fuzzer reached a state in which the property has no truth value. */
    void failed(VerdictState ruling, Property property, Scenario scenario, String reason) {
        again(ruling, property, () -> referee.undefined(property, scenario, ConfirmedCounterexample.Origin.FUZZER))
                .ifPresent(seen -> {
                    if (seen.isPresent()) {
                        ruling.failed(new Verdict.Erroneous(reason, Advice.of(reason), seen));
                    } else {
                        contradicted(ruling, property, "left it without a truth value (" + reason + "), and does not");
                    }
                });
    }

    /** The fuzzer's best sequence for what a property maximizes; empty where it was not seen again. */
    Optional<ReachedMaximum> reached(VerdictState ruling, Property property, List<Step> steps) {
        if (ruling.verdict().filter(Verdict.Falsified.class::isInstance).isPresent()) {
            return Optional.empty(); // the counterexample says more
        }
        try {
            Optional<ReachedMaximum> seen = referee.reached(property, steps);
            if (seen.isEmpty()) {
                contradicted(ruling, property, "brought it to a value, and does not");
            }
            return seen;
        } catch (RuntimeException | VirtualMachineError fault) {
            String sentence = crash.tell("replaying " + property.name(), fault);
            faults.accept(new Fault(sentence, false));
            return Optional.empty();
        }
    }

    private static Verdict.Erroneous erroneous(ConfirmedCounterexample seen) {
        return new Verdict.Erroneous(seen.explanation(), Advice.of(seen.explanation()), Optional.of(seen));
    }

    /** @return empty if the replay went wrong, which the ruling then knows */
    private Optional<Optional<ConfirmedCounterexample>> again(
            VerdictState ruling, Property property, Supplier<Optional<ConfirmedCounterexample>> replay) {
        try {
            return Optional.of(replay.get());
        } catch (CiException.Contradiction contradiction) {
            throw contradiction;
        } catch (RuntimeException | VirtualMachineError fault) {
            String sentence = crash.tell("replaying " + property.name(), fault);
            faults.accept(new Fault(sentence, false));
            ruling.faulty(sentence);
            return Optional.empty();
        }
    }

    private void contradicted(VerdictState ruling, Property property, String what) {
        String sentence = "a sequence that the fuzzer found for " + property.name() + " " + what + NOT_SEEN;
        faults.accept(new Fault(sentence, true));
        ruling.faulty(sentence);
    }
}
