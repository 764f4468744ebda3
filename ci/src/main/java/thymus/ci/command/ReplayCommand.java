package thymus.ci.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import thymus.ci.ExitCode;
import thymus.harness.replay.Counterexample;
import thymus.harness.replay.Replay;
import thymus.harness.replay.ReplayPrinter;
import thymus.harness.replay.Replayer;

@Command(
        name = "replay",
        description = "Runs a counterexample again and shows it call by call.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 1 it still breaks the property; 0 it does not; 2 it cannot be replayed."})
public final class ReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.json", description = "A replay file, as `thymus check` writes it.")
    private Path file;

    @Mixin
    private ForkOptions forks = new ForkOptions();

    private final Console console;

    public ReplayCommand(Console console) {
        this.console = console;
    }

    /** A check puts replay files into a folder of the one where it keeps what is known of forks. */
    private static Path out(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder.getParent() == null ? folder : folder.getParent();
    }

    @Override
    public Integer call() {
        Replay replay = Replayer.replay(
                Counterexample.read(file), file, forks.fork(), forks.settings(out(file), console));
        console.out().print(ReplayPrinter.print(replay));
        ExitCode code = switch (replay.outcome()) {
            case Replay.Outcome.Broken broken -> ExitCode.FALSIFIED;
            case Replay.Outcome.Held held -> ExitCode.OK;
            case Replay.Outcome.Failed failed -> ExitCode.WRONG_INPUT;
        };
        return code.number();
    }
}
