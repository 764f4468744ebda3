package thymus.ci.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thymus.ci.CiException;
import thymus.ci.ExitCode;
import thymus.ci.check.Check;
import thymus.ci.check.CheckPlan;
import thymus.ci.check.CorpusStore;
import thymus.ci.check.Engines;
import thymus.ci.check.FuzzPlan;
import thymus.ci.check.IndependentEvm;
import thymus.ci.engine.CheckTarget;
import thymus.ci.engine.CorpusFolder;
import thymus.ci.engine.KeptProofs;
import thymus.ci.verdict.Basis;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.Requirement;
import thymus.ci.verdict.UsedOptions;
import thymus.fork.state.Deadline;
import thymus.fork.state.ForkState;
import thymus.fork.state.Forks;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.Judging;
import thymus.solver.proof.Prover;
import thymus.spec.text.NumberText;
import thymus.spec.tree.Property;

@Command(
        name = "check",
        description =
                "Deploys the system of a specification on a local chain, proves and fuzzes each of its properties.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 nothing falsified but what the file expects to be, though some may",
            "be unknown or vacuous (see --require); 1 something falsified; 2 wrong usage,",
            "specification or artifacts, or a property without a truth value; 3 internal",
            "error; 4 --require not met, or a verdict other than the file expects."
        })
public final class CheckCommand implements Callable<Integer> {
    private static final int MOST_WORKERS = 64;
    private static final int LONGEST_SEQUENCE = 10_000;

    /** The words of the command line. */
    enum JudgeOption {
        EVERY(Judging.EVERY),
        END(Judging.END);

        private final Judging meaning;

        JudgeOption(Judging meaning) {
            this.meaning = meaning;
        }
    }

