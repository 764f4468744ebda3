package thymus.ci.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thymus.ci.CiException;
import thymus.ci.CrashLog;
import thymus.ci.check.Check;
import thymus.ci.check.CheckPlan;
import thymus.ci.check.Engines;
import thymus.ci.check.IndependentEvm;
import thymus.ci.engine.Subject;
import thymus.ci.report.JsonReport;
import thymus.ci.report.JunitReport;
import thymus.ci.verdict.CheckResult;
import thymus.harness.fork.ForkState;
import thymus.solver.Prover;
import thymus.spec.tree.Property;

@Command(
        name = "check",
        description = "Deploys the system of a specification on a local chain, proves and fuzzes each of its properties.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class CheckCommand implements Callable<Integer> {
    /** What may be required of every property. */
    enum Requirement {
        PROVED
    }

    @Parameters(paramLabel = "FILE.inv", description = "The specification.")
    private Path file;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "2m",
            converter = DurationConverter.class,
            description = "The longest the check may take, such as 30s or 5m (default: ${DEFAULT-VALUE}).")
    private Duration budget;

    @Option(
            names = "--transactions",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Transactions that the fuzzer runs at most (default: ${DEFAULT-VALUE}).")
    private long transactions;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides what the fuzzer tries (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--only", paramLabel = "NAME", description = "Checks this property only; may be repeated.")
    private List<String> only = List.of();

    @Option(
            names = "--artifacts",
            paramLabel = "DIR",
            description = "Foundry's out/, Hardhat's artifacts/ or standard JSON output of solc"
                    + " (default: artifacts/ and out/ beside FILE.inv, JSON files beside it).")
    private Path artifacts;

    @Mixin
    private ForkOptions forks = new ForkOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the report as JSON.")
    private Path json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Writes the report as JUnit XML.")
    private Path junit;

    @Option(
            names = "--require",
            paramLabel = "proved",
            description = "Exit code 4 unless every property is proved.")
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

    @Option(names = "--progress", description = "Prints a line of progress every five seconds, for logs.")
    private boolean progress;

    private final Console console;
    private final CrashLog log;
    private final Workshop workshop;

    public CheckCommand(Console console, CrashLog log, Workshop workshop) {
        this.workshop = workshop;
        this.console = console;
        this.log = log;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (transactions < 1) {
            throw new CiException.WrongInput("--transactions " + transactions + ": at least one is needed");
        }
        Prover.prepare();
        Optional<OutputFile> jsonFile = Optional.ofNullable(json).map(OutputFile::prepare);
        Optional<OutputFile> junitFile = Optional.ofNullable(junit).map(OutputFile::prepare);
        Subject subject = Subject.read(
                file, Optional.ofNullable(artifacts), forks.fork(), forks.settings(out.resolve("fork"), console));
        List<Property> properties = PropertySelection.select(subject.specification(), only);
        CheckPlan plan = new CheckPlan(
                file.toString(), properties, seed, budget, transactions, CheckPlan.proversOnThisMachine());
        Engines engines = workshop.open(subject, plan, out.resolve(stem(file)));

        Optional<IndependentEvm> evm = independent.open();
        CheckView view = new CheckView(console, plan, progress);
        view.begin(subject.fork().map(ForkState::point));
        Check check = new Check(plan, engines, evm, view, log);
        CheckResult result = view.watch(check);
        jsonFile.ifPresent(f -> f.write(JsonReport.render(result)));
        junitFile.ifPresent(f -> f.write(new JunitReport(result, require != null).render()));
        return result.exitCode(require == Requirement.PROVED).number();
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.inv$", "");
    }
}
