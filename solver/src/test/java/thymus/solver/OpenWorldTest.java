package thymus.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.fixtures.Repository;

/**
 * Claims about text in storage, the loops that copy it, and proxies: the true ones are proved, the false ones never.
 */
@Tag("integration")
class OpenWorldTest {
    static List<Path> specifications() {
        return Stream.of("texts", "proxies")
                .flatMap(kind -> Repository.soundness(kind).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void whatIsProvedIsTrue(Path file) throws IOException {
        assertEquals("", Twins.faults(file));
    }
}
