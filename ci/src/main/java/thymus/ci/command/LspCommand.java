package thymus.ci.command;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import thymus.ci.ExitCode;
import thymus.ci.Version;
import thymus.ci.lsp.ThymusServer;

@Command(
        name = "lsp",
        description = "Serves an editor over standard input and output, by the Language Server Protocol: errors as you"
                + " type, types and storage slots, definitions in Solidity, completion, rename, and layout.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 the editor ended it; 2 wrong usage; 3 the editor was gone before."})
public final class LspCommand implements Callable<Integer> {
    @Option(
            names = "--artifacts",
            paramLabel = "DIR",
            description = "The compiled contracts, where they are not beside the files or in the project around them.")
    private Path artifacts;

    private final Console console;
    private final InputStream in;

    /** @param in what the editor says */
    public LspCommand(Console console, InputStream in) {
        this.console = console;
        this.in = in;
    }

    @Option(names = "--stdio", description = "What editors add; there is no other way.")
    void useStandardStreams(boolean given) {
        // It changes nothing.
    }

    @Override
    public Integer call() throws InterruptedException {
        boolean ended = ThymusServer.serve(in, console.out(), Optional.ofNullable(artifacts), Version.current());
        if (!ended) {
            console.err()
                    .println("error: the connection ended before the editor said that it would, or what came was no"
                            + " message of the Language Server Protocol; editors start this command themselves");
        }
        return (ended ? ExitCode.OK : ExitCode.INTERNAL).number();
    }
}
