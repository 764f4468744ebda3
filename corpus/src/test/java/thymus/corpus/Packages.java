package thymus.corpus;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.TestAbortedException;
import thymus.fixtures.Repository;

/** The npm packages that a part of the corpus needs. */
public final class Packages {
    private Packages() {}

    /** Those of {@code corpus/real}: production contracts, and anvil. */
    public static void installReal() throws InterruptedException {
        Path folder = Repository.root().resolve("corpus/real");
        install(folder, "artifacts/BalancerPausable.json");
        install(folder, "openzeppelin/artifacts/Tokens.json");
        install(folder, "node_modules/@foundry-rs/anvil");
    }

    /** The compiler of our own contracts. */
    public static void installCompiler() throws InterruptedException {
        install(Repository.root().resolve("corpus"), "node_modules/solc");
    }

    /** As {@link #installReal}, for a test that goes on: why they are not there; empty if they are. */
    public static Optional<String> missingReal() throws InterruptedException {
        try {
            installReal();
            return Optional.empty();
        } catch (TestAbortedException absent) {
            return Optional.of(absent.getMessage());
        }
    }

    /**
     * Installs the packages of a folder as its lock says, unless its installation has left its mark already. Where that
     * cannot be done, the test is skipped and says why; where {@code CI=true}, it fails.
     */
    static void install(Path folder, String mark) throws InterruptedException {
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("package-lock.json"), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            installAlone(folder, mark);
        } catch (IOException unreadable) {
            unavailable("The list of packages of " + folder + " cannot be locked: " + unreadable.getMessage());
        }
    }

    /** Two installations at once, from two test JVMs, would remove each other's files. */
    private static void installAlone(Path folder, String mark) throws InterruptedException {
        if (Files.exists(folder.resolve(mark))) {
            return;
        }
        try {
            Tool.Outcome outcome = Tool.run(folder, List.of("npm", "ci", "--no-audit", "--no-fund"));
            if (outcome.code() != 0) {
                unavailable("npm ci in " + folder + " failed: " + outcome.output());
            }
        } catch (IOException absent) {
            unavailable("Node and npm are needed for the packages of " + folder + ": " + absent.getMessage());
        }
    }

    private static void unavailable(String reason) {
        if ("true".equals(System.getenv("CI"))) {
            fail(reason);
        }
        Assumptions.abort(reason);
    }
}
