package thymus.ci.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thymus.ci.CiException;
import thymus.ci.check.Check;
import thymus.ci.check.CheckListener;
import thymus.ci.check.CheckPlan;
import thymus.ci.check.Engines;
import thymus.ci.engine.CheckTarget;
import thymus.ci.expected.ExpectedFile;
import thymus.ci.expected.SystemScore;
import thymus.ci.expected.Totals;
import thymus.ci.report.BenchReport;
import thymus.ci.report.ProgressText;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.PropertyVerdict;
import thymus.solver.proof.Prover;

@Command(
        name = "bench",
        description =
                "Checks each system whose verdicts are known (NAME.expected.json beside NAME.inv), and says which of"
                        + " them are found, how, and at what cost. No proof of an earlier run is taken.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 all as expected, or better; 1 a verdict contradicts what is expected;",
            "2 wrong usage, or a system that cannot be checked; 3 internal error; 4 a verdict is",
            "weaker than expected, or a sequence longer."
        })
public final class BenchCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR|FILE.inv",
            arity = "1..*",
            description = "Folders with systems, and those within them, or single ones. Without NAME.expected.json a"
                    + " specification in a folder is left out.")
    private List<Path> paths;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "The longest the check of one system may take (default: ${DEFAULT-VALUE}).")
    private Duration budget;

    @Option(
            names = "--transactions",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Transactions that the fuzzer runs on each at most (default: ${DEFAULT-VALUE}).")
    private long transactions;

    @Mixin
    private SeedOption random = new SeedOption();

    @Option(names = "--fuzz-only", description = "Tries no proof: only what an attack breaks is expected to be found.")
    private boolean fuzzOnly;

    @Option(
            names = "--independent",
            paramLabel = "WHEN",
            defaultValue = "off",
            description = "Whether counterexamples are also replayed on Foundry's anvil: auto (where it is installed),"
                    + " required or off (default: ${DEFAULT-VALUE}).")
    private Independent independent;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".thymus",
            description = "Where replay files and SMT queries go (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the results as JSON.")
    private Path json;

    private final Console console;
    private final CrashLog log;
    private final EngineFactory workshop;

    public BenchCommand(Console console, CrashLog log, EngineFactory workshop) {
        this.console = console;
        this.log = log;
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (transactions < 1) {
            throw new CiException.WrongInput("--transactions " + transactions + ": at least one is needed");
        }
        Map<Path, String> systems = systems();
        OutputFolder.prepare(out);
        Optional<OutputFile> report = Optional.ofNullable(json).map(OutputFile::prepare);
        Prover.prepare();
        List<SystemScore> scores = new ArrayList<>();
        Map<String, String> failed = new LinkedHashMap<>();
        for (Map.Entry<Path, String> system : systems.entrySet()) {
            try {
                SystemScore score = score(system.getKey(), system.getValue());
                console.clearStatus();
                console.out().print(BenchReport.text(score));
                scores.add(score);
            } catch (RuntimeException fault) {
                Failures.explain(console, log, fault);
                failed.put(system.getKey().toString(), Failures.message(fault));
            }
        }
        Totals totals = new Totals(scores, failed.size());
        console.out().println(BenchReport.text(totals));
        report.ifPresent(r -> r.write(BenchReport.json(totals, failed, random.seed(), fuzzOnly)));
        return totals.exitCode().number();
    }

    private Map<Path, String> systems() {
        Map<Path, String> files = SpecificationFiles.of(paths);
        files.keySet().removeIf(file -> !paths.contains(file) && !ExpectedFile.exists(file));
        if (files.isEmpty()) {
            throw new CiException.WrongInput(paths.getFirst()
                    + ": no .inv file here has a NAME.expected.json beside it, which says what its verdicts are");
        }
        return files;
    }

    private SystemScore score(Path file, String name) throws InterruptedException {
        ExpectedFile expected = ExpectedFile.read(file);
        long before = ThroughputText.processorNanos();
        CheckTarget target = CheckTarget.read(file, Optional.empty());
        CheckPlan plan = new CheckPlan(
                file.toString(),
                target.specification().properties(),
                random.seed(),
                budget,
                transactions,
                fuzzOnly ? 0 : CheckPlan.proversOnThisMachine());
        Engines engines = workshop.open(target, plan, out.resolve(name), Optional.empty());
        CheckResult result = new Check(plan, engines, independent.open(target.fork()), new Progress(file), log).run();
        long spent = ThroughputText.processorNanos() - before;
        return SystemScore.of(
                file, expected, result, fuzzOnly, before < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(spent)));
    }

    /** A line on a terminal, which the report of the system replaces. */
    private final class Progress implements CheckListener {
        private final Path file;
        private final long start = System.nanoTime();

        Progress(Path file) {
            this.file = file;
        }

        @Override
        public void decided(PropertyVerdict judgement) {
            // said at the end, beside what is expected
        }

        @Override
        public void progress(CheckListener.Progress progress) {
            console.status(file.getFileName() + "  " + ProgressText.of(progress, System.nanoTime() - start));
        }
    }
}
