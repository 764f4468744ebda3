package thymus.harness.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialStateTestsTest {
    /** Every fifth test of each folder: over 1,500 that run, and no folder without one. */
    @Test
    void aSpreadOverAllFoldersPasses() {
        OfficialPacks.Result result = OfficialPacks.run(List.of(OfficialPacks.require("statetests-osaka")), 5);
        assertEquals(0, result.failed(), result.output());
        assertEquals(0, result.exitCode());
        assertEquals(0, result.skipped(), result.output());
        assertTrue(result.passed() >= 1500, result.output());
    }

    @Tag("conformance")
    @ParameterizedTest
    @ValueSource(strings = {"statetests-osaka", "statetests-prague", "statetests-cancun",
        "statetests-cancun-ethereumtests-2024-10"})
    void allPass(String pack) {
        OfficialPacks.Result result = OfficialPacks.run(List.of(OfficialPacks.require(pack)), 1);
        System.out.println(pack + "\n" + result.output());
        assertEquals(0, result.failed(), result.output());
    }
}
