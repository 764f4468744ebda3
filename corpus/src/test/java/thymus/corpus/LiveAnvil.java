package thymus.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real anvil, from its npm package. */
final class LiveAnvil implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on ([0-9.]+:\\d+)");

    private final Process process;
    private final String url;

    private LiveAnvil(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static LiveAnvil start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program().toString(), "--port", "0"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = LISTENING.matcher(line);
            if (matcher.find()) {
                // A full pipe would stop it.
                Thread.ofVirtual().start(() -> drain(output));
                return new LiveAnvil(process, "http://" + matcher.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IOException("anvil does not start: " + said);
    }

    private static void drain(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                continue;
            }
        } catch (IOException ended) {
            return; // with the process
        }
    }

    private static Path program() throws IOException, InterruptedException {
        Path real = Tool.root().resolve("corpus/real");
        Packages.install(real, "node_modules/@foundry-rs/anvil/package.json");
        try (Stream<Path> packages = Files.list(real.resolve("node_modules/@foundry-rs"))) {
            return packages.map(p -> p.resolve("bin/anvil"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IOException("no anvil for this machine below " + real));
        }
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
