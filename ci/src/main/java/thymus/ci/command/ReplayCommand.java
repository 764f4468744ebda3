package thymus.ci.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thymus.ci.CiException;
import thymus.ci.ExitCode;
import thymus.ci.engine.AnvilEvm;
import thymus.ci.report.OpinionText;
import thymus.fork.state.Forks;
import thymus.system.crosscheck.CrossCheckResult;
import thymus.system.crosscheck.InstalledAnvil;
import thymus.system.crosscheck.NodeReplay;
import thymus.system.crosscheck.NodeSource;
import thymus.system.crosscheck.RunningAnvil;
import thymus.system.replay.Counterexample;
import thymus.system.replay.Replay;
import thymus.system.replay.ReplayPrinter;
import thymus.system.replay.Replayer;

@Command(
        name = "replay",
        description = "Runs a counterexample again and shows it call by call.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 1 it still breaks the property; 0 it does not; 2 it cannot be",
            "replayed, or the property still has no truth value; 3 the two EVMs differ."
        })
public final class ReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.json", description = "A replay file, as `thymus check` writes it.")
    private Path file;

    @Option(
            names = "--specification",
            paramLabel = "FILE.inv",
            description = "The specification, where it is not where the replay file says.")
    private Path specification;

    @Option(
            names = "--artifacts",
            paramLabel = "DIR",
            description = "The compiled contracts, where they are not where the replay file says or beside FILE.inv.")
    private Path artifacts;

    @Mixin
    private ForkOptions forks = new ForkOptions();

    @Option(
            names = "--on",
            paramLabel = "NODE",
            description =
                    "Also replays it on an EVM that is not ours: the URL of a node of Foundry's anvil, or the word"
                            + " anvil to start the one that is installed.")
    private String node;

    private final Console console;

    public ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        requirePlaces();
        Counterexample counterexample =
                Counterexample.read(file).placed(Optional.ofNullable(specification), Optional.ofNullable(artifacts));
        Replay replay = Replayer.replay(counterexample, file, forks.fork(), settings());
        console.out().print(ReplayPrinter.print(replay));
        if (node != null && !agrees(counterexample)) {
            return ExitCode.INTERNAL.number();
        }
        ExitCode code = switch (replay.outcome()) {
            case Replay.Outcome.Broken broken -> ExitCode.FALSIFIED;
            case Replay.Outcome.Held held -> ExitCode.OK;
            case Replay.Outcome.Reached reached -> ExitCode.OK;
            case Replay.Outcome.Failed failed -> ExitCode.WRONG_INPUT;
        };
        return code.number();
    }

    private void requirePlaces() {
        if (Files.isDirectory(file)) {
            throw new CiException.WrongInput(file + " is a folder; name one replay file in it");
        }
        if (specification != null && !Files.isRegularFile(specification)) {
            throw new CiException.WrongInput("--specification " + specification + ": there is no such file");
        }
        if (artifacts != null && !Files.exists(artifacts)) {
            throw new CiException.WrongInput("--artifacts " + artifacts + ": there is no such file or folder");
        }
    }

    private Forks.Settings settings() {
        return forks.settings(Forks.Settings.beside(file).cache(), console);
    }

    private boolean agrees(Counterexample counterexample) {
        CrossCheckResult opinion;
        try (NodeSource source = source()) {
            Replayer.Staged staged = Replayer.stage(counterexample, file, forks.fork(), settings());
            opinion = NodeReplay.insist(AnvilEvm.record(staged), source);
        }
        console.out().println(OpinionText.of(opinion));
        return !(opinion instanceof CrossCheckResult.Differs);
    }

    private NodeSource source() {
        if (!node.equals("anvil")) {
            return new RunningAnvil(node);
        }
        return InstalledAnvil.find()
                .orElseThrow(() ->
                        new CiException.WrongInput("--on anvil: anvil is not installed; " + InstalledAnvil.ADVICE));
    }
}
