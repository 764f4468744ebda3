package thymus.ci.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import thymus.fork.state.Forks;

/** How a command gets at the fork that a system begins with. */
final class ForkOptions {
    @Option(
            names = "--fork",
            paramLabel = "URL@BLOCK|FILE",
            description =
                    "Begins with this state instead of the one that the file names: a node's, or a dump of anvil.")
    private String fork;

    @Option(names = "--offline", description = "Asks no node; uses what is known of its state from earlier runs.")
    private boolean offline;

    @Option(
            names = "--verify-proofs",
            description = "Has the node prove each answer against the state root of the block (eth_getProof).")
    private boolean verifying;

    Optional<String> fork() {
        return Optional.ofNullable(fork);
    }

    /** Whether a node had to prove what it said. */
    boolean verifying() {
        return verifying;
    }

    /** @param cache where what nodes answered is kept */
    Forks.Settings settings(Path cache, Console console) {
        return new Forks.Settings(
                cache, offline, verifying, note -> console.err().println("note: " + note));
    }
}
