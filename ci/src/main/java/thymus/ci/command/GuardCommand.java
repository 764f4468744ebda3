package thymus.ci.command;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thymus.ci.CiException;
import thymus.ci.ExitCode;
import thymus.ci.engine.CheckTarget;
import thymus.ci.guard.Guard;
import thymus.fork.state.Forks;
import thymus.spec.Specification;
import thymus.spec.text.NumberText;

@Command(
        name = "guard",
        description = "Writes a Solidity contract that enforces the invariants, rules and limits of a specification"
                + " while the guarded contract runs.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 written, and it enforces all but lemmas; 2 wrong usage, specification or",
            "artifacts, or nothing can be enforced; 3 internal error; 4 written, but something",
            "is not enforced, each named with its reason."
        })
public final class GuardCommand implements Callable<Integer> {
    private static final int MOST_BUCKETS = 8;

    @Parameters(paramLabel = "FILE.inv", description = "The specification.")
    private Path file;

    @Option(
            names = "--contract",
            paramLabel = "NAME",
            description =
                    "The deployed contract that takes the guard (default: the only one that calls and events of the"
                            + " file belong to).")
    private String contract;

    @Option(
            names = "--to",
            paramLabel = "FILE.sol",
            description = "Where to write (default: FILEGuard.sol beside the specification).")
    private Path to;

    @Option(names = "--force", description = "Replaces a file that exists.")
    private boolean force;

    @Option(
            names = "--buckets",
            paramLabel = "N",
            defaultValue = "4",
            description = "Buckets of a sliding window, 2 to 8: with N, it counts up to 1/(N-1) more than the window"
                    + " (default: ${DEFAULT-VALUE}).")
    private int buckets;

    @Option(
            names = "--artifacts",
            paramLabel = "DIR",
            description = "The compiled contracts, where they are not beside FILE.inv or in the project around it.")
    private Path artifacts;

    private final Console console;

    public GuardCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (buckets < 2 || buckets > MOST_BUCKETS) {
            throw new CiException.WrongInput("--buckets " + buckets + ": 2 to " + MOST_BUCKETS + " are possible");
        }
        Specification specification = CheckTarget.read(
                        file, Optional.ofNullable(artifacts), Optional.empty(), Forks.Settings.usual())
                .specification();
        String name = file.getFileName().toString();
        Guard.Written written = Guard.write(specification, name, Optional.ofNullable(contract), buckets);
        Path target = to != null ? to : file.resolveSibling(written.contract() + ".sol");
        refuse(target);
        new OutputFile(target).write(written.source());
        say(written, target);
        return (written.leftOut().isEmpty() ? ExitCode.OK : ExitCode.REQUIREMENT).number();
    }

    private void say(Guard.Written written, Path target) {
        List<String> leftOut = written.leftOut();
        console.out()
                .println("Written: " + target + ", for " + written.guarded() + ". It enforces "
                        + NumberText.count(written.enforced().size(), "property", "properties") + ": "
                        + String.join(", ", written.enforced()) + ".");
        if (!leftOut.isEmpty()) {
            console.out().println("It does not enforce:");
            leftOut.forEach(line -> console.out().println("  " + line));
        }
    }

    private void refuse(Path target) {
        if (Files.isSymbolicLink(target)) {
            throw new CiException.WrongInput(target + " is a symbolic link; name the file itself");
        }
        if (Files.isDirectory(target)) {
            throw new CiException.WrongInput(target + " is a folder; name a file by --to");
        }
        Path parent = target.toAbsolutePath().normalize().getParent();
        if (!Files.isDirectory(parent)) {
            throw new CiException.WrongInput(target + ": there is no folder " + parent + "; make it, or name another");
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !force) {
            throw new CiException.WrongInput(target + " exists; name another file by --to, or replace it by --force");
        }
    }
}
