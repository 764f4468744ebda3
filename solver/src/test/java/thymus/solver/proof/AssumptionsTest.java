package thymus.solver.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fixtures.Repository;
import thymus.spec.check.SpecificationReader;
import thymus.system.execution.DeployedSystem;

class AssumptionsTest {
    @TempDir
    private Path folder;

    /** The contract has two functions of the name take. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "excludes c.take; | nobody calls c.take",
                "excludes c.take(uint256); | nobody calls c.take(uint256)",
                "excludes c.take(uint256), c.set; | nobody calls c.take(uint256), c.set",
                "trusts bob for c.take(uint256,address); | bob is trusted not to call c.take(uint256,address)"
            })
    void anOverloadIsNamedByItsTypes(String line, String assumption) throws IOException {
        Path file = folder.resolve("Overloads.inv");
        Files.writeString(file, """
                contract Kept = "Kept.sol:Kept";
                actor alice, bob;
                setup { c = new Kept() from alice; }
                adversary { %s }
                """.formatted(line));
        ArtifactStore store = ArtifactStore.at(Repository.at("corpus/language/patterns/artifacts"));
        DeployedSystem system = DeployedSystem.deploy(SpecificationReader.read(file, store), store);
        assertEquals(List.of(assumption), Assumptions.of(system));
    }
}
