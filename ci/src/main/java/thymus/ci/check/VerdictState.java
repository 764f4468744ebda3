package thymus.ci.check;

import java.util.List;
import java.util.Optional;
import thymus.ci.CiException;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.Testing;
import thymus.ci.verdict.Verdict;
import thymus.spec.CalleeBehaviour;
import thymus.spec.text.NumberText;

/**
 * Collects the results of both sides for one property and decides. A verdict, once given, is final; a later result is
 * still held against it.
 */
final class VerdictState {
    /** The steps of a candidate that are told. */
    private static final int MOST_STEPS = 4;

    private static final String MISBEHAVES = ". One of the callees, as setup deploys it, does not behave so: leave the"
            + " assumption out, or deploy another contract";

    private final String property;
    private Optional<ProofResult> proof = Optional.empty();
    private Optional<ConfirmedCounterexample> candidate = Optional.empty();
    private Optional<ConfirmedCounterexample> finding = Optional.empty();
    private Optional<Verdict.Erroneous> failure = Optional.empty();
    /** The prover's candidate led where the property cannot be evaluated. */
    private Optional<Verdict.Erroneous> candidateFailure = Optional.empty();
    /** A fault of Thymus that concerns this property. */
    private Optional<String> fault = Optional.empty();
    /** Why the fork could not be read. */
    private Optional<String> unreadable = Optional.empty();

    /** Whether a larger value of what the property maximizes may still be found. */
    private boolean climbing;

    private boolean screened;
    private boolean finished;
    private Optional<Testing> testing = Optional.empty();
    private Optional<Verdict> verdict = Optional.empty();

    VerdictState(String property) {
        this(property, false);
    }

    /** @param climbing whether the property maximizes something */
    VerdictState(String property, boolean climbing) {
        this.property = property;
        this.climbing = climbing;
    }

    Optional<Verdict> verdict() {
        return verdict;
    }

    /** Whether fuzzing on could still change what is said. */
    boolean wantsFuzzing() {
        return verdict.isEmpty() || ((!screened || climbing) && verdict.get() instanceof Verdict.Proved);
    }

    /** @param confirmed the replayed counterexample, where the result is a candidate that broke the property again */
    void proof(ProofResult result, Optional<ConfirmedCounterexample> confirmed) {
        proof = Optional.of(result);
        candidate = confirmed;
        rule();
    }

    /** The fuzzer broke the property, and the replay agreed. */
    void broken(ConfirmedCounterexample confirmed) {
        finding = Optional.of(confirmed);
        rule();
    }

    /**
     * The property cannot be evaluated in some reachable state. Where transactions lead there, it is said once the
     * fuzzer has ended: a counterexample would say more, and the sequence may only show a state that nobody meant.
     */
    void failed(Verdict.Erroneous error) {
        failure = Optional.of(error);
        rule();
    }

    /**
     * The prover's candidate, replayed, led where the property cannot be evaluated. It is said once the fuzzer has
     * ended: a counterexample of its own would say more, whichever of the two comes first.
     */
    void candidateFailed(Verdict.Erroneous error) {
        candidateFailure = Optional.of(error);
    }

    /** Thymus went wrong with this property; what else is said of it still counts. */
    void faulty(String sentence) {
        fault = Optional.of(sentence);
        rule();
    }

    /**
     * The fuzzer went wrong; proofs still count.
     *
     * @param internal whether it is a fault of Thymus, and not of the fork that is read
     * @param soFar what it had tried by then
     */
    void crashed(String reason, boolean internal, Optional<Testing> soFar) {
        if (internal) {
            fault = Optional.of(reason);
        } else {
            unreadable = Optional.of(reason);
        }
        finished(soFar);
    }

    void screened() {
        screened = true;
        rule();
    }

    void climbed() {
        climbing = false;
    }

    /** The fuzzer ended. */
    void finished(Optional<Testing> result) {
        screened = true;
        finished = true;
        climbing = false;
        testing = result;
        rule();
    }

    /**
     * Nothing more will be said.
     *
     * @param soFar what the fuzzer had tried, if it did not come to its end
     */
    void timeOut(Optional<Testing> soFar) {
        screened = true;
        finished = true;
        testing = testing.or(() -> soFar);
        proof = proof.or(() -> Optional.of(new ProofResult.Undecided("the proof took longer than there was time")));
        rule();
    }

    private void rule() {
        forbidContradiction();
        if (verdict.isEmpty()) {
            verdict = fromFuzzer().or(() -> proof.flatMap(this::fromProof));
        }
    }

    private Optional<Verdict> fromFuzzer() {
        return finding.<Verdict>map(Verdict.Falsified::new)
                .or(() -> failure.filter(error -> finished || isAfterSetup(error)));
    }

    private static boolean isAfterSetup(Verdict.Erroneous error) {
        return error.sequence().stream().allMatch(sequence -> sequence.steps().isEmpty());
    }

    private Optional<Verdict> fromProof(ProofResult result) {
        return switch (result) {
            // Whether the callees that setup deploys behave as the file assumes is tried first.
            case ProofResult.Proved _, ProofResult.Vacuous _ when !screened && assumesBehaviour() -> Optional.empty();
            case ProofResult.Proved p ->
                Optional.of(new Verdict.Proved(p.method(), p.lemmas(), p.assumptions(), p.smtFiles()));
            // What a condition speaks of is not known where it has no truth value.
            case ProofResult.Vacuous _ when failure.isPresent() -> Optional.empty();
            case ProofResult.Vacuous _ when isJudged() && assumesBehaviour() -> Optional.of(unproved(result));
            case ProofResult.Vacuous v -> Optional.of(new Verdict.Vacuous(v.trigger()));
            case ProofResult.Candidate _
            when candidate.isPresent() -> screened ? candidate.map(Verdict.Falsified::new) : Optional.empty();
            case ProofResult.Candidate _, ProofResult.ProvedToDepth _, ProofResult.Undecided _, ProofResult.Crashed _ ->
                finished ? Optional.of(unproved(result)) : Optional.empty();
        };
    }