    @Parameters(
            paramLabel = "FILE.inv|DIR",
            arity = "1..*",
            description = "The specifications, or folders that hold them.")
    private List<Path> paths;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "2m",
            converter = DurationConverter.class,
            description = "The longest the check of one file may take, such as 30s or 5m (default: ${DEFAULT-VALUE}).")
    private Duration budget;

    @Option(
            names = "--transactions",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Transactions that the fuzzer runs at most (default: ${DEFAULT-VALUE}).")
    private long transactions;

    @Mixin
    private SeedOption random = new SeedOption();

    @Option(names = "--only", paramLabel = "NAME", description = "Checks this property only; may be repeated.")
    private List<String> only = List.of();

    @Option(
            names = "--fuzz-only",
            description = "Tries no proof, and says how many transactions a processor second were run.")
    private boolean fuzzOnly;

    @Option(
            names = "--prove-again",
            description = "Proves every property anew. Otherwise a proof of an earlier check is taken where contracts,"
                    + " property and Thymus are the same; the user's cache folder has them.")
    private boolean proveAgain;

    @Option(
            names = "--sequence-length",
            paramLabel = "N",
            defaultValue = "" + CampaignOptions.DEFAULT_SEQUENCE_LENGTH,
            description =
                    "Transactions in a sequence of the fuzzer at most (default: ${DEFAULT-VALUE}). Long ones reach"
                            + " states that take many steps; short ones begin afresh more often.")
    private int sequenceLength;

    @Option(
            names = "--judge",
            paramLabel = "every|end",
            defaultValue = "every",
            description = "When the fuzzer judges invariants: after every transaction, or at the end of every sequence,"
                    + " which is faster and misses what is broken and healed in between; rules and limits are always"
                    + " judged where they are triggered (default: ${DEFAULT-VALUE}).")
    private JudgeOption judging;

    @Option(
            names = "--artifacts",
            paramLabel = "DIR",
            description = "Foundry's out/, Hardhat's artifacts/ or standard JSON output of solc"
                    + " (default: artifacts/ and out/ beside FILE.inv, JSON files beside it, the output of the"
                    + " Foundry or Hardhat project around it).")
    private Path artifacts;

    @Mixin
    private ForkOptions forks = new ForkOptions();

    @Mixin
    private ReportOptions reportFiles = new ReportOptions();

    @Option(
            names = "--require",
            paramLabel = "proved|decided",
            description = "Exit code 4 unless every property is proved, or at least decided: proved or falsified (which"
                    + " still exits with 1). What is vacuous, unknown, tested or proved to some depth is neither.")
    private Requirement require;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".thymus",
            description = "Where replay files, SMT queries and what is known of forks go (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--independent",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Whether counterexamples are also replayed on Foundry's anvil, an EVM that is not ours:"
                    + " auto (where it is installed), required or off (default: ${DEFAULT-VALUE}).")
    private Independent independent;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Threads of the fuzzer (default: ${DEFAULT-VALUE}). Findings do not depend on their number, but"
                            + " on what fits into --for.")
    private int workers;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description = "Sequences that campaigns hand on: those in the folder run first, and what reaches anything"
                    + " new or breaks a property is kept there at once. Of several files each has a folder in it.")
    private Path corpus;

    @Option(names = "--progress", description = "Prints a line of progress every five seconds, for logs.")
    private boolean progress;

    private final Console console;
    private final CrashLog log;
    private final EngineFactory workshop;

    /** What earlier files of the same run took, so that none counts twice. */
    private long processorNanosTold;

    public CheckCommand(Console console, CrashLog log, EngineFactory workshop) {
        this.workshop = workshop;
        this.console = console;
        this.log = log;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (transactions < 1) {
            throw new CiException.WrongInput("--transactions " + transactions + ": at least one is needed");
        }
        if (sequenceLength < 1 || sequenceLength > LONGEST_SEQUENCE) {
            throw new CiException.WrongInput(
                    "--sequence-length " + sequenceLength + ": 1 to " + NumberText.prose(LONGEST_SEQUENCE));
        }
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new CiException.WrongInput("--workers " + workers + ": 1 to " + MOST_WORKERS);
        }
        Map<Path, String> files = SpecificationFiles.of(paths);
        OutputFolder.prepare(out);
        Prover.prepare();
        Reports reports = new Reports(reportFiles.files(), files.keySet(), isSeveral(files));
        int code = isSeveral(files) ? checkAll(files, reports) : checkOne(files, reports);
        reports.write();
        return code;
    }

    private boolean isSeveral(Map<Path, String> files) {
        return files.size() > 1 || Files.isDirectory(paths.getFirst());
    }

    private int checkOne(Map<Path, String> files, Reports reports) throws InterruptedException {
        Path file = files.keySet().iterator().next();
        return check(file, files.get(file), reports, false).orElseThrow().number();
    }

    /** One after the other; what is wrong with one does not keep the others from their verdicts. */
    private int checkAll(Map<Path, String> files, Reports reports) throws InterruptedException {
        List<ExitCode> codes = new ArrayList<>();
        for (Map.Entry<Path, String> file : files.entrySet()) {
            try {
                check(file.getKey(), file.getValue(), reports, true)
                        .ifPresentOrElse(codes::add, () -> reports.leftOut(file.getKey()));
            } catch (RuntimeException | VirtualMachineError fault) {
                codes.add(Failures.explain(console, log, fault));
                reports.failed(file.getKey(), Failures.message(fault));
            }
            console.out().println();
        }
        if (codes.isEmpty()) {
            throw new CiException.WrongInput(
                    "--only " + String.join(", ", only) + ": no file has a property of that name");
        }
        console.out().println(SeveralText.summary(reports.results(), reports.failures()));
        return ExitCode.worst(codes).number();
    }

    /** @return empty if the file has none of the properties that were asked for, and others may have them */
    private Optional<ExitCode> check(Path file, String name, Reports reports, boolean several)
            throws InterruptedException {
        long begin = System.nanoTime();
        Forks.Settings settings =
                forks.settings(out.resolve("fork"), console).until(Deadline.in(budget.plus(Check.OVERTIME)));
        CheckTarget subject = CheckTarget.read(file, Optional.ofNullable(artifacts), forks.fork(), settings);
        if (several && !PropertySelection.isMeant(subject.specification(), only)) {
            return Optional.empty();
        }
        List<String> names = several ? PropertySelection.known(subject.specification(), only) : only;
        List<Property> properties = PropertySelection.select(subject.specification(), names);
        CheckPlan whole = new CheckPlan(
                file.toString(),
                properties,
                random.seed(),
                budget,
                fuzzOnly ? 0 : CheckPlan.proversOnThisMachine(),
                new FuzzPlan(transactions, sequenceLength, judging.meaning, corpus(subject, name, several), workers),
                subject.specification().expectations());
        Engines engines = workshop.open(subject, whole, out.resolve(name), keptProofs());
        // The time that the fork has taken so far counts.
        CheckPlan plan = subject.fork().isEmpty() ? whole : whole.after(Duration.ofNanos(System.nanoTime() - begin));

        Optional<IndependentEvm> evm = independent.open(subject.fork());
        Basis basis =
                new Basis(Prover.solver(), subject.fork().map(ForkState::point), engines.contracts(), usedOptions());
        CheckView view = new CheckView(console, plan, basis, progress);
        view.begin();
        Check check = new Check(plan, engines, evm, view, log);
        CheckResult result = view.watch(check, reported -> {
            reports.add(reported, basis);
            reports.write();
        });
        if (fuzzOnly) {
            long now = ThroughputText.processorNanos();
            console.out().println(ThroughputText.of(result.transactions(), now - processorNanosTold));
            processorNanosTold = now;
        }
        return Optional.of(result.exitCode(Optional.ofNullable(require)));
    }

    private CorpusStore corpus(CheckTarget subject, String name, boolean several) {
        if (corpus == null) {
            return CorpusStore.NONE;
        }
        return CorpusFolder.open(
                several ? corpus.resolve(name) : corpus,
                subject.deploy(),
                note -> console.err().println("warning: " + note));
    }

    private Optional<KeptProofs> keptProofs() {
        return proveAgain
                ? Optional.empty()
                : Optional.of(KeptProofs.ofUser(System.getenv(), Path.of(System.getProperty("user.home"))));
    }

    private UsedOptions usedOptions() {
        return new UsedOptions(
                budget,
                transactions,
                sequenceLength,
                judging.name().toLowerCase(Locale.ROOT),
                fuzzOnly,
                only,
                Optional.ofNullable(artifacts).map(Path::toString),
                forks.verifying(),
                Optional.ofNullable(require),
                independent.name().toLowerCase(Locale.ROOT),
                Optional.ofNullable(corpus).map(Path::toString));
    }
}
