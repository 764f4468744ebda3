package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.ci.check.FakeEngines;
import thymus.ci.check.ProofResult;
import thymus.ci.verdict.Testing;
import thymus.evm.primitive.Keccak;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** From a file to a verdict, as a user gets it. */
@Tag("integration")
class CheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aBrokenPropertyComesWithItsShortestSequenceAndReplays() throws Exception {
        Workplace place = counter("invariant small: c.value() <= 2;");
        Workplace.Ran ran = place.check("--json", place.file("report.json").toString());
        assertEquals(1, ran.exitCode(), ran::toString);
        assertTrue(ran.out().contains("falsified"), ran::toString);
        assertTrue(ran.out().contains("c.poke()"), ran::toString);
        JsonNode property = json(place).get("properties").get(0);
        assertEquals("falsified", property.get("verdict").asString());
        assertEquals(3, property.get("steps").asInt());
        Workplace.Ran replay =
                place.run("replay", property.get("counterexample").asString());
        assertEquals(1, replay.exitCode(), replay::toString);
        assertTrue(replay.out().contains("count"), replay::toString);
    }

    @Test
    void findingsDoNotDependOnTheNumberOfWorkers() throws Exception {
        Workplace place = counter("invariant small: c.value() <= 9; invariant large: c.value() <= 60;");
        List<String> findings = new ArrayList<>();
        for (String workers : List.of("1", "2", "4")) {
            Workplace.Ran ran = place.check(
                    "--fuzz-only",
                    "--workers",
                    workers,
                    "--json",
                    place.file("report.json").toString());
            assertEquals(1, ran.exitCode(), ran::toString);
            StringBuilder replays = new StringBuilder();
            for (JsonNode property : json(place).get("properties")) {
                replays.append(
                        Files.readString(Path.of(property.get("counterexample").asString())));
            }
            findings.add(replays.toString());
        }
        assertEquals(findings.getFirst(), findings.get(1));
        assertEquals(findings.getFirst(), findings.get(2));
        assertEquals(2, place.check("--workers", "0").exitCode());
    }

    @Test
    void aCounterexampleThatTheFileExpectsIsNoFailure() throws Exception {
        String broken = "invariant small: c.value() <= 2;";
        Workplace.Ran met = counter(broken + " expect falsified in 3;").check("--require", "proved");
        assertEquals(0, met.exitCode(), met::toString);
        assertTrue(met.out().contains("as expected"), met::toString);
        Workplace.Ran other = counter(broken + " expect falsified in 2;").check();
        assertEquals(4, other.exitCode(), other::toString);
        assertTrue(other.out().contains("Not as expected: invariant small is falsified in 3, and "), other::toString);
        Workplace.Ran wrong = counter(broken + " expect proved;").check();
        assertEquals(1, wrong.exitCode(), wrong::toString);
    }

    @Test
    void aReplayNoticesThatAnImportedFileHasChanged() throws Exception {
        Workplace place = counter("import \"common.inv\"; invariant small: c.value() <= MOST;");
        Files.writeString(place.file("common.inv"), "define MOST = 2;");
        Workplace.Ran ran = place.check("--independent", "off");
        assertEquals(1, ran.exitCode(), ran::toString);
        String replay = place.file("kept/test/small.json").toString();
        Workplace.Ran same = place.run("replay", replay);
        assertEquals(1, same.exitCode(), same::toString);
        assertFalse(same.says("has changed since"), same::toString);
        Files.writeString(place.file("common.inv"), "define MOST = 1;");
        Workplace.Ran changed = place.run("replay", replay);
        assertTrue(changed.says("has changed since this sequence was recorded"), changed::toString);
        Files.delete(place.file("common.inv"));
        Workplace.Ran missing = place.check();
        assertEquals(2, missing.exitCode(), missing::toString);
        assertTrue(missing.err().contains("there is no file \"common.inv\""), missing::toString);
    }

    @Test
    void aFolderIsCheckedWithoutWhatItsFilesImport() throws Exception {
        Workplace place = counter("import \"common.inv\"; invariant small: c.value() <= MOST; expect falsified;");
        Files.writeString(place.file("common.inv"), "define MOST = 2;");
        Workplace.Ran ran = place.run(
                "check", place.folder().toString(), "--out", place.file("kept").toString());
        assertEquals(0, ran.exitCode(), ran::toString);
    }

    @Test
    void theReplayOfARepairedContractSaysSo() throws Exception {
        Workplace place = counter("invariant small: c.value() <= 2;");
        place.check("--json", place.file("report.json").toString());
        Files.writeString(place.file("test.inv"), Workplace.SYSTEM + "invariant small: c.value() <= 1000;");
        String file = json(place).get("properties").get(0).get("counterexample").asString();
        Workplace.Ran replay = place.run("replay", file);
        assertEquals(0, replay.exitCode(), replay::toString);
    }

    @Test
    void aReplayFileThatWasMovedSaysHowToGoOn() throws Exception {
        Workplace place = counter("invariant small: c.value() <= 2;");
        place.check("--independent", "off");
        Path moved = Files.createDirectories(place.file("a/b/c/d")).resolve("small.json");
        Files.move(place.file("kept/test/small.json"), moved);
        Workplace.Ran ran = place.run("replay", moved.toString());
        assertEquals(2, ran.exitCode(), ran::toString);
        String missing = moved + ": its specification is to be " + place.file("a/b/test.inv");
        assertTrue(ran.err().contains(missing), ran::toString);
        assertTrue(ran.err().contains("--specification FILE.inv"), ran::toString);
        String specification = place.file("test.inv").toString();
        Workplace.Ran found = place.run("replay", moved.toString(), "--specification", specification);
        assertEquals(1, found.exitCode(), found::toString);
    }

    @Test
    void aPlaceThatTheCommandLineNamesIsNotThatOfTheReplayFile() throws Exception {
        Workplace place = counter("invariant small: c.value() <= 2;");
        place.check("--independent", "off");
        String file = place.file("kept/test/small.json").toString();
        String missing = place.file("missing").toString();
        Workplace.Ran specification = place.run("replay", file, "--specification", missing);
        assertEquals(2, specification.exitCode(), specification::toString);
        assertEquals("error: --specification " + missing + ": there is no such file\n", specification.err());
        Workplace.Ran artifacts = place.run("replay", file, "--artifacts", missing);
        assertEquals("error: --artifacts " + missing + ": there is no such file or folder\n", artifacts.err());
        Workplace.Ran folder = place.run("replay", place.file("kept/test").toString());
        assertEquals("error: " + place.file("kept/test") + " is a folder; name one replay file in it\n", folder.err());
    }

    @Test
    void soDoesOneWhoseContractsWereNamed() throws Exception {
        Workplace place = counter("invariant small: c.value() <= 2;");
        Path contracts = Files.move(place.file("out"), place.file("contracts"));
        place.check("--independent", "off", "--artifacts", contracts.toString());
        Path moved = Files.createDirectories(place.file("a/b/c/d")).resolve("small.json");
        Files.move(place.file("kept/test/small.json"), moved);
        String specification = place.file("test.inv").toString();
        Workplace.Ran ran = place.run("replay", moved.toString(), "--specification", specification);
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.err().contains("contracts") && ran.err().contains("--artifacts DIR"), ran::toString);
        Workplace.Ran found = place.run(
                "replay", moved.toString(), "--specification", specification, "--artifacts", contracts.toString());
        assertEquals(1, found.exitCode(), found::toString);
    }

    @Test
    void theSameSeedGivesTheSameSequence() throws Exception {
        Workplace place = counter("invariant small: c.value() <= 2;");
        place.check("--json", place.file("report.json").toString());
        Path replay = Path.of(
                json(place).get("properties").get(0).get("counterexample").asString());
        String first = Files.readString(replay);
        place.check("--json", place.file("report.json").toString());
        assertEquals(first, Files.readString(replay));
    }

    @Test
    void aViewThatLoopsForEverIsAnErrorOfTheProperty() throws Exception {
        Workplace place = Workplace.with(
                folder, TinyContract.LOOPING_VIEW, Workplace.SYSTEM + "invariant small: c.value() <= 2;");
        Workplace.Ran ran = place.check();
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.out().contains("error"), ran::toString);
        assertTrue(ran.out().contains("value"), ran::toString);
    }

    @Test
    void aViewThatRevertsIsAnErrorOfTheProperty() throws Exception {
        Workplace place = Workplace.with(
                folder, TinyContract.REVERTING_VIEW, Workplace.SYSTEM + "invariant small: c.value() <= 2;");
        Workplace.Ran ran = place.check();
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.out().contains("revert"), ran::toString);
    }

    @Test
    void onlyTheNamedPropertiesAreChecked() throws Exception {
        Workplace place = counter("invariant tiny: c.value() <= 2;\ninvariant fine: c.value() >= 0;");
        Workplace.Ran ran = place.check("--only", "fine", "--transactions", "500");
        assertEquals(0, ran.exitCode(), ran::toString);
        assertFalse(ran.out().contains("tiny"), ran::toString);
    }

    @Test
    void fuzzingAloneProvesNothingAndSaysWhatItCost() throws Exception {
        Workplace place = counter("invariant fine: c.value() >= 0;");
        Workplace.Ran ran = place.check("--fuzz-only", "--judge", "end", "--transactions", "500");
        assertEquals(0, ran.exitCode());
        assertTrue(ran.out().contains("no proof was tried"), ran.out());
        assertTrue(ran.out().contains("1 of 1 function succeeded (100 % of all calls), "), ran.out());
        assertTrue(ran.out().matches("(?s).*500 transactions in [0-9.]+ CPU s: [0-9,]+ per CPU second\\s*"), ran.out());
    }

    @Test
    void aProofUpToSomeLengthSaysWhyItIsNoneForAnyAndWhatItAssumes() throws Exception {
        Workplace place = counter("invariant far: c.value() != 1_000_000;");
        Workplace.Ran ran = place.check(
                "--transactions", "500", "--json", place.file("report.json").toString());
        assertEquals(0, ran.exitCode(), ran::toString);
        assertTrue(ran.out().contains("proved-to-depth  far  every sequence of up to 4 transactions"), ran::toString);
        assertTrue(ran.out().contains("Assumptions\n  none beside the standing ones"), ran::toString);
        String why =
                "no lemma was found inductive, and 1 of 3 transaction paths stays open; induction fails at c.poke() "
                        + "from alice, 0 seconds after the transaction before, from a state with c.value() = 999_999; "
                        + "afterwards "
                        + "c.value() = 1e6; no trace is known to reach that state";
        assertTrue(ran.out().contains("  far, beyond 4 transactions: " + why), ran::toString);
        assertTrue(ran.out().contains("sequences of more than 4 transactions were not searched"), ran::toString);
        assertTrue(json(place).get("properties").get(0).get("reason").asString().startsWith(why), ran::toString);
    }

    @Test
    void anInvariantWhosePremiseCannotHoldIsVacuousAndNoContradiction() throws Exception {
        Workplace place = counter("invariant never: c.value() < 0 ==> c.value() == 3;");
        Workplace.Ran ran = place.check("--transactions", "500");
        assertEquals(0, ran.exitCode(), ran::toString);
        assertTrue(ran.out().contains("vacuous"), ran::toString);
    }

    @Test
    void aRuleThatSaysNeverIsProvedWhereItNeverHappensAndOthersAreVacuous() throws Exception {
        Workplace place = counter("rule never: on ok(c.poke) where c.value() < 0: false;\n"
                + "rule idle: on ok(c.poke) where c.value() < 0: c.value() == 3;\n"
                + "invariant neither: c.value() < 0 ==> false;");
        Workplace.Ran ran = place.check("--transactions", "500");
        assertEquals(0, ran.exitCode(), ran::toString);
        assertTrue(ran.out().contains("proved           never "), ran::toString);
        assertTrue(ran.out().contains("vacuous          idle "), ran::toString);
        assertTrue(ran.out().contains("proved           neither"), ran::toString);
        assertEquals(
                0,
                place.check("--transactions", "500", "--only", "never", "--require", "proved")
                        .exitCode());
        assertEquals(
                4,
                place.check("--transactions", "500", "--only", "idle", "--require", "proved")
                        .exitCode());
    }

    @Test
    void aSearchThatDoesNotReachTheTriggerIsNoProof() throws Exception {
        Workplace place = counter("rule far: on ok(c.poke) where c.value() == 1_000_000: c.value() == 3;\n"
                + "invariant too: c.value() == 1_000_000 ==> c.value() == 3;\n"
                + "rule near: on ok(c.poke) where c.value() == 3: c.value() + prev(c.value()) != 1_000_001;\n");
        Workplace.Ran ran = place.check("--transactions", "500");
        String nowhere = "does not occur within 4 transactions.*";
        assertTrue(ran.out().matches("(?s).*unknown +far .*its trigger " + nowhere), ran::toString);
        assertTrue(ran.out().matches("(?s).*unknown +too .*its premise " + nowhere), ran::toString);
        assertFalse(ran.out().matches("(?s).*unknown +near.*"), ran::toString);
        assertEquals(
                4,
                place.check("--transactions", "500", "--only", "far", "--require", "decided")
                        .exitCode());
    }

    @Test
    void anErrorShowsItsSequenceWhichReplaysAndWhatToWriteInstead() throws Exception {
        Workplace place = counter("invariant ratio: 10 / (2 - c.value()) >= 0;");
        Workplace.Ran ran = place.check("--json", place.file("report.json").toString());
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.out().contains("Error: invariant ratio, found by the fuzzer\n  1. "), ran::toString);
        assertTrue(ran.out().contains("c.count: 1 -> 2"), ran::toString);
        assertTrue(ran.out().contains("write instead: guard the division"), ran::toString);
        JsonNode property = json(place).get("properties").get(0);
        assertEquals(2, property.get("steps").asInt());
        Workplace.Ran replay =
                place.run("replay", property.get("counterexample").asString());
        assertEquals(2, replay.exitCode(), replay::toString);
        assertTrue(replay.out().contains("ratio has no truth value after step 2: division by zero"), replay::toString);
    }

    @Test
    void aReportSaysWhichCodeWasLookedAtAndByWhichTools() throws Exception {
        Workplace place = counter("invariant fine: c.value() >= 0;");
        place.check("--transactions", "500", "--json", place.file("report.json").toString());
        JsonNode contract = json(place).get("contracts").get(0);
        assertEquals("C.sol:C", contract.get("artifact").asString());
        assertEquals("unknown", contract.get("compiler").asString());
        byte[] code = HexFormat.of().parseHex(TinyContract.COUNTER.runtime());
        assertEquals(
                "0x%064x".formatted(Keccak.hash(code).toBigInteger()),
                contract.get("code_keccak256").asString());
        assertTrue(json(place).get("solver").asString().matches("Z3 [0-9.]+"));
        assertEquals(500, json(place).get("options").get("transactions").asInt());
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedBeforeAnythingRuns() throws Exception {
        Workplace place = counter("invariant fine: c.value() >= 0;");
        String file = place.file("test.inv").toString();
        Workplace.Ran ran = place.run("check", file, "--out", file);
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.err().contains("--out " + place.file("test.inv")), ran::toString);
    }

    @Test
    void sequencesOfNoLengthAreRefused() throws Exception {
        Workplace place = counter("invariant fine: c.value() >= 0;");
        for (String length : List.of("0", "10001")) {
            Workplace.Ran ran = place.check("--sequence-length", length);
            assertEquals(2, ran.exitCode());
            assertTrue(ran.err().contains("--sequence-length " + length + ": 1 to 10,000"), ran::toString);
        }
    }

    @Test
    void aRunThatStopsEarlyLeavesNoReportOfAnEarlierOne() throws Exception {
        Workplace place = counter("invariant small: c.value() <= 2;");
        Files.writeString(place.file("report.json"), "an earlier report");
        Files.writeString(place.file("test.inv"), "contract");
        place.check("--json", place.file("report.json").toString());
        assertFalse(Files.exists(place.file("report.json")));
    }

    @Test
    void whatIsRequiredAndNotReachedHasItsOwnExitCode() throws Exception {
        Workplace place = counter("invariant small: c.value() <= 2;");
        String file = place.file("test.inv").toString();
        EngineFactory tested = (subject, plan, out, kept) -> new FakeEngines()
                .proof("small", new ProofResult.Undecided("no lemma fits"))
                .tests("small", new Testing(50_000, 7, "all of it", Optional.empty()));
        assertEquals(0, place.run(tested, "check", file).exitCode());
        assertEquals(4, place.run(tested, "check", file, "--require", "proved").exitCode());
        assertEquals(4, place.run(tested, "check", file, "--require", "decided").exitCode());
    }

    private Workplace counter(String properties) throws Exception {
        return Workplace.with(folder, TinyContract.COUNTER, Workplace.SYSTEM + properties);
    }

    private static JsonNode json(Workplace place) throws Exception {
        return new ObjectMapper().readTree(place.file("report.json").toFile());
    }
}
