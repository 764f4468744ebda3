package thymus.fork.state;

import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thymus.spec.Fork;
import thymus.spec.Specification;
import thymus.spec.text.PrintableText;

/** Opens the fork that a specification or a command line names. */
public final class Forks {
    private static final Pattern AT_BLOCK = Pattern.compile("(.*)@(latest|[0-9][0-9_]{0,25})");

    private static final Pattern AT_WORD = Pattern.compile(".*@([A-Za-z0-9_-]{1,40})");

    private Forks() {}

    /**
     * The settings for forks of nodes.
     *
     * @param cache the folder that keeps the answers of nodes
     * @param offline whether nodes must not be asked
     * @param verifying whether each answer must be proved against the state root of its block
     * @param notes receives notes for the user
     * @param deadline after which no node is waited for
     */
    public record Settings(Path cache, boolean offline, boolean verifying, Consumer<String> notes, Deadline deadline) {
        /** Settings without a deadline. */
        public Settings(Path cache, boolean offline, boolean verifying, Consumer<String> notes) {
            this(cache, offline, verifying, notes, Deadline.NEVER);
        }

        /** The same settings with another deadline. */
        public Settings until(Deadline other) {
            return new Settings(cache, offline, verifying, notes, other);
        }

        /** The default settings, with the cache in {@code .thymus/fork} of the working directory. */
        public static Settings usual() {
            return new Settings(Path.of(".thymus", "fork"), false, false, note -> {});
        }

        /** Settings for a replay file, which is in a subfolder of the folder with the cache. */
        public static Settings beside(Path replay) {
            Path folder = replay.toAbsolutePath().normalize().getParent();
            Path out = folder.getParent() == null ? folder : folder.getParent();
            return new Settings(out.resolve("fork"), false, false, note -> {});
        }
    }

    /**
     * The fork of a specification.
     *
     * @return empty if it names none
     * @throws ForkException if it cannot be opened
     */
    public static Optional<ForkState> of(Specification specification, Settings settings) {
        return specification.fork().map(fork -> {
            String location = switch (fork.source()) {
                case Fork.Place p -> p.text();
                case Fork.Variable v ->
                    Optional.ofNullable(System.getenv(v.name()))
                            .filter(value -> !value.isBlank())
                            .orElseThrow(() -> new ForkException(fork.span() + ": the environment variable " + v.name()
                                    + " is not set; it is to hold the URL of a node or the name of a file"));
            };
            return open(location, fork.block(), Path.of(specification.file()), settings);
        });
    }

    /**
     * The fork of a command line.
     *
     * @param text {@code URL@BLOCK}, the block as the language writes it, {@code URL@latest}, {@code URL} or a file
     * @throws ForkException if it cannot be opened
     */
    public static ForkState open(String text, Settings settings) {
        Matcher at = AT_BLOCK.matcher(text);
        boolean block = isUrl(text) && at.matches();
        requireBlock(text);
        return open(
                block ? at.group(1) : text,
                block && !at.group(2).equals("latest")
                        ? Optional.of(new BigInteger(at.group(2).replace("_", "")))
                        : Optional.empty(),
                Path.of(""),
                settings);
    }

    /** A word behind @ is a host in a URL with a user and password, and much more often a mistyped block. */
    private static void requireBlock(String text) {
        Matcher word = AT_WORD.matcher(text);
        if (isUrl(text) && word.matches() && !AT_BLOCK.matcher(text).matches()) {
            throw new ForkException("\"" + PrintableText.of(word.group(1)) + "\" behind @ is no block; write its number"
                    + " or latest. If it is the host of a URL with a user, name the port too");
        }
    }

    /**
     * A state that was used before, from the cache.
     *
     * @return empty if it is not there
     */
    public static Optional<ForkState> kept(ForkPoint point, Settings settings) {
        CacheFolder folder = new CacheFolder(settings.cache());
        return folder.block(point)
                .filter(block -> block.proved() || !settings.verifying())
                .map(block -> new NodeState(block, folder, settings, Optional.empty()));
    }

    /** @param beside a path whose folder resolves relative file names */
    private static ForkState open(String location, Optional<BigInteger> block, Path beside, Settings settings) {
        if (isUrl(location)) {
            return new NodeFork(location, settings).open(block);
        }
        if (block.isPresent()) {
            throw new ForkException(location + ": a file has the state after one block only; leave the block out");
        }
        try {
            return ForkFile.read(beside.resolveSibling(location));
        } catch (InvalidPathException e) {
            throw new ForkException(location + ": no path of this machine: " + e.getReason(), e);
        }
    }

    private static boolean isUrl(String location) {
        return new Fork.Place(location).isUrl();
    }
}
