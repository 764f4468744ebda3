package thymus.contracts.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.fixtures.Fixtures;

/** The output of a project is found from wherever in it the specification lies. */
class ProjectTest {
    @TempDir
    Path folder;

    private Path specification() throws IOException {
        return Files.createDirectories(folder.resolve("test/invariants")).resolve("Vault.inv");
    }

    @Test
    void outputOfFoundryIsFoundFromBelow() throws IOException {
        Fixtures.write(folder.resolve("foundry.toml"), "[profile.default]\nsrc = 'src'\n");
        Fixtures.write(folder.resolve("out/Layout.sol/Layout.json"), Fixtures.foundry("Layout"));
        assertTrue(
                ArtifactStore.beside(specification()).find("Layout.sol:Layout").isPresent());
    }

    @Test
    void theSettingThatNamesItCounts() throws IOException {
        Fixtures.write(folder.resolve("foundry.toml"), "[profile.default]\n  out = \"build/forge\"\n");
        Fixtures.write(folder.resolve("build/forge/Layout.sol/Layout.json"), Fixtures.foundry("Layout"));
        assertTrue(
                ArtifactStore.beside(specification()).find("Layout.sol:Layout").isPresent());
    }

    @Test
    void outputOfHardhatIsFoundFromBelow() throws IOException {
        Fixtures.write(folder.resolve("hardhat.config.ts"), "export default { paths: { artifacts: './made' } };");
        Fixtures.write(folder.resolve("made/src/Layout.sol/Layout.json"), Fixtures.hardhat("Layout"));
        assertTrue(
                ArtifactStore.beside(specification()).find("Layout.sol:Layout").isPresent());
    }

    @Test
    void theNearestProjectCounts() throws IOException {
        Fixtures.write(folder.resolve("hardhat.config.js"), "module.exports = {};");
        Fixtures.write(folder.resolve("test/foundry.toml"), "");
        Project project = Project.around(specification().getParent()).orElseThrow();
        assertEquals(List.of(folder.resolve("test/out")), project.outputs());
        assertEquals("`forge build` in " + folder.resolve("test"), project.command());
    }

    @Test
    void whatIsMissingIsNamedByItsCommand() throws IOException {
        Fixtures.write(folder.resolve("hardhat.config.js"), "module.exports = {};");
        ArtifactStore store = ArtifactStore.beside(specification());
        assertTrue(store.advice().startsWith("run `npx hardhat compile` in " + folder + " first"), store.advice());
        String message = assertThrows(ArtifactException.class, () -> store.artifact("V.sol:V"))
                .getMessage();
        assertTrue(message.endsWith("run `npx hardhat compile` in " + folder + " first"), message);
        String place = assertThrows(ArtifactException.class, () -> ArtifactStore.at(folder.resolve("artifacts")))
                .getMessage();
        assertTrue(place.contains("npx hardhat compile"), place);
    }

    @Test
    void aSourceThatWasChangedLaterIsNamed() throws IOException {
        Fixtures.write(folder.resolve("foundry.toml"), "");
        Path artifact = folder.resolve("out/Layout.sol/Layout.json");
        Fixtures.write(artifact, Fixtures.foundry("Layout"));
        ArtifactStore store = ArtifactStore.beside(specification());
        store.find("Layout.sol:Layout");
        assertEquals(List.of(), store.warnings());
        Path source = folder.resolve("src/Layout.sol");
        Fixtures.write(source, "contract Layout {}");
        Files.setLastModifiedTime(artifact, FileTime.from(Instant.EPOCH));
        assertEquals(
                List.of(source + " was changed after " + artifact + " was compiled; run `forge build` in " + folder),
                store.warnings());
        Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));
        assertEquals(List.of(), store.warnings());
    }

    @Test
    void aSourceWhoseTextNobodyHashedIsNamedByItsTime() throws IOException {
        Path artifact = folder.resolve("out/Layout.json");
        Fixtures.write(artifact, Files.readString(Fixtures.standard()));
        Path source = folder.resolve("src/Layout.sol");
        Fixtures.write(source, "contract Layout {}");
        Files.setLastModifiedTime(artifact, FileTime.from(Instant.EPOCH));
        ArtifactStore store = ArtifactStore.at(folder.resolve("out"));
        store.find("src/Layout.sol:Layout");
        assertTrue(store.warnings().getFirst().startsWith(source + " was changed after "), store.warnings() + "");
    }

    @Test
    void aSourceThatWasOnlyTouchedIsNot() throws IOException {
        Fixtures.write(folder.resolve("foundry.toml"), "");
        Path artifact = folder.resolve("out/Layout.sol/Layout.json");
        Fixtures.write(artifact, Fixtures.foundry("Layout"));
        Path source = Files.createDirectories(folder.resolve("src")).resolve("Layout.sol");
        Files.copy(Fixtures.standard().resolveSibling("Layout.sol"), source);
        Files.setLastModifiedTime(artifact, FileTime.from(Instant.EPOCH));
        ArtifactStore store = ArtifactStore.beside(specification());
        store.find("Layout.sol:Layout");
        assertEquals(List.of(), store.warnings());
    }
}
