package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import thymus.solver.ProofOutcome;
import thymus.solver.ProverOptions;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.property.Explorer;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.property.SystemModel;
import thymus.solver.property.UnreadFunction;
import thymus.solver.smt.SmtSolver;
import thymus.solver.smt.SolverFactory;
import thymus.solver.smt.SolverFailedException;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.Terms;
import thymus.spec.text.NumberText;
import thymus.spec.tree.MentionedContracts;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;

/** What the proofs of one system share. */
public final class ProofSession implements AutoCloseable {
    /** For a path that has forked often: enough to see plain contradictions. */
    private static final int FEASIBILITY_EFFORT = 100_000;

    private final DeployedSystem system;
    private final ProverOptions options;
    private final Terms terms = new Terms();
    private final SmtSolver solver;
    private final ProofArtifacts evidence;
    private Optional<Induction> induction = Optional.empty();
    private Optional<BoundedSearch> bounded = Optional.empty();
    private Optional<SymbolicState> deployed = Optional.empty();
    private Optional<String> unsupported = Optional.empty();
    private List<UnreadFunction> unread = List.of();
    /** The stop signal of the proof under way: exploring paths can take longer than there is time. */
    private BooleanSupplier stop = () -> false;

    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public ProofSession(DeployedSystem system, ProverOptions options, SolverFactory factory) {
        this.system = system;
        this.options = options;
        this.solver = factory.open(options.effort());
        this.evidence = new ProofArtifacts(options.smtFolder());
    }

    /** @return empty if the property needs more than itself */
    public Optional<ProofOutcome> proveAlone(Property property, BooleanSupplier stopped) {
        return guarded(property, stopped, induction -> induction.proveAlone(property.toProve(), evidence, stopped))
                .fold(outcome -> outcome, reason -> Optional.<ProofOutcome>empty())
                .map(this::qualified);
    }

    /** What holds but for a function that was not read is not proved. */
    private ProofOutcome qualified(ProofOutcome outcome) {
        if (unread.isEmpty()) {
            return outcome;
        }
        String functions = String.join(
                ", and ", unread.stream().map(UnreadFunction::toString).toList());
        return switch (outcome) {
            case ProofOutcome.Proved p -> new ProofOutcome.Unknown("proved but for " + functions);
            case ProofOutcome.Vacuous v ->
                new ProofOutcome.Unknown("nothing that was read does what it speaks of; not read was " + functions);
            case ProofOutcome.ProvedToDepth p ->
                new ProofOutcome.Unknown(
                        "proved for up to " + NumberText.count(p.depth(), "transaction") + " but for " + functions);
            case ProofOutcome.Candidate c -> c;
            case ProofOutcome.Unknown u -> new ProofOutcome.Unknown(u.reason() + "; not read was " + functions);
        };
    }

    public ProofOutcome prove(Property stated, BooleanSupplier stopped) {
        Property property = stated.toProve();
        return guarded(property, stopped, induction -> {
                    Induction.Verdict verdict = induction.prove(property, evidence, stopped);
                    return verdict.outcome() instanceof ProofOutcome.Unknown unknown
                            ? search(property, unknown, verdict.suspects(), stopped)
                            : verdict.outcome();
                })
                .fold(this::qualified, ProofOutcome.Unknown::new);
    }

    /** A result, or in words why there is none. */
    private record Attempt<T>(Optional<T> result, String reason) {
        T fold(Function<T, T> found, Function<String, T> failed) {
            return result.map(found).orElseGet(() -> failed.apply(reason));
        }
    }

    private <T> Attempt<T> guarded(Property property, BooleanSupplier stopped, Function<Induction, T> work) {
        stop = stopped;
        Optional<String> callee = MentionedContracts.of(property).stream()
                .filter(system.specification().callees()::containsKey)
                .findFirst();
        if (callee.isPresent()) {
            return new Attempt<>(
                    Optional.empty(),
                    "what " + callee.get()
                            + " does is assumed, and its code is not read, so that nothing is proved of it");
        }
        if (property.comparesRuns() && !system.specification().callees().isEmpty()) {
            return new Attempt<>(
                    Optional.empty(),
                    "two runs are compared in all that they change, and what a callee changes is assumed, not read");
        }
        if (unsupported.isPresent()) {
            return new Attempt<>(Optional.empty(), unsupported.get());
        }
        try {
            if (induction.isEmpty()) {
                induction = Optional.of(prepare());
            }
            return new Attempt<>(Optional.of(work.apply(induction.get())), "");
        } catch (UnsupportedConstructException e) {
            String reason = "not modelled by the prover: " + e.getMessage();
            if (induction.isEmpty()) {
                unsupported = Optional.of(reason);
            }
            return new Attempt<>(Optional.empty(), reason);
        } catch (StoppedException e) {
            return new Attempt<>(Optional.empty(), "stopped before the proof was complete");
        } catch (SolverFailedException e) {
            return new Attempt<>(Optional.empty(), e.getMessage());
        }
    }

