package thymus.ci.command;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thymus.ci.CiException;
import thymus.ci.ExitCode;
import thymus.ci.init.FirstSpecification;

@Command(
        name = "init",
        description =
                "Writes a first specification of compiled contracts: a setup that works, and invariants of it that"
                        + " the fuzzer could not break and the prover proved.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 written; 2 wrong usage or artifacts, or the file exists; 3 internal", "error."})
public final class InitCommand implements Callable<Integer> {
    /** Where Foundry and Hardhat write in the folder of a project. */
    private static final List<String> OUTPUTS = List.of("out", "artifacts");

    @Parameters(
            paramLabel = "DIR",
            description = "Foundry's out/, Hardhat's artifacts/, standard JSON output of solc, or a folder with one.")
    private Path folder;

    @Option(
            names = "--to",
            paramLabel = "FILE.inv",
            description = "Where to write (default: beside the compiled contracts, named after the contract that is"
                    + " deployed last).")
    private Path to;

    @Option(names = "--force", description = "Replaces a file that exists.")
    private boolean force;

    @Option(
            names = "--contract",
            paramLabel = "NAME",
            description = "Deploys this contract; may be repeated (default: all that can be, without tests, libraries,"
                    + " proxies and what comes from packages).")
    private List<String> contracts = List.of();

    @Option(
            names = "--transactions",
            paramLabel = "N",
            defaultValue = "20000",
            description =
                    "Transactions that candidates for invariants have to stand (default: ${DEFAULT-VALUE}); 0 looks"
                            + " for no invariants.")
    private long transactions;

    @Mixin
    private SeedOption random = new SeedOption();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description = "The longest that fuzzing may take, and proving once more (default: ${DEFAULT-VALUE}).")
    private Duration budget;

    private final Console console;
    private final CrashLog log;

    public InitCommand(Console console, CrashLog log) {
        this.console = console;
        this.log = log;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (transactions < 0) {
            throw new CiException.WrongInput("--transactions " + transactions + ": 0 or more are needed");
        }
        Path artifacts = artifacts();
        if (to != null) {
            refuse(to);
        }
        FirstSpecification first = new FirstSpecification(artifacts, new TreeSet<>(contracts));
        FirstSpecification.Written written = write(first, artifacts);
        console.clearStatus();
        Path file = file(artifacts, written.name());
        refuse(file);
        new OutputFile(file).write(written.text());
        written.remarks().forEach(console.out()::println);
        String where = first.isFoundFrom(file) ? "" : " --artifacts " + artifacts;
        console.out().println("Written: " + file + ". Check it: thymus check " + file + where);
        return ExitCode.OK.number();
    }

    private Path file(Path artifacts, String contract) {
        return to != null ? to : beside(artifacts).resolve(contract + ".inv");
    }

    private FirstSpecification.Written write(FirstSpecification first, Path artifacts) throws InterruptedException {
        try (ScratchFolder scratch = ScratchFolder.make()) {
            FirstSpecification.Effort effort =
                    new FirstSpecification.Effort(random.seed(), transactions, budget, scratch.path());
            return first.write(effort, log, new FirstSpecification.Listener() {
                @Override
                public void named(String contract) {
                    refuse(file(artifacts, contract)); // before the work, which takes minutes
                }

                @Override
                public void progress(String sentence) {
                    console.status(sentence);
                }
            });
        }
    }

    /** A folder of a project stands for its output. */
    private Path artifacts() {
        return OUTPUTS.stream()
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(folder);
    }

    private static Path beside(Path artifacts) {
        Path absolute = artifacts.toAbsolutePath().normalize();
        boolean isOutput = OUTPUTS.contains(String.valueOf(absolute.getFileName())) || Files.isRegularFile(artifacts);
        Path parent = artifacts.getParent() == null ? Path.of("") : artifacts.getParent();
        return isOutput ? parent : artifacts;
    }

    private void refuse(Path file) {
        if (Files.isSymbolicLink(file)) {
            throw new CiException.WrongInput(file + " is a symbolic link; name the file itself");
        }
        if (Files.isDirectory(file)) {
            throw new CiException.WrongInput(file + " is a folder; name a file by --to");
        }
        Path parent = file.toAbsolutePath().normalize().getParent();
        if (!Files.isDirectory(parent)) {
            throw new CiException.WrongInput(file + ": there is no folder " + parent + "; make it, or name another");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !force) {
            throw new CiException.WrongInput(file + " exists; name another file by --to, or replace it by --force");
        }
    }
}
