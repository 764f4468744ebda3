package thymus.contracts.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Foundry or Hardhat project and its output folders.
 *
 * @param outputs folders that need not exist yet
 * @param command that compiles the project
 */
record Project(Path root, List<Path> outputs, String command) {
    private static final int HIGHEST = 40;
    private static final int LARGEST = 1 << 20;
    private static final String FOUNDRY = "foundry.toml";
    private static final List<String> HARDHAT = List.of(
            "hardhat.config.ts",
            "hardhat.config.js",
            "hardhat.config.cjs",
            "hardhat.config.mjs",
            "hardhat.config.cts",
            "hardhat.config.mts");

    /** Settings that name another folder. The first match counts; computed settings are not recognized. */
    private static final Pattern FOUNDRY_OUT = Pattern.compile("(?m)^\\s*out\\s*=\\s*[\"']([^\"'\n]+)[\"']");

    private static final Pattern HARDHAT_OUT = Pattern.compile("\\bartifacts\\s*:\\s*[\"'`]([^\"'`\n]+)[\"'`]");

    /** The nearest project around a folder. */
    static Optional<Project> around(Path folder) {
        Path at = folder.toAbsolutePath().normalize();
        for (int i = 0; i < HIGHEST && at != null; i++, at = at.getParent()) {
            Path root = at;
            boolean foundry = Files.isRegularFile(root.resolve(FOUNDRY));
            Optional<Path> hardhat = HARDHAT.stream()
                    .map(root::resolve)
                    .filter(Files::isRegularFile)
                    .findFirst();
            if (foundry || hardhat.isPresent()) {
                List<Path> outputs = new ArrayList<>();
                if (foundry) {
                    outputs.add(root.resolve(
                            setting(root.resolve(FOUNDRY), FOUNDRY_OUT).orElse("out")));
                }
                hardhat.ifPresent(file ->
                        outputs.add(root.resolve(setting(file, HARDHAT_OUT).orElse("artifacts"))));
                String command = !foundry
                        ? "npx hardhat compile"
                        : hardhat.isPresent() ? "forge build` or `npx hardhat compile" : "forge build";
                return Optional.of(new Project(
                        root, outputs.stream().map(Path::normalize).toList(), "`" + command + "` in " + root));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> setting(Path file, Pattern pattern) {
        try {
            if (Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            Matcher matcher = pattern.matcher(Files.readString(file));
            return matcher.find() && !matcher.group(1).contains("\0")
                    ? Optional.of(matcher.group(1))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
