package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.ci.check.FakeEngines;
import thymus.ci.check.ProofResult;

/** Thymus's own faults: one sentence, the details in a file, and 3. */
class InternalErrorTest {
    @TempDir
    private Path folder;

    @Test
    void provedAndFalsifiedNamesBoth() throws Exception {
        ProofResult proved = new ProofResult.Proved("induction", List.of(), List.of(), List.of());
        FakeEngines engines =
                new FakeEngines().proof("small", proved).breaks("small").proofFirst();
        Workplace.Ran ran = check((subject, plan, out, kept) -> engines);
        assertEquals(3, ran.exitCode(), ran::toString);
        assertTrue(ran.err().contains("property small was proved and also falsified"), ran::toString);
        assertTrue(ran.err().contains("small.json"), ran::toString);
    }

    @Test
    void anExceptionIsOneSentenceThatNamesTheLog() throws Exception {
        Workplace.Ran ran = check((subject, plan, out, kept) -> {
            throw new IllegalStateException("no engine today");
        });
        assertInternal(ran, "IllegalStateException: no engine today");
        assertTrue(log().contains("\tat "), this::log);
    }

    @Test
    void theEndOfTheStackOrOfTheMemoryIsToldLikewise() throws Exception {
        assertInternal(
                check((subject, plan, out, kept) -> {
                    throw new StackOverflowError();
                }),
                "stack overflow");
        assertInternal(
                check((subject, plan, out, kept) -> {
                    throw new OutOfMemoryError();
                }),
                "out of memory");
    }

    @Test
    void onlyTheNewestLogsAreKept() throws Exception {
        Path logs = Files.createDirectories(folder.resolve("log"));
        Path other = Files.writeString(logs.resolve("build.log"), "not ours to remove");
        for (int age = 1; age <= 30; age++) {
            Path log = Files.writeString(logs.resolve("internal-error-" + age + ".log"), "old");
            Files.setLastModifiedTime(log, FileTime.from(Instant.now().minusSeconds(60L * age)));
        }
        Files.setLastModifiedTime(other, FileTime.from(Instant.EPOCH));
        check((subject, plan, out, kept) -> {
            throw new IllegalStateException("one more");
        });
        assertTrue(Files.exists(other));
        assertTrue(Files.exists(logs.resolve("internal-error-19.log")));
        assertFalse(Files.exists(logs.resolve("internal-error-20.log")));
        try (Stream<Path> all = Files.list(logs)) {
            assertEquals(21, all.count(), "the 20 newest, and what is no log of an error");
        }
    }

    private Workplace.Ran check(EngineFactory workshop) throws Exception {
        Workplace place =
                Workplace.with(folder, TinyContract.COUNTER, Workplace.SYSTEM + "invariant small: c.value() <= 2;");
        return place.run(workshop, "check", place.file("test.inv").toString());
    }

    private void assertInternal(Workplace.Ran ran, String expected) {
        assertEquals(3, ran.exitCode(), ran::toString);
        assertTrue(ran.err().startsWith("internal error"), ran::toString);
        assertTrue(ran.err().contains(expected), ran::toString);
        assertTrue(ran.err().contains(folder.resolve("log").toString()), ran::toString);
        assertEquals(1, ran.err().lines().count(), ran::toString);
        assertFalse(ran.says("\tat "), ran::toString);
    }

    private String log() {
        try (Stream<Path> logs = Files.list(folder.resolve("log"))) {
            return Files.readString(logs.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
