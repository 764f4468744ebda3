package thymus.corpus.independent;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An anvil that a test starts, as a user would. */
public record StartedAnvil(Process process, String url) implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on (\\S+)");

    public static StartedAnvil with(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(RealAnvil.program().toString(), "--port", "0"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = LISTENING.matcher(line);
            if (matcher.find()) {
                return new StartedAnvil(process, "http://" + matcher.group(1));
            }
            said.append(line).append('\n');
        }
        return fail("anvil ended: " + said);
    }

    /** A little before the first block of a specification. */
    static StartedAnvil likeOurs() throws IOException {
        return with(
                "--hardfork",
                "osaka",
                "--number",
                "19999990",
                "--timestamp",
                "1600000000",
                "--base-fee",
                "0",
                "--gas-price",
                "0",
                "--gas-limit",
                "45000000");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
