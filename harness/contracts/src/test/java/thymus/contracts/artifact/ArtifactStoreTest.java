package thymus.contracts.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.fixtures.Fixtures;

class ArtifactStoreTest {
    @TempDir
    Path folder;

    @Test
    void theThreeShapesGiveTheSameContract() {
        Fixtures.write(folder.resolve("out/Layout.sol/Layout.json"), Fixtures.foundry("Layout"));
        Path hardhat = folder.resolve("artifacts/src/Layout.sol");
        Fixtures.write(hardhat.resolve("Layout.json"), Fixtures.hardhat("Layout"));
        Fixtures.write(hardhat.resolve("Layout.dbg.json"), "{\"buildInfo\":\"../../../build-info/b1.json\"}");
        Fixtures.write(folder.resolve("artifacts/build-info/b1.json"), Fixtures.build());

        Artifact standard = ArtifactStore.at(Fixtures.standard()).artifact("Layout");
        for (String place : List.of("out", "artifacts")) {
            Artifact other = ArtifactStore.at(folder.resolve(place)).artifact("src/Layout.sol:Layout");
            assertEquals(standard.model(), other.model());
            assertEquals(standard.errors(), other.errors());
            assertArrayEquals(standard.creation().bytes(), other.creation().bytes());
            assertArrayEquals(standard.runtime().bytes(), other.runtime().bytes());
            assertEquals(standard.runtime().immutables(), other.runtime().immutables());
            assertEquals(Optional.of("0.8.30+commit.73712a01"), other.compiler());
        }
        assertEquals(1, standard.runtime().immutables().size());
    }

    @Test
    void artifactsBesideTheSpecificationAreFound() {
        Fixtures.write(folder.resolve("out/Layout.sol/Layout.json"), Fixtures.foundry("Layout"));
        ArtifactStore store = ArtifactStore.beside(folder.resolve("Vault.inv"));
        assertTrue(store.find("Layout.sol:Layout").isPresent());
        assertEquals(List.of("Layout.sol:Layout"), store.references());
        assertFalse(store.find("Layout.sol:Other").isPresent());
        assertFalse(store.find("ayout.sol:Layout").isPresent());
        assertFalse(store.find("lib/Layout.sol:Layout").isPresent());
    }

    @Test
    void severalMatchesAreListed() {
        Fixtures.write(folder.resolve("a.json"), "{\"contracts\":{\"a/V.sol\":{\"V\":{}},\"b/V.sol\":{\"V\":{}}}}");
        ArtifactStore store = ArtifactStore.at(folder);
        ArtifactException e = assertThrows(ArtifactException.class, () -> store.find("V.sol:V"));
        assertTrue(e.getMessage().contains("a/V.sol:V") && e.getMessage().contains("b/V.sol:V"), e.getMessage());
    }

    @Test
    void missingLibrariesAreNamed() {
        ArtifactException e = assertThrows(
                ArtifactException.class,
                () -> ArtifactStore.at(Fixtures.standard()).find("NeedsLibrary"));
        assertTrue(e.getMessage().contains("src/Layout.sol:Outside"), e.getMessage());
    }

    @Test
    void interfacesAndAbstractContractsCannotBeDeployed() {
        ArtifactStore store = ArtifactStore.at(Fixtures.standard());
        for (String name : List.of("Base", "IThing")) {
            ArtifactException e = assertThrows(ArtifactException.class, () -> store.find(name));
            assertTrue(e.getMessage().contains("has no bytecode"), e.getMessage());
        }
    }

    @Test
    void aMissingPlaceIsAnError() {
        Path nowhere = folder.resolve("nowhere");
        assertTrue(assertThrows(ArtifactException.class, () -> ArtifactStore.at(nowhere))
                .getMessage()
                .startsWith(nowhere.toString()));
    }

    @Test
    void linksThatLeadRoundInCirclesEnd() throws IOException {
        Fixtures.write(folder.resolve("out/Layout.sol/Layout.json"), Fixtures.foundry("Layout"));
        Files.createSymbolicLink(folder.resolve("out/again"), folder);
        assertTrue(ArtifactStore.at(folder).find("Layout").isPresent());
    }

    @Test
    void otherJsonInTheFolderIsPassedOver() {
        Fixtures.write(folder.resolve("package.json"), "{\"name\":\"x\"}");
        Fixtures.write(folder.resolve("list.json"), "[1,2]");
        Fixtures.write(folder.resolve("broken.json"), "{");
        Fixtures.write(folder.resolve("node_modules/V.sol/V.json"), "{");
        Fixtures.write(folder.resolve("out/Layout.sol/Layout.json"), Fixtures.foundry("Layout"));
        ArtifactStore store = ArtifactStore.at(folder);
        assertTrue(store.find("Layout").isPresent());
        assertFalse(store.find("V").isPresent());
        assertTrue(store.description().contains("broken.json"), store.description());
    }

    @Test
    void aCompilationThatFailedIsSaid() {
        Fixtures.write(folder.resolve("C.json"), """
                {"errors": [{"severity": "warning", "message": "unused"},
                            {"severity": "error", "formattedMessage": "ParserError: oops\\n --> C.sol:1:1"}],
                 "sources": {}}
                """);
        ArtifactStore store = ArtifactStore.at(folder);
        assertFalse(store.find("C").isPresent());
        assertTrue(
                store.description().contains("C.json: solc did not compile it: ParserError: oops)"),
                store.description());
    }

    @Test
    void outputWithoutBytecodeSaysWhatToSelect() {
        Fixtures.write(folder.resolve("C.json"), "{\"contracts\": {\"C.sol\": {\"C\": {\"abi\": []}}}}");
        ArtifactException e = assertThrows(
                ArtifactException.class, () -> ArtifactStore.at(folder).find("C"));
        assertTrue(e.getMessage().contains("evm.bytecode and evm.deployedBytecode in outputSelection"), e.getMessage());
    }

    @Test
    void whatIsNoJsonIsSaidWithoutTheSettingsOfTheParser() {
        Fixtures.write(folder.resolve("deep.json"), "[".repeat(600));
        Fixtures.write(folder.resolve("open.json"), "[[[");
        String said = ArtifactStore.at(folder).description();
        assertTrue(said.contains("nesting depth (501) exceeds the maximum allowed (500)"), said);
        assertFalse(said.contains("REDACTED"), said);
    }
}
