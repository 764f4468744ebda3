package thymus.ci.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thymus.ci.CiException;
import thymus.ci.ExitCode;
import thymus.ci.engine.CheckTarget;
import thymus.ci.report.MutationReport;
import thymus.fuzz.FuzzException;
import thymus.fuzz.mutation.MutationAnalysis;
import thymus.fuzz.mutation.MutationResult;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.NumberText;
import thymus.spec.tree.Property;

@Command(
        name = "mutate",
        description =
                "Changes the contracts a little, one change at a time, and says which of these mutants no property "
                        + "kills.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 done; 2 wrong usage, specification or artifacts; 3 internal error;",
            "4 fewer mutants were killed than --at-least asks for."
        })
public final class MutateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.inv", description = "The specification.")
    private Path file;

    @Option(
            names = "--contract",
            paramLabel = "NAME",
            description = "Changes this deployed contract only; may be repeated (default: all that setup deploys).")
    private List<String> contracts = List.of();

    @Option(names = "--only", paramLabel = "NAME", description = "Asks this property only; may be repeated.")
    private List<String> only = List.of();

    @Option(
            names = "--transactions",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Transactions that are run against one mutant at most (default: ${DEFAULT-VALUE}).")
    private long transactions;

    @Mixin
    private SeedOption random = new SeedOption();

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Mutants that are tried at a time; the result is the same (default: one for each processor).")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--at-least",
            paramLabel = "PERCENT",
            description = "Exit code 4 if a smaller share of the mutants is killed.")
    private Double least;

    @Option(
            names = "--artifacts",
            paramLabel = "DIR",
            description = "The compiled contracts, where they are not beside FILE.inv or in the project around it.")
    private Path artifacts;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes every mutant with its fate as JSON.")
    private Path json;

    @Mixin
    private ForkOptions forks = new ForkOptions();

    private final Console console;

    public MutateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        requirePositive("--transactions", transactions);
        requirePositive("--workers", workers);
        Optional<OutputFile> report = Optional.ofNullable(json).map(OutputFile::prepare);
        CheckTarget target = CheckTarget.read(
                file,
                Optional.ofNullable(artifacts),
                forks.fork(),
                forks.settings(Path.of(".thymus", "fork"), console));
        Set<String> wanted = wanted(target.specification().instances().keySet());
        List<Property> properties = PropertySelection.select(target.specification(), only);
        MutationAnalysis analysis = new MutationAnalysis(
                target::deploy, new MutationAnalysis.Settings(random.seed(), 5 * transactions, transactions, workers));
        MutationResult result;
        try {
            result = analysis.run(properties, wanted, this::progress);
        } catch (FuzzException e) {
            throw new CiException.WrongInput(file + ": " + e.getMessage(), e);
        }
        console.clearStatus();
        console.out().print(MutationReport.text(file.toString(), random.seed(), transactions, result));
        report.ifPresent(r -> r.write(MutationReport.json(file.toString(), random.seed(), transactions, result)));
        return (least != null && result.score() < least ? ExitCode.REQUIREMENT : ExitCode.OK).number();
    }

    private Set<String> wanted(Set<String> instances) {
        for (String name : contracts) {
            if (!instances.contains(name)) {
                String near = Spelling.suggestion(name, instances);
                throw new CiException.WrongInput("--contract " + name + ": setup deploys no contract of that name; "
                        + (near.isEmpty() ? "there are " + String.join(", ", instances) : near));
            }
        }
        return new TreeSet<>(contracts);
    }

    private static void requirePositive(String option, long value) {
        if (value < 1) {
            throw new CiException.WrongInput(option + " " + value + ": at least one is needed");
        }
    }

    private void progress(int done, int all) {
        if (console.terminal()) {
            console.status(NumberText.prose(done) + " of " + NumberText.count(all, "mutant") + " tried");
        }
    }
}
