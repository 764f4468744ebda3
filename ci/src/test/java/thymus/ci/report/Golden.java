package thymus.ci.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import thymus.fixtures.Repository;

/** Output that is kept in files, where a change of it is read in review; -Dgolden.write=true renews them. */
final class Golden {
    private static final Path FOLDER = Repository.at("ci/src/test/resources/thymus/ci/report");

    private Golden() {}

    static void assertSame(String file, String actual) throws IOException {
        Path path = FOLDER.resolve(file);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(path, actual);
        }
        assertEquals(Files.readString(path), actual);
    }
}
