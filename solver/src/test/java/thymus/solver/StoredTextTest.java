package thymus.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.fixtures.Repository;

/** Claims about text in storage, and about the loops that copy it: the true ones are proved, the false ones never. */
@Tag("integration")
class StoredTextTest {
    static List<Path> specifications() {
        return Repository.soundness("texts");
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void whatIsProvedIsTrue(Path file) throws IOException {
        assertEquals("", Twins.faults(file));
    }
}
