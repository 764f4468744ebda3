package thymus.ci.init;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import thymus.ci.check.Check;
import thymus.ci.check.CheckListener;
import thymus.ci.check.CheckPlan;
import thymus.ci.check.Crash;
import thymus.ci.check.Fuzzer;
import thymus.ci.engine.CheckTarget;
import thymus.ci.engine.SystemEngines;
import thymus.ci.init.FirstSpecification.Effort;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.Testing;
import thymus.ci.verdict.Verdict;
import thymus.solver.ProverOptions;
import thymus.spec.text.NumberText;
import thymus.spec.tree.Property;
import thymus.system.execution.Scenario;

/**
 * Keeps of the candidates those that the fuzzer cannot break and the prover proves. What is kept depends on neither
 * the clock nor the number of processors, as long as the time suffices.
 */
final class Mining {
    /** What needs more than this is seldom worth to be guessed, and a check of the file tries as hard at least. */
    private static final ProverOptions QUICK = new ProverOptions(2_000_000, 0, Optional.empty());

    private final Effort effort;
    private final Crash crash;
    private final Consumer<String> progress;

    /** @param evidence why it is kept, as a sentence without its end */
    record Kept(CandidateClaim candidate, String evidence) {}

    /** @param isCut whether the time was used up before all were decided: more of it may keep more */
    record Result(List<Kept> kept, int falsified, boolean isCut) {}

    /** @param progress hears what is being done, in sentences */
    Mining(Effort effort, Crash crash, Consumer<String> progress) {
        this.effort = effort;
        this.crash = crash;
        this.progress = progress;
    }

    /** @param target a specification with all candidates as its properties */
    Result run(CheckTarget target, List<CandidateClaim> candidates) throws InterruptedException {
        List<Property> properties = target.specification().properties();
        if (properties.isEmpty()) {
            return new Result(List.of(), 0, false);
        }
        long begin = System.nanoTime();
        Survivors survivors = new Survivors(properties.size());
        Map<String, Testing> tried =
                engines(target, plan(properties, 0)).fuzzer().run(survivors).testing();
        List<Property> unbroken = properties.stream()
                .filter(p -> !survivors.broken.contains(p.name()))
                .toList();
        boolean isFuzzingCut = System.nanoTime() - begin >= effort.budget().toNanos();
        long middle = System.nanoTime();
        Map<String, PropertyVerdict> verdicts = verdicts(target, unbroken);
        boolean isCut =
                isFuzzingCut || System.nanoTime() - middle >= effort.budget().toNanos();
        List<Kept> kept = new ArrayList<>();
        for (CandidateClaim candidate : candidates) {
            Optional<Verdict> verdict =
                    Optional.ofNullable(verdicts.get(candidate.name())).map(PropertyVerdict::verdict);
            if (verdict.orElse(null) instanceof Verdict.Proved proved) {
                kept.add(new Kept(candidate, evidence(tried.get(candidate.name()), proved)));
            }
        }
        return new Result(List.copyOf(kept), survivors.broken.size(), isCut);
    }

    private CheckPlan plan(List<Property> properties, int provers) {
        return new CheckPlan(
                SetupDraft.FILE,
                properties,
                effort.seed(),
                effort.budget(),
                provers == 0 ? effort.transactions() : CheckPlan.SCREENING,
                provers);
    }

    private Map<String, PropertyVerdict> verdicts(CheckTarget target, List<Property> properties)
            throws InterruptedException {
        Map<String, PropertyVerdict> verdicts = new LinkedHashMap<>();
        if (properties.isEmpty()) {
            return verdicts;
        }
        CheckPlan plan = plan(properties, CheckPlan.proversOnThisMachine());
        Check check = new Check(
                plan,
                engines(target, plan),
                new CheckListener() {
                    @Override
                    public void decided(PropertyVerdict judgement) {}

                    @Override
                    public void progress(Progress now) {
                        progress.accept("proving: " + now.decided() + " of " + now.properties() + " decided");
                    }
                },
                crash);
        check.run().judgements().forEach(judgement -> verdicts.put(judgement.property(), judgement));
        return verdicts;
    }

    private SystemEngines engines(CheckTarget target, CheckPlan plan) {
        return new SystemEngines(target, plan, effort.folder(), QUICK);
    }

    private static String evidence(Testing testing, Verdict.Proved proved) {
        String assumed =
                proved.assumptions().isEmpty() ? "" : ", assuming that " + String.join("; ", proved.assumptions());
        return "unbroken in " + NumberText.prose(testing.transactions()) + " transactions, proved by " + proved.method()
                + assumed;
    }

    /** What the fuzzer breaks. */
    private final class Survivors implements Fuzzer.Observer {
        private final Set<String> broken = new HashSet<>();
        private final int all;

        Survivors(int all) {
            this.all = all;
        }

        @Override
        public void broken(String property, Scenario shrunk, String explanation) {
            broken.add(property);
        }

        @Override
        public void failed(String property, Scenario shrunk, String reason) {
            broken.add(property);
        }

        @Override
        public void crashed(String property, Throwable fault) {
            crash.tell("judging " + property, fault);
            broken.add(property);
        }

        @Override
        public void tried(long transactions, Map<String, Testing> testing) {}

        @Override
        public boolean progress(long transactions) {
            progress.accept("fuzzing: " + broken.size() + " of " + all + " candidates broken");
            return true;
        }
    }
}
