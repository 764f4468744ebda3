package thymus.corpus;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import thymus.ci.check.Check;
import thymus.ci.check.CheckListener;
import thymus.ci.check.CheckPlan;
import thymus.ci.check.IndependentEvm;
import thymus.ci.engine.AnvilEvm;
import thymus.ci.engine.CheckTarget;
import thymus.ci.engine.SystemEngines;
import thymus.ci.expected.ExpectedFile;
import thymus.ci.expected.ExpectedVerdict;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.Verdict;
import thymus.system.crosscheck.InstalledAnvil;

/**
 * A check of a file, by both sides or by fuzzing alone, and what is expected of it.
 *
 * @param out for the files that a check writes
 */
record ExpectedCheck(Path out, Duration budget, long transactions) {

    /** Both sides give the verdicts that are expected, and anvil confirms each counterexample where it is installed. */
    void of(Path file) throws IOException, InterruptedException {
        Optional<String> missing = Packages.missingReal();
        ExpectedFile expected = ExpectedFile.read(file);
        Map<String, PropertyVerdict> judgements = check(file, CheckPlan.proversOnThisMachine());
        assertEquals(new TreeSet<>(expected.properties().keySet()), new TreeSet<>(judgements.keySet()));
        assertAll(expected.properties().entrySet().stream()
                .map(e -> () -> assertVerdict(e.getValue(), judgements.get(e.getKey()), missing.isEmpty())));
        assertAssumptions(expected.assumptions(), judgements);
        missing.ifPresent(Assumptions::abort);
    }

    /** The fuzzer alone gives the verdicts that are expected of it. */
    void byFuzzingAlone(Path file) throws IOException, InterruptedException {
        Map<String, String> found = new TreeMap<>();
        check(file, 0)
                .forEach(
                        (name, judgement) -> found.put(name, judgement.verdict().word()));
        Map<String, String> expected = new TreeMap<>();
        ExpectedFile.read(file)
                .properties()
                .forEach((name, verdict) -> expected.put(name, verdict.alone().orElseThrow()));
        assertEquals(expected, found);
    }

    private static void assertVerdict(ExpectedVerdict expected, PropertyVerdict judgement, boolean confirmed) {
        assertEquals(expected.word(), judgement.verdict().word(), judgement::toString);
        OptionalInt steps = judgement.verdict() instanceof Verdict.Falsified falsified
                ? OptionalInt.of(falsified.counterexample().steps().size())
                : OptionalInt.empty();
        assertEquals(expected.steps(), steps, judgement::toString);
        if (judgement.verdict() instanceof Verdict.Falsified falsified && confirmed) {
            assertEquals(1, falsified.counterexample().confirmedOn().size(), judgement::toString);
        }
    }

    private static void assertAssumptions(List<String> expected, Map<String, PropertyVerdict> judgements) {
        Map<String, Set<String>> printed = new TreeMap<>();
        judgements.forEach((name, j) -> j.verdict()
                .assumptions()
                .forEach(a -> printed.computeIfAbsent(a, k -> new TreeSet<>()).add(name)));
        for (String part : expected) {
            assertTrue(
                    printed.keySet().stream().anyMatch(a -> a.contains(part)),
                    () -> "no assumption mentions \"" + part + "\": " + printed);
        }
        printed.forEach((assumption, names) -> assertTrue(
                expected.stream().anyMatch(assumption::contains),
                () -> "an assumption that nobody expects: \"" + assumption + "\" of " + names));
    }

    private Map<String, PropertyVerdict> check(Path file, int provers) throws InterruptedException {
        CheckTarget subject = CheckTarget.read(file, Optional.empty());
        CheckPlan plan =
                new CheckPlan(file.toString(), subject.specification().properties(), 1, budget, transactions, provers);
        Optional<IndependentEvm> anvil = InstalledAnvil.find().map(program -> new AnvilEvm(program, subject.fork()));
        CheckResult result = new Check(
                        plan,
                        new SystemEngines(subject, plan, out),
                        anvil,
                        new Silence(),
                        (where, fault) -> where + ": " + fault)
                .run();
        return result.judgements().stream().collect(Collectors.toMap(PropertyVerdict::property, j -> j));
    }

    private record Silence() implements CheckListener {
        @Override
        public void decided(PropertyVerdict judgement) {}

        @Override
        public void progress(Progress progress) {}
    }
}
