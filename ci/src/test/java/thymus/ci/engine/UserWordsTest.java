package thymus.ci.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserWordsTest {
    @TempDir
    private Path folder;

    private UserWords words() throws Exception {
        return UserWords.of(Files.writeString(folder.resolve("a.inv"), """
                invariant turned: vault.level() >= 1.5 * vault.floor(); // always
                rule same: on ok(vault.take(amount)) where amount > 0:
                  vault.open()   ==>
                  // the limit
                  amount <= 10_000;
                limit pace: sum(out, last 1 hours) <= 5;
                """));
    }

    @Test
    void conditionsAreReadAsTheyStand() throws Exception {
        assertEquals(
                Map.of(
                        "turned",
                        "vault.level() >= 1.5 * vault.floor()",
                        "same",
                        "vault.open() ==> amount <= 10_000",
                        "pace",
                        "sum(out, last 1 hours) <= 5"),
                words().conditions());
    }

    @Test
    void anotherFormStandsBesideTheAuthorsWords() throws Exception {
        assertEquals(
                "`vault.level() >= 1.5 * vault.floor()` means: 3 * vault.floor() <= 2 * vault.level() is false: 9 <= 8",
                words().beside("turned", "3 * vault.floor() <= 2 * vault.level() is false: 9 <= 8"));
    }

    @Test
    void whereOnlyTheFormDiffersTheAuthorsWordsStandAlone() throws Exception {
        assertEquals(
                "sum(out, last 1 hours) <= 5 is false: 6 <= 5",
                words().beside("pace", "sum(out, last 60 minutes) <= 5 is false: 6 <= 5"));
        assertEquals(
                "sum(out, last 1 hours) <= 5 is false: 6 <= 5",
                words().beside("pace", "(sum(out, last 3_600 seconds)) <= 5 is false: 6 <= 5"));
    }

    /** With its sides in their old places, the values would stand beside the wrong ones. */
    @Test
    void sidesThatChangedPlacesAreShownInTheirNewOnes() throws Exception {
        assertEquals(
                "`sum(out, last 1 hours) <= 5` means: 5 >= sum(out, last 1 hours) is false: 5 >= 6",
                words().beside("pace", "5 >= sum(out, last 1 hours) is false: 5 >= 6"));
    }

    @Test
    void theAuthorsOwnWordsAreNotSaidTwice() throws Exception {
        String explanation =
                "vault.open() holds, but amount <= 10_000 is false: 10_001 <= 10_000, where amount = 10_001";
        assertEquals(explanation, words().beside("same", explanation));
    }
}
