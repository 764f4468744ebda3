package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thymus.fixtures.Repository;

/** What is mined of whole systems, with the effort that users get. It takes minutes: the long profile runs it. */
@Tag("integration")
@EnabledIfSystemProperty(named = "thymus.long", matches = "true")
class MinedInvariantsTest {
    private static final Path GOLDEN = Repository.at("ci/src/test/resources/thymus/ci/init/vault-mined.txt");

    @TempDir
    private Path folder;

    private Path mined(String artifacts) {
        Path file = folder.resolve("First.inv");
        Workplace.Ran ran = new Workplace(folder)
                .run("init", Repository.at(artifacts).toString(), "--to", file.toString(), "--for", "1h");
        assertEquals(0, ran.exitCode(), ran::toString);
        return file;
    }

    private void assertProved(Path file, String artifacts) {
        Workplace.Ran ran = new Workplace(folder)
                .run(
                        "check",
                        file.toString(),
                        "--artifacts",
                        Repository.at(artifacts).toString(),
                        "--require",
                        "proved",
                        "--out",
                        folder.resolve("kept").toString(),
                        "--for",
                        "1h");
        assertEquals(0, ran.exitCode(), ran::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "oracle-guard", "token-bucket"})
    void whatIsMinedOfADefenceIsProvedByACheck(String name) throws IOException {
        String artifacts = "corpus/immune/" + name + "/artifacts";
        Path file = mined(artifacts);
        assertTrue(Files.readString(file).contains("// Mined: "), "something is mined");
        assertProved(file, artifacts);
    }

    /** -Dgolden.write=true renews the file. */
    @Test
    void whatIsMinedOfTheVaultIsProvedByACheck() throws IOException {
        Path file = mined("corpus/vault/artifacts");
        if (Boolean.getBoolean("golden.write")) {
            Files.copy(file, GOLDEN, StandardCopyOption.REPLACE_EXISTING);
        }
        assertEquals(Files.readString(GOLDEN), Files.readString(file));
        assertProved(file, "corpus/vault/artifacts");
    }
}
