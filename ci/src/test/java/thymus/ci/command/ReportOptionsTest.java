package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import thymus.ci.check.FakeEngines;
import thymus.ci.check.ProofResult;
import thymus.ci.verdict.Testing;

class ReportOptionsTest {
    private static final EngineFactory TESTED = (subject, plan, out, kept) -> new FakeEngines()
            .proof("fine", new ProofResult.Undecided("no lemma fits"))
            .tests("fine", new Testing(50_000, 7, "all of it", Optional.empty()));

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void prepare() throws Exception {
        place = Workplace.with(folder, TinyContract.COUNTER, Workplace.SYSTEM + "invariant fine: c.value() >= 0;");
    }

    private Workplace.Ran check(String... options) {
        String[] arguments = new String[options.length + 5];
        String[] first = {
            "check", place.file("test.inv").toString(), "--independent", "off", "--out=" + place.file("kept")
        };
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(options, 0, arguments, first.length, options.length);
        return place.run(TESTED, arguments);
    }

    private String file(String name) {
        return place.file(name).toString();
    }

    private void assertRefused(Workplace.Ran ran, String message) {
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.err().contains(message), ran::toString);
        assertFalse(ran.out().contains("tested"), "the check began:\n" + ran);
    }

    @Test
    void everyFormatAtOnceAndOneOfThemTwice() throws Exception {
        Workplace.Ran ran = check(
                "--report",
                "json=" + file("a.json"),
                "--report",
                "json=" + file("new/b.json"),
                "--report=text=" + file("c.txt"),
                "--report=junit=" + file("d.xml"));
        assertEquals(0, ran.exitCode(), ran::toString);
        assertEquals(Files.readString(place.file("a.json")), Files.readString(place.file("new/b.json")));
        assertTrue(Files.readString(place.file("a.json")).startsWith("{\n  \"schema\""));
        assertTrue(Files.readString(place.file("d.xml")).contains("<testsuite "));
        String text = Files.readString(place.file("c.txt"));
        assertEquals(
                ran.out().lines().filter(l -> !l.contains(" s")).toList(),
                text.lines().filter(l -> !l.contains(" s")).toList());
        assertTrue(text.contains("tested"), text);
    }

    @Test
    void theShortFormsSayTheSame() throws Exception {
        check("--json", file("short.json"), "--junit", file("short.xml"), "--report", "json=" + file("long.json"));
        assertEquals(Files.readString(place.file("long.json")), Files.readString(place.file("short.json")));
        assertTrue(Files.exists(place.file("short.xml")));
    }

    @Test
    void anUnknownFormatListsTheKnownOnes() {
        assertRefused(
                check("--report", "sarif=" + file("a")),
                "'--report' (FORMAT=FILE): 'sarif' is no format of reports; known are text, json, junit");
        assertRefused(check("--report", "jsn=" + file("a")), "(did you mean 'json'?); known are");
    }

    @Test
    void helpListsTheFormats() {
        String help = place.run("check", "--help").out().replaceAll("\\s+", " ");
        assertTrue(help.contains("Writes a report to a file, as text, json, junit; may be repeated."), help);
    }

    @Test
    void halfAReportIsRefused() {
        assertRefused(check("--report", "report.json"), "'report.json' names no format; write FORMAT=FILE");
        assertRefused(check("--report", "json="), "'json=' names no file; write FORMAT=FILE");
    }

    @Test
    void twoReportsInOneFileAreRefusedHoweverItIsNamed() throws Exception {
        Files.createDirectories(place.file("sub"));
        for (String other : List.of(file("a"), file("sub/../a"), file("./a"))) {
            assertRefused(check("--json", file("a"), "--junit", other), "give each report a file of its own");
            assertRefused(check("--report", "text=" + file("a"), "--report", "text=" + other), "a file of its own");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsTheFileThatItLeadsTo() throws Exception {
        Files.createSymbolicLink(place.file("link"), Files.createDirectories(place.file("real")));
        assertRefused(
                check("--json", file("real/a"), "--report", "text=" + file("link/a")),
                "give each report a file of its own");
    }

    @Test
    void theSpecificationIsNeverReplaced() throws Exception {
        String before = Files.readString(place.file("test.inv"));
        assertRefused(check("--report", "text=" + file("./test.inv")), "is the specification");
        assertEquals(before, Files.readString(place.file("test.inv")));
    }

    @Test
    void aFileThatCannotBeWrittenIsFoundBeforeTheCheckBegins() throws Exception {
        Files.writeString(place.file("file"), "");
        assertRefused(check("--report", "text=" + file("file/report.txt")), "the report cannot be written there");
        assertRefused(check("--report", "junit=" + place.folder()), "is a folder");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsNeverReplaced() throws Exception {
        Path pipe = place.file("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertRefused(check("--json", pipe.toString()), "is a pipe or a device");
        assertTrue(Files.exists(pipe) && !Files.isRegularFile(pipe));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSymbolicLinkIsNeverReplaced() throws Exception {
        // Standard output, redirected to a file, looks so: /dev/stdout leads to a regular file.
        Path real = Files.writeString(place.file("real.txt"), "before");
        Path link = Files.createSymbolicLink(place.file("link.json"), real);
        Path dangling = Files.createSymbolicLink(place.file("dangling.json"), place.file("missing"));
        assertRefused(check("--json", link.toString()), "link.json is a symbolic link, which a report would replace");
        assertRefused(check("--json", dangling.toString()), "dangling.json is a symbolic link");
        assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(dangling));
        assertEquals("before", Files.readString(real));
    }

    @Test
    void anEmptyNameIsNoFolder() {
        assertRefused(check("--json", ""), "the name of a report is empty; name a file");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aReportIsAsReadableAsAnyNewFile() throws Exception {
        check("--json", file("a.json"));
        Path other = Files.createFile(place.file("other"));
        assertEquals(Files.getPosixFilePermissions(other), Files.getPosixFilePermissions(place.file("a.json")));
        try (Stream<Path> left = Files.list(place.folder())) {
            assertTrue(left.noneMatch(f -> f.toString().endsWith(".tmp")), "a part of the report was left");
        }
    }
}
