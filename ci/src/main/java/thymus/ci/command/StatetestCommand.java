package thymus.ci.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thymus.evm.jit.ExecutionMode;
import thymus.evm.statetest.StateTests;

@Command(
        name = "statetest",
        description = "Runs Ethereum state tests on the EVM that every verdict stands on.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 none failed; 1 at least one failed; 2 something cannot be read."})
public final class StatetestCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Packs (.tar.xz, .tar.gz), folders or JSON files.")
    private List<Path> paths;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "tiered",
            description = "How code is run: interpreted, compiled or tiered (default: ${DEFAULT-VALUE}).")
    private ExecutionMode mode;

    private final Console console;

    public StatetestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return StateTests.run(paths, mode, console.out());
    }
}
