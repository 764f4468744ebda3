package thymus.system.crosscheck;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An anvil process on a port that the operating system chose. It ends with {@link #close} and when this process exits.
 * It also ends if this process is killed: a shell in between reads from us and ends anvil at the end of its input.
 * Without {@code /bin/sh}, a killed process leaves anvil running.
 */
final class AnvilProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path SHELL = Path.of("/bin/sh");
    private static final Pattern LISTENING = Pattern.compile("Listening on ([0-9.]+:\\d+)");
    private static final int MOST_LINES = 2000;

    /**
     * A shell without job control gives its background processes an empty input, so our input is kept as file
     * descriptor 3.
     */
    private static final String LIFELINE = "exec 3<&0; \"$@\" 3<&- & anvil=$!;"
            + " { read -r _ <&3; kill -9 \"$anvil\"; } >/dev/null 2>&1 & watcher=$!;"
            + " wait \"$anvil\"; kill \"$watcher\" 2>/dev/null; wait \"$watcher\"";

    private final Process process;
    private final Thread hook = new Thread(this::end, "end-of-anvil");
    private final CompletableFuture<String> listening = new CompletableFuture<>();

    private AnvilProcess(Process process) {
        this.process = process;
    }

    /** @throws IndependentException if it does not start */
    static AnvilProcess start(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            command.addAll(List.of(SHELL.toString(), "-c", LIFELINE, "anvil"));
        }
        command.add(program.toString());
        command.addAll(List.of("--host", "127.0.0.1", "--port", "0", "--no-request-size-limit"));
        command.addAll(arguments);
        AnvilProcess started;
        try {
            started = new AnvilProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new IndependentException(program + " cannot be started: " + e.getMessage(), e);
        }
        started.guard();
        started.awaitListening(program);
        return started;
    }

    String url() {
        return "http://" + listening.join();
    }

    private void guard() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) { // this process is exiting already
            end();
            throw new IndependentException("interrupted before anvil was asked", e);
        }
        Thread reader = new Thread(this::readOutput, "anvil-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Reads all output, because a full pipe would block anvil. */
    private void readOutput() {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int count = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = LISTENING.matcher(line);
                if (matcher.find()) {
                    listening.complete(matcher.group(1));
                } else if (!listening.isDone() && count++ < MOST_LINES) {
                    said.append(line.strip()).append(' ');
                }
            }
        } catch (IOException e) {
            said.append(e.getMessage());
        }
        listening.completeExceptionally(new IOException(said.toString().strip()));
    }

    private void awaitListening(Path program) {
        try {
            listening.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            close();
            throw new IndependentException(
                    program + " ended at once: " + excerpt(e.getCause().getMessage()) + "; does `" + program
                            + " --version` work?",
                    e);
        } catch (TimeoutException e) {
            close();
            throw new IndependentException(program + " was not ready after " + PATIENCE.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IndependentException("interrupted while anvil was starting", e);
        }
    }

    private static String excerpt(String output) {
        String plain = output.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= 300 ? plain : plain.substring(0, 300) + "…";
    }

    /** The process, for a test that closes only its input, as happens when this process is killed. */
    Process process() {
        return process;
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the hook is running already and does the same
        }
    }

    /** Closes the shell's input. The shell then ends anvil before itself, so no orphan remains. */
    private void end() {
        try {
            process.getOutputStream().close();
            if (process.waitFor(2, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException e) {
            // The process has ended already.
            listening.cancel(false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
