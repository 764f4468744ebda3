package thymus.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.fixtures.Repository;

/** The table of claims about OpenZeppelin Contracts: all of them with the profile {@code long}, else the quick ones. */
@Tag("integration")
class OpenZeppelinClaimsTest {
    private static final List<String> QUICK =
            List.of("erc20.inv", "pausable.inv", "roles.inv", "reentrancy.inv", "proxied.inv", "transparent.inv");

    static Stream<String> files() {
        return Expected.specifications("real/openzeppelin").stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(file -> Boolean.getBoolean("thymus.long") || QUICK.contains(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachClaimHasItsVerdict(String file) throws IOException, InterruptedException {
        Packages.installReal();
        Tool.Outcome outcome = Tool.run(Repository.root(), List.of("node", "corpus/real/openzeppelin/table.js", file));
        assertEquals(0, outcome.code(), outcome::output);
    }
}
