package thymus.system.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thymus.evm.json.JsonFile;
import thymus.evm.json.JsonPlace;
import thymus.evm.primitive.Sha256;
import thymus.spec.text.NumberText;
import thymus.spec.text.PrintableText;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;

/**
 * A sequence that a campaign keeps for later ones, as a file: {@code thymus-corpus}, the version of the format, and
 * {@code steps} as in replay files. It says nothing of contracts or properties, so that it outlives changes of both.
 */
public record CorpusEntry(List<RecordedStep> steps) {
    private static final Pattern UNFINISHED = Pattern.compile("\\.[0-9a-f]+\\.json\\.([0-9]{1,18})\\.tmp");
    private static final Duration SOON = Duration.ofMinutes(1);

    static final String FORMAT = "thymus-corpus";
    static final int VERSION = 1;

    private static final long LARGEST_FILE = 10_000_000;
    private static final int NAME_LENGTH = 16;

    public CorpusEntry {
        steps = List.copyOf(steps);
    }

    public static CorpusEntry of(List<Step> steps, DeployedSystem system) {
        return new CorpusEntry(
                steps.stream().map(step -> RecordedStep.of(step, system)).toList());
    }

    /** @throws ReplayFileException if the file is no corpus entry */
    public static CorpusEntry read(Path file) {
        JsonPlace top =
                JsonFile.read(file, LARGEST_FILE, ReplayFileException::new).object();
        JsonPlace version = top.require(FORMAT);
        if (version.smallNumber(0, Integer.MAX_VALUE) != VERSION) {
            throw version.error("version " + version.number() + " of corpus entries is not known to this Thymus, which "
                    + "reads version " + VERSION);
        }
        ReplayReader.known(top, Set.of(FORMAT, "steps"));
        return new CorpusEntry(ReplayReader.steps(top.require("steps")));
    }

    /** The name of its file, which follows from its content: equal entries of two folders are one. */
    public String name() {
        String hash = Sha256.hex(ReplayWriter.text(this).getBytes(StandardCharsets.UTF_8));
        return hash.substring(0, NAME_LENGTH) + ".json";
    }

    /**
     * Writes it under its name, whole or not at all, unless it is there.
     *
     * @throws ReplayFileException if it cannot be written
     */
    public void write(Path folder) {
        Path file = folder.resolve(name());
        if (Files.exists(file)) {
            return;
        }
        Path whole = folder.resolve("." + name() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.writeString(whole, ReplayWriter.text(this));
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ReplayFileException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Removes what killed processes did not finish to write. A file of the last minute may be that of a process on
     * another machine. What cannot be removed does no harm.
     */
    public static void removeUnfinished(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = UNFINISHED.matcher(file.getFileName().toString());
                if (name.matches()
                        && Files.getLastModifiedTime(file)
                                .toInstant()
                                .isBefore(Instant.now().minus(SOON))
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // Whoever reads the folder next says what is wrong with it.
        }
    }

    /**
     * The steps on a system.
     *
     * @param place for messages, such as the name of the file
     * @throws ReplayFileException if the system has no such account or function
     */
    public List<Step> toSteps(DeployedSystem system, String place) {
        List<Step> all = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            all.add(steps.get(i).toStep(system, place + " at /steps/" + i));
        }
        return List.copyOf(all);
    }

    /** One line for each step, with foreign text made printable. */
    public List<String> lines() {
        return steps.stream().map(CorpusEntry::line).map(PrintableText::of).toList();
    }

    private static String line(RecordedStep step) {
        String call = step.function()
                .map(function -> function.substring(0, Math.max(0, function.indexOf('(')))
                        + step.arguments().entrySet().stream()
                                .map(argument -> argument.getKey() + ": " + argument.getValue())
                                .collect(Collectors.joining(", ", "(", ")")))
                .orElse("with " + step.data());
        String wait = step.seconds() == 0 ? "" : NumberText.prose(step.seconds()) + " s later, ";
        String value = step.value().signum() == 0 ? "" : "  sending " + NumberText.value(step.value()) + " wei";
        return wait + step.sender() + " calls " + step.target()
                + (step.function().isPresent() ? "." : " ") + call + value;
    }
}