    /** What induction left open may have a short counterexample, or none up to some depth. */
    private ProofOutcome search(
            Property property,
            ProofOutcome.Unknown unknown,
            List<SymbolicTransaction> suspects,
            BooleanSupplier stopped) {
        // What breaks an isolation is a call after the offence, which the search would not show.
        boolean speaksOfNextCall = property instanceof Property.Isolation;
        boolean isInside = property.isJudgedInside();
        if (speaksOfNextCall
                || options.depth() == 0
                || bounded.isEmpty()
                || suspects.isEmpty()
                || stopped.getAsBoolean()) {
            return unknown;
        }
        BoundedSearch.Result result;
        try {
            result = bounded.get()
                    .search(
                            property,
                            suspects,
                            deployed.orElseThrow(),
                            induction.orElseThrow().judgesSetup(property),
                            options.depth(),
                            stopped);
        } catch (UnsupportedConstructException e) {
            // What lemmas tell of moments within a step, a sequence of steps does not show.
            return new ProofOutcome.Unknown(
                    unknown.reason() + "; no sequences were searched, not modelled there: " + e.getMessage());
        }
        if (result.counterexample().isPresent()) {
            return new ProofOutcome.Candidate(result.counterexample().get());
        }
        if (isInside) {
            // What code that nobody knows calls in the middle of a step is not among the sequences.
            return unknown;
        }
        if (result.completeDepth() > 0 && !result.triggered()) {
            // Nothing was shown: the sequences that were searched do not reach what the property speaks of.
            String trigger = property instanceof Property.Invariant ? "its premise" : "its trigger";
            return new ProofOutcome.Unknown(trigger + " does not occur within "
                    + NumberText.count(result.completeDepth(), "transaction") + "; " + unknown.reason());
        }
        return result.completeDepth() > 0
                ? new ProofOutcome.ProvedToDepth(
                        result.completeDepth(),
                        unknown.reason() + "; " + end(result.completeDepth()),
                        Stream.concat(Assumptions.of(system).stream(), property.assumptions().stream())
                                .toList())
                : unknown;
    }

    /** Why the bounded search goes no further, in words. */
    private String end(int depth) {
        return depth == options.depth()
                ? "sequences of more than " + NumberText.count(depth, "transaction") + " were not searched"
                : "sequences of " + NumberText.count(depth + 1, "transaction")
                        + " were too many, too hard or too late to be searched completely";
    }

    private Induction prepare() {
        // Functions are explored again until nothing more is learnt of the others, and mostly along the same paths.
        Map<List<Integer>, Boolean> possibility = new HashMap<>();
        Predicate<List<BoolTerm>> possible = conditions -> {
            if (stop.getAsBoolean()) {
                throw new StoppedException();
            }
            return conditions.isEmpty()
                    || possibility.computeIfAbsent(
                            conditions.stream().map(BoolTerm::id).toList(),
                            _ -> !solver.contradict(conditions, FEASIBILITY_EFFORT));
        };
        Deployment deployment = new Deployment(system, terms);
        SystemModel model = deployment.model(possible);
        deployment.readParameters(model, possible);
        Explorer explorer = new Explorer(model, possible);
        ArbitraryState arbitrary = ArbitraryState.explore(model, explorer, deployment);
        List<UnreadFunction> missing = new ArrayList<>(arbitrary.exploration().unread());
        system.created()
                .forEach(created -> created.unread()
                        .ifPresent(reason ->
                                missing.add(UnreadFunction.ofAll(created.name(), created.creator(), reason))));
        unread = List.copyOf(missing);
        SymbolicState state = model.deployed();
        deployed = Optional.of(state);
        bounded = Optional.of(new BoundedSearch(
                model, explorer, arbitrary, solver, new StepReader(model.specification(), deployment.addresses())));
        List<String> assumptions = new ArrayList<>(Assumptions.of(system));
        arbitrary
                .exploration()
                .views()
                .forEach(view -> assumptions.add(view.name()
                        + " is declared a view and changes nothing; not all of it was read (" + view.reason() + ")"));
        PeriodElements periods = PeriodElements.of(
                arbitrary, deployment, BigInteger.valueOf(system.chain().timestamp()));
        return new Induction(model, arbitrary, state, solver, explorer, periods, List.copyOf(assumptions));
    }

    /** Ends a running query. */
    public void interrupt() {
        solver.interrupt();
    }

    @Override
    public void close() {
        interrupt();
    }
}
