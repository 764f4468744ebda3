package thymus.harness.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import thymus.harness.compile.ExecutionMode;

class OfficialStateTestsTest {
    /** Every fourth test of each folder: over 2,000 that run, and no folder without one. */
    @ParameterizedTest
    @EnumSource(names = {"INTERPRETED", "COMPILED"})
    void aSpreadOverAllFoldersPasses(ExecutionMode mode) {
        OfficialPacks.Result result = OfficialPacks.run(List.of(OfficialPacks.require("statetests-osaka")), 4, mode.tiers());
        assertEquals(0, result.failed(), result.output());
        assertEquals(0, result.exitCode());
        assertEquals(0, result.skipped(), result.output());
        assertTrue(result.passed() >= 2000, result.output());
    }

    @Tag("conformance")
    @ParameterizedTest
    @CsvSource({
        "statetests-osaka, INTERPRETED", "statetests-osaka, COMPILED", "statetests-osaka, TIERED",
        "statetests-prague, INTERPRETED", "statetests-prague, COMPILED", "statetests-prague, TIERED",
        "statetests-cancun, INTERPRETED", "statetests-cancun, COMPILED", "statetests-cancun, TIERED",
        "statetests-cancun-ethereumtests-2024-10, INTERPRETED", "statetests-cancun-ethereumtests-2024-10, COMPILED",
        "statetests-cancun-ethereumtests-2024-10, TIERED"})
    void allPass(String pack, ExecutionMode mode) {
        OfficialPacks.Result result = OfficialPacks.run(List.of(OfficialPacks.require(pack)), 1, mode.tiers());
        System.out.println(pack + " " + mode + "\n" + result.output());
        assertEquals(0, result.failed(), result.output());
    }
}
