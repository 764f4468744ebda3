package thymus.corpus.traps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.Verdict;

/** Holds verdicts against what is known of a pair. */
final class Examiner {
    private final Path root;
    private final Tally tally;
    private final boolean apart;
    private final List<Wrong> wrong = new ArrayList<>();

    /** @param apart whether the fuzzer runs after the prover, and not beside it */
    Examiner(Path root, Tally tally, boolean apart) {
        this.root = root;
        this.tally = tally;
        this.apart = apart;
    }

    List<Wrong> wrong() {
        return wrong;
    }

    void examine(TrapPair pair, boolean planted) throws InterruptedException {
        Path folder = pair.folder(root, planted);
        try {
            Trial trial = new Trial(folder);
            Map<String, Integer> broken = trial.broken(pair.witness());
            if (broken.isEmpty() == planted) {
                complain(pair, planted, "the generator", "the calls that are to show the violation break " + broken);
                return;
            }
            CheckResult result = apart ? trial.proof() : trial.check();
            Map<String, Verdict> fuzzed = apart ? fuzzed(pair, planted, trial) : Map.of();
            result.faults().forEach(fault -> complain(pair, planted, "the fuzzer", fault.sentence()));
            for (PropertyVerdict judgement : result.judgements()) {
                String name = judgement.property();
                boolean isBroken = broken.containsKey(name);
                Verdict alone = judgement.verdict();
                boolean found = fuzzed.get(name) instanceof Verdict.Falsified;
                if (isBroken || !planted) {
                    tally.count(pair, planted, name, found ? fuzzed.get(name) : alone);
                }
                int steps = broken.getOrDefault(name, Integer.MAX_VALUE);
                if (isWrong(alone, planted, isBroken, steps)) {
                    complain(pair, planted, name, alone.toString());
                }
                if (found && (!planted || alone instanceof Verdict.Proved)) {
                    complain(pair, planted, name, alone + ", and then " + fuzzed.get(name));
                }
            }
        } catch (RuntimeException | StackOverflowError fault) {
            complain(pair, planted, "the check", stack(fault));
        }
    }

    private Map<String, Verdict> fuzzed(TrapPair pair, boolean planted, Trial trial) throws InterruptedException {
        CheckResult result = trial.fuzzed();
        result.faults().forEach(fault -> complain(pair, planted, "the fuzzer", fault.sentence()));
        return result.judgements().stream()
                .collect(Collectors.toMap(PropertyVerdict::property, PropertyVerdict::verdict));
    }

    /** @param steps how many transactions are enough to break it */
    private static boolean isWrong(Verdict verdict, boolean planted, boolean broken, int steps) {
        return switch (verdict) {
            case Verdict.Proved p -> broken;
            case Verdict.ProvedToDepth p -> broken && p.depth() >= steps;
            case Verdict.Vacuous v -> broken || !planted;
            case Verdict.Falsified f -> !planted;
            case Verdict.Erroneous e -> true;
            case Verdict.Tested t -> false;
            case Verdict.Unknown u -> false;
        };
    }

    private void complain(TrapPair pair, boolean planted, String property, String verdict) {
        wrong.add(new Wrong(pair, planted, property, verdict, pair.folder(root, planted)));
    }

    private static String stack(Throwable fault) {
        java.io.StringWriter text = new java.io.StringWriter();
        fault.printStackTrace(new java.io.PrintWriter(text, true));
        return text.toString();
    }
}