    /** The fuzzer has ended without a counterexample, and there is no proof. */
    private Verdict unproved(ProofResult result) {
        Testing tried = testing.orElse(Testing.NONE);
        if (candidateFailure.isPresent()) {
            return candidateFailure.get();
        }
        if (unreadable.isPresent()) {
            return new Verdict.Erroneous(unreadable.get());
        }
        if (fault.isPresent()) {
            return lost(fault.get(), tried);
        }
        return switch (result) {
            case ProofResult.Crashed c -> lost(c.reason(), tried);
            case ProofResult.ProvedToDepth p -> new Verdict.ProvedToDepth(p.depth(), p.open(), p.assumptions(), tried);
            case ProofResult.Candidate c ->
                tested(tried, "the prover's candidate broke nothing when it was replayed" + steps(c));
            case ProofResult.Undecided u -> tested(tried, u.reason());
            case ProofResult.Proved p -> throw new IllegalStateException("ruled before: " + p);
            case ProofResult.Vacuous _ ->
                tested(
                        tried,
                        "it speaks of nothing where every callee behaves as the file assumes, and one of those that"
                                + " setup deploys does not behave so");
        };
    }

    /** What the prover meant helps whoever wants to know why. */
    private static String steps(ProofResult.Candidate candidate) {
        List<String> lines = candidate.lines();
        String more = lines.size() > MOST_STEPS ? "; and " + (lines.size() - MOST_STEPS) + " more" : "";
        return lines.isEmpty()
                ? ""
                : ": " + String.join("; ", lines.subList(0, Math.min(MOST_STEPS, lines.size()))) + more;
    }

    /** A fault of Thymus must not look like a test that was passed, but what was tried is told. */
    private static Verdict lost(String fault, Testing tried) {
        return new Verdict.Unknown(
                fault + "; "
                        + (tried.judged() > 0
                                ? "the fuzzer judged it " + NumberText.count(tried.judged(), "time")
                                        + " and did not break it"
                                : "the fuzzer never judged it"),
                true);
    }

    private static Verdict tested(Testing tried, String reason) {
        if (tried.judged() > 0) {
            return new Verdict.Tested(
                    tried,
                    reason
                            + tried.doubt()
                                    .map(doubt -> "; some states were not judged: " + doubt)
                                    .orElse(""));
        }
        String ran = tried.doubt()
                .orElseGet(() -> tried.transactions() == 0
                        ? "no transaction was run"
                        : "no transaction of " + NumberText.prose(tried.transactions()) + " gave it anything to judge");
        return new Verdict.Unknown(ran + ", and there is no proof: " + reason);
    }

    private void forbidContradiction() {
        boolean proved = proof.filter(ProofResult.Proved.class::isInstance).isPresent();
        if (proved && finding.isPresent() && assumesBehaviour()) {
            refuseProof();
            return;
        }
        if (proved && finding.isPresent()) {
            throw contradiction("proved and also falsified by the sequence in "
                    + finding.get().replay());
        }
        if (proved && failure.isPresent()) {
            throw contradiction(
                    "proved, and yet could not be evaluated: " + failure.get().reason());
        }
        boolean vacuous = proof.filter(ProofResult.Vacuous.class::isInstance).isPresent();
        if (vacuous && (finding.isPresent() || isJudged())) {
            if (assumesBehaviour()) {
                refuseVacuity();
                return;
            }
            throw contradiction("found vacuous, and yet the fuzzer made happen what it speaks of");
        }
    }

    /** Whether the fuzzer made happen what the property speaks of. */
    private boolean isJudged() {
        return testing.filter(t -> t.judged() > 0).isPresent();
    }

    /** Where the counterexample comes first, it stands: the proof was not about this code. */
    private void refuseProof() {
        if (verdict.filter(Verdict.Proved.class::isInstance).isPresent()) {
            throw new CiException.WrongInput("property " + property + " was proved of every callee that behaves as the"
                    + " file assumes, and is falsified by the sequence in "
                    + finding.get().replay() + MISBEHAVES);
        }
    }

    /** What the fuzzer found stands where it comes first: what was found vacuous was not about this code. */
    private void refuseVacuity() {
        if (verdict.filter(Verdict.Vacuous.class::isInstance).isPresent()) {
            throw new CiException.WrongInput("property " + property + " says nothing of callees that behave as the file"
                    + " assumes, and yet the fuzzer made happen what it speaks of" + MISBEHAVES);
        }
    }

    /** Whether the proof is about callees whose code it did not read. */
    private boolean assumesBehaviour() {
        List<String> assumptions = switch (proof.get()) {
            case ProofResult.Proved p -> p.assumptions();
            case ProofResult.Vacuous v -> v.assumptions();
            case ProofResult.ProvedToDepth _, ProofResult.Candidate _, ProofResult.Undecided _, ProofResult.Crashed _ ->
                List.of();
        };
        return assumptions.stream().anyMatch(CalleeBehaviour::isAssumption);
    }

    private CiException.Contradiction contradiction(String what) {
        return new CiException.Contradiction("property " + property + " was " + what
                + ". One of the two is wrong, so no verdict of this run can be trusted");
    }
}
