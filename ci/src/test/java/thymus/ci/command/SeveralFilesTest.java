package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.ci.check.FakeEngines;
import thymus.ci.check.ProofResult;
import thymus.ci.verdict.Testing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Files and folders in one check. */
class SeveralFilesTest {
    private static final EngineFactory PROVING = (subject, plan, out, kept) -> {
        FakeEngines engines = new FakeEngines();
        plan.properties()
                .forEach(p -> engines.proof(
                                p.name(),
                                p.name().equals("open")
                                        ? new ProofResult.Undecided("no lemma fits")
                                        : new ProofResult.Proved("induction", List.of(), List.of(), List.of()))
                        .tests(p.name(), new Testing(50_000, 7, "all of it", Optional.empty())));
        return engines;
    };

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void prepare() throws Exception {
        place = Workplace.with(folder, TinyContract.COUNTER, Workplace.SYSTEM + "invariant fine: c.value() >= 0;");
        write("specs/a.inv", "invariant fine: c.value() >= 0;");
        write("specs/deeper/b.inv", "invariant open: c.value() <= 2;");
        write("specs/node_modules/c.inv", "not a specification of ours");
    }

    private void write(String name, String properties) throws Exception {
        Files.createDirectories(place.file(name).getParent());
        Files.writeString(place.file(name), Workplace.SYSTEM + properties);
    }

    private Workplace.Ran run(String... more) {
        String[] arguments = new String[more.length + 6];
        String[] first = {
            "check", "--independent", "off", "--artifacts", place.file("out").toString(), "--out=" + place.file("kept")
        };
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        return place.run(PROVING, arguments);
    }

    @Test
    void oneSummaryAndTheWorstExitCode() throws Exception {
        String specs = place.file("specs").toString();
        String report = place.file("report.json").toString();
        Workplace.Ran ran = run(specs, place.file("test.inv").toString(), "--json", report, "--junit", report + ".xml");
        assertEquals(0, ran.exitCode(), ran::toString);
        assertTrue(ran.out().endsWith("3 files checked: 2 proved, 1 tested\n"), ran::toString);
        assertEquals(4, run(specs, "--require", "proved").exitCode());
        JsonNode json = new ObjectMapper().readTree(Path.of(report).toFile());
        assertEquals(2, json.get("schema").asInt());
        assertEquals(3, json.get("checks").size());
        assertEquals(
                place.file("specs/deeper/b.inv").toString(),
                json.get("checks").get(1).get("file").asString());
        assertEquals(3, Files.readString(Path.of(report + ".xml")).split("<testsuite ").length - 1);
    }

    @Test
    void aWrongFileDoesNotKeepTheOthersFromTheirVerdicts() throws Exception {
        write("specs/0.inv", "invariant fine: c.valeu() >= 0;");
        String report = place.file("report.json").toString();
        Workplace.Ran ran = run(place.file("specs").toString(), "--json", report, "--junit", report + ".xml");
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.err().startsWith("error: ") && ran.err().contains("did you mean 'value'?"), ran::toString);
        assertTrue(
                ran.out().endsWith("2 files checked: 1 proved, 1 tested; 1 file could not be checked\n"),
                ran::toString);
        JsonNode failed = new ObjectMapper().readTree(Path.of(report).toFile()).get("failed");
        assertTrue(failed.get(0).get("error").asString().contains("0.inv:4:"), failed::toString);
        assertTrue(Files.readString(Path.of(report + ".xml")).contains("<error message="));
    }

    @Test
    void onlyNamesPropertiesOfAnyOfThem() {
        String specs = place.file("specs").toString();
        Workplace.Ran ran = run(specs, "--only", "open");
        assertTrue(ran.out().endsWith("1 file checked: 1 tested\n"), ran::toString);
        Workplace.Ran none = run(specs, "--only", "nothing");
        assertEquals(2, none.exitCode());
        assertTrue(none.err().contains("no file has a property of that name"), none::toString);
    }

    @Test
    void aFolderWithoutSpecifications() {
        Workplace.Ran ran = run(place.file("out").toString());
        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().contains("there is no .inv file in this folder"), ran::toString);
    }

    @Test
    void filesOfOneNameLeaveTheirEvidenceApart() throws Exception {
        write("other/a.inv", "invariant fine: c.value() <= 2;");
        Workplace.Ran ran = place.run(
                "check",
                "--independent",
                "off",
                "--artifacts",
                place.file("out").toString(),
                "--out",
                place.file("kept").toString(),
                place.file("specs/a.inv").toString(),
                place.file("other/a.inv").toString());
        assertEquals(1, ran.exitCode(), ran::toString);
        assertTrue(Files.exists(place.file("kept/a-2/fine.json")), ran::toString);
        assertFalse(Files.exists(place.file("kept/a/fine.json")));
    }

    @Test
    void noProcessorTimeCountsTwice() {
        Workplace.Ran ran = run(place.file("specs").toString(), "--fuzz-only");
        Matcher told = Pattern.compile("in ([0-9.]+) CPU s").matcher(ran.out());
        double sum = told.results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
        double whole =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
        double rounding = 0.01 * 2;
        assertTrue(sum > 0 && sum <= whole + rounding, () -> sum + " of " + whole + " s\n" + ran);
    }
}
