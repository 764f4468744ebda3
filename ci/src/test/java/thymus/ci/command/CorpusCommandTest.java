package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusCommandTest {
    private static final String RARE = "invariant small: c.value() <= 40;";

    @TempDir
    private Path folder;

    private Workplace place;
    private Path corpus;

    @BeforeEach
    void contract() throws IOException {
        place = Workplace.with(folder, TinyContract.COUNTER, Workplace.SYSTEM + RARE);
        corpus = folder.resolve("corpus");
    }

    private Workplace.Ran check(Path kept, String... options) {
        return place.check(Stream.concat(
                        Stream.of("--fuzz-only", "--independent", "off", "--corpus", kept.toString()),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    private static Set<String> entries(Path kept) throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private Workplace.Ran corpus(String what, String... more) {
        return place.run(Stream.concat(
                        Stream.of("corpus", what, place.file("test.inv").toString(), corpus.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void whatBreaksAPropertyBreaksItAgainWithFewTransactions() throws IOException {
        Workplace.Ran first = check(corpus);
        assertEquals(1, first.exitCode(), first::toString);
        Set<String> kept = entries(corpus);
        assertTrue(kept.stream().allMatch(name -> name.matches("[0-9a-f]{16}\\.json")), kept::toString);
        // Its shortest sequence has 41 steps, and the campaign sees little else.
        Workplace.Ran second = check(corpus, "--seed", "7", "--transactions", "200");
        assertEquals(1, second.exitCode(), second::toString);
        assertEquals(
                0,
                check(folder.resolve("other"), "--seed", "7", "--transactions", "200")
                        .exitCode());
    }

    @Test
    void whatAKilledProcessLeftUnfinishedIsRemoved() throws IOException {
        Files.createDirectories(corpus);
        Path old = Files.writeString(corpus.resolve(".0123456789abcdef.json.999999999999.tmp"), "{");
        Path fresh = Files.writeString(corpus.resolve(".fedcba9876543210.json.999999999999.tmp"), "{");
        Path foreign = Files.writeString(corpus.resolve("notes.tmp"), "mine");
        FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        Files.setLastModifiedTime(old, yesterday);
        Files.setLastModifiedTime(foreign, yesterday);
        Workplace.Ran ran = check(corpus, "--transactions", "100");
        assertEquals(0, ran.exitCode(), ran::toString);
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(fresh));
        assertTrue(Files.exists(foreign));
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Workplace.Ran ran = check(Files.writeString(folder.resolve("file"), "mine"));
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.says("file is a file; name a folder for the corpus"), ran::toString);
    }

    @Test
    void whatIsNoEntryIsNamedAndLeftOut() throws IOException {
        check(corpus, "--transactions", "300");
        Files.writeString(corpus.resolve("broken.json"), "{\"thymus-corpus\": 1, \"steps\": 5}");
        Files.writeString(corpus.resolve("newer.json"), "{\"thymus-corpus\": 2, \"steps\": []}");
        Files.writeString(corpus.resolve("foreign.json"), """
                {"thymus-corpus": 1, "steps": [{"seconds": 0, "blocks": 0, "sender": "eve", "target": "c",
                 "data": "0x", "value": 0}]}""");
        Workplace.Ran ran = check(corpus, "--transactions", "300");
        assertEquals(0, ran.exitCode(), ran::toString);
        for (String name : new String[] {"broken", "newer", "foreign"}) {
            assertTrue(
                    ran.err()
                            .lines()
                            .anyMatch(line ->
                                    line.startsWith("warning: ") && line.contains(name) && line.endsWith("left out")),
                    ran::toString);
        }
        assertTrue(entries(corpus).contains("broken.json"));
    }

    @Test
    void aMergeKeepsTheShortestThatReachEverything() throws IOException {
        check(corpus, "--transactions", "2000");
        Path other = folder.resolve("other");
        check(other, "--transactions", "2000", "--seed", "3");
        long before = reach();
        Workplace.Ran merged = corpus("merge", other.toString());
        assertEquals(0, merged.exitCode(), merged::toString);
        assertTrue(merged.out().matches("[1-9][0-9]* of [0-9]+ entries kept\n"), merged::toString);
        assertTrue(reach() >= before);
        Set<String> once = entries(corpus);
        corpus("merge", other.toString());
        assertEquals(once, entries(corpus));
    }

    /** The coverage points of all entries together. */
    private long reach() {
        Workplace.Ran shown = corpus("show");
        assertEquals(0, shown.exitCode(), shown::toString);
        return shown.out()
                .lines()
                .filter(line -> line.endsWith(" of them new"))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*, ([0-9]+) of them new", "$1")))
                .sum();
    }

    @Test
    void theStepsOfAnEntryAreShown() throws IOException {
        check(corpus);
        String longest = entries(corpus).stream()
                .filter(name -> corpus("show", name).out().contains(" 41. "))
                .findFirst()
                .orElseThrow();
        assertTrue(corpus("show", longest).out().contains(". alice calls c.poke()\n"));
        Workplace.Ran missing = corpus("show", "0123.json");
        assertEquals(2, missing.exitCode(), missing::toString);
        assertTrue(missing.says("no entry of this corpus"), missing::toString);
        assertFalse(missing.says("internal"), missing::toString);
    }
}
