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
 * Claims about ether and about calls of code that nobody knows, in twins: the true ones are proved, the false ones
 * never.
 */
@Tag("integration")
class UnknownCodeTest {
    static List<Path> specifications() throws IOException {
        return Stream.concat(Repository.soundness("unknown-code").stream(), Repository.soundness("ether").stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void whatIsProvedIsTrue(Path file) throws IOException {
        assertEquals("", Twins.faults(file));
    }
}
