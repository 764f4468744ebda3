package thymus.ci.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import thymus.ci.Version;
import thymus.ci.check.Crash;
import thymus.fork.rpc.RpcException;
import thymus.fork.state.ForkException;

/** Keeps the stack traces of Thymus's own faults in files, the newest ones, so that the user reads one sentence. */
public final class CrashLog implements Crash {
    private static final String PREFIX = "internal-error-";
    private static final String SUFFIX = ".log";
    private static final int KEPT = 20;

    private final Path folder;

    public CrashLog(Path folder) {
        this.folder = folder;
    }

    /** The folder that the launcher names, or the system's folder for temporary files. */
    public static CrashLog standard() {
        return new CrashLog(Path.of(System.getProperty("thymus.log.directory", System.getProperty("java.io.tmpdir"))));
    }

    @Override
    public synchronized String report(String where, Throwable fault) {
        if (fault instanceof ForkException || fault instanceof RpcException) {
            return "stopped while " + where + ": " + fault.getMessage();
        }
        StringWriter text = new StringWriter();
        text.append("thymus ")
                .append(Version.current())
                .append(", ")
                .append(where)
                .append('\n');
        fault.printStackTrace(new PrintWriter(text, true));
        String kept;
        try {
            kept = "the details are in " + store(text.toString());
        } catch (IOException e) {
            kept = "the details could not be stored in " + folder + ": " + e.getMessage();
        }
        return "Thymus failed while " + where + " (" + summary(fault) + "); please report it, " + kept;
    }

    private Path store(String text) throws IOException {
        Files.createDirectories(folder);
        Path log = Files.writeString(Files.createTempFile(folder, PREFIX, SUFFIX), text);
        prune();
        return log;
    }

    private void prune() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Log> old = files.filter(file -> isLog(file.getFileName().toString()))
                    .map(file -> new Log(file, file.toFile().lastModified()))
                    .sorted(Comparator.comparingLong(Log::time).reversed())
                    .skip(KEPT)
                    .toList();
            for (Log log : old) {
                Files.deleteIfExists(log.file());
            }
        } catch (IOException | UncheckedIOException e) {
            // Old logs that stay do no harm, and another process may be removing them.
            return;
        }
    }

    /** @param time of its last change, read once: two processes may be at it */
    private record Log(Path file, long time) {}

    private static boolean isLog(String name) {
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    private static String summary(Throwable fault) {
        return switch (fault) {
            case OutOfMemoryError e -> "out of memory (THYMUS_JAVA_OPTIONS=-Xmx8g gives more)";
            case StackOverflowError e -> "the nesting is too deep (stack overflow)";
            default -> fault.getClass().getSimpleName() + (fault.getMessage() == null ? "" : ": " + fault.getMessage());
        };
    }
}
