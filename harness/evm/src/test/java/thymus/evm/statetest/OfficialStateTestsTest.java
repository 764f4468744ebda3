package thymus.evm.statetest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thymus.evm.jit.ExecutionMode;

class OfficialStateTestsTest {
    /** Every fourth test of each folder: over 2,000 that run, and no folder without one. */
    @ParameterizedTest
    @EnumSource(names = {"INTERPRETED", "COMPILED"})
    void aSpreadOverAllFoldersPasses(ExecutionMode mode) {
        OfficialPacks.Result result =
                OfficialPacks.run(List.of(OfficialPacks.require("statetests-osaka")), 4, mode.tiers());
        assertEquals(0, result.failed(), result.output());
        assertEquals(0, result.exitCode());
        assertEquals(0, result.skipped(), result.output());
        assertTrue(result.passed() >= 2000, result.output());
    }

    /** Whatever packs there are; all of them unless {@code -Dstatetests.every=N} asks for a spread as above. */
    @Tag("conformance")
    @ParameterizedTest
    @EnumSource
    void allPass(ExecutionMode mode) throws IOException {
        int stride = Integer.getInteger("statetests.every", 1);
        OfficialPacks.Result result = OfficialPacks.run(OfficialPacks.all(), stride, mode.tiers());
        System.out.println(mode + "\n" + result.output());
        assertEquals(0, result.failed(), result.output());
        assertTrue(result.passed() > 0, result.output());
    }
}
