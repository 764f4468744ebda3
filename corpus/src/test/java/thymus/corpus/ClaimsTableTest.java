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

/** The table of claims about published contracts: all of them with the profile {@code long}, else a sample. */
@Tag("integration")
class ClaimsTableTest {
    private static final List<String> OPENZEPPELIN = List.of("erc20.inv", "pausable.inv", "proxied.inv");
    private static final List<String> LIMITERS = List.of("balancer-pausable.inv");

    static Stream<Path> files() throws IOException {
        return Stream.concat(
                some(CorpusFiles.in("real/openzeppelin"), OPENZEPPELIN), some(CorpusFiles.in("real"), LIMITERS));
    }

    private static Stream<Path> some(List<Path> files, List<String> sample) {
        return files.stream()
                .filter(file -> Boolean.getBoolean("thymus.long")
                        || sample.contains(file.getFileName().toString()));
    }

    /** The sample leaves out the replay on anvil, which {@link ExpectedVerdictsTest} sees for others. */
    @ParameterizedTest
    @MethodSource("files")
    void eachClaimHasItsVerdict(Path file) throws IOException, InterruptedException {
        Packages.installReal();
        List<String> options = Boolean.getBoolean("thymus.long") ? List.of() : List.of("--", "--independent", "off");
        List<String> command = Stream.concat(
                        Stream.of("node", "corpus/real/table.js", file.toString()), options.stream())
                .toList();
        Tool.Outcome outcome = Tool.run(Repository.root(), command);
        assertEquals(0, outcome.code(), outcome::output);
    }
}
