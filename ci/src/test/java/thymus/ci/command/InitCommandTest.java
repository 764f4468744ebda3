package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fixtures.Repository;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.system.execution.DeployedSystem;

class InitCommandTest {
    private static final Path GOLDEN = Repository.at("ci/src/test/resources/thymus/ci/init");

    @TempDir
    private Path folder;

    private Workplace.Ran run(String... arguments) {
        return new Workplace(folder).run(arguments);
    }

    private Workplace.Ran init(Path artifacts, Path to, String... options) {
        String[] all = new String[options.length + 4];
        System.arraycopy(new String[] {"init", artifacts.toString(), "--to", to.toString()}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        return run(all);
    }

    /** -Dgolden.write=true renews the file. */
    private static void assertGolden(String name, Path written) throws IOException {
        String actual = Files.readString(written);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(GOLDEN.resolve(name), actual);
        }
        assertEquals(Files.readString(GOLDEN.resolve(name)), actual);
    }

    private void assertAccepted(Path written, Path artifacts) {
        ArtifactStore store = ArtifactStore.at(artifacts);
        Specification read = SpecificationReader.read(written, store);
        DeployedSystem.deploy(read, store);
        assertEquals(0, run("fmt", "--check", written.toString()).exitCode(), "it is formatted");
    }

    @Test
    void theSetupOfTheVaultIsDeployedInOrder() throws IOException {
        Path artifacts = Repository.at("corpus/vault/artifacts");
        Path file = folder.resolve("First.inv");
        Workplace.Ran ran = init(artifacts, file, "--transactions", "0");
        assertEquals(0, ran.exitCode(), ran::toString);
        assertTrue(ran.says("Check it: thymus check " + file + " --artifacts " + artifacts), ran::toString);
        assertAccepted(file, artifacts);
        assertGolden("vault.txt", file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "oracle-guard", "token-bucket", "quarantine", "sentinel", "parameters"})
    void defencesGetASetupThatWorks(String name) {
        Path artifacts = Repository.at("corpus/immune/" + name + "/artifacts");
        Path file = folder.resolve("First.inv");
        Workplace.Ran ran = init(artifacts, file, "--transactions", "0");
        assertEquals(0, ran.exitCode(), ran::toString);
        assertFalse(ran.says("its constructor refuses"), ran::toString);
        assertAccepted(file, artifacts);
    }

    /** Its interface has one function, which the feed has too. */
    @Test
    void aContractIsPreferredWhoseNameIsNearlyThatOfTheInterface() throws IOException {
        Path file = folder.resolve("First.inv");
        init(Repository.at("corpus/immune/oracle-guard/artifacts"), file, "--transactions", "0");
        assertTrue(Files.readString(file).contains("market = new Market(oracleGuard) from deployer;"));
    }

    /** Whoever removes the slashes and nothing else has a limit. */
    @Test
    void theLimitsThatAreProposedCanBeUsed() throws IOException {
        Path artifacts = Repository.at("corpus/vault/artifacts");
        Path file = folder.resolve("First.inv");
        init(artifacts, file, "--transactions", "0");
        String text = Files.readString(file).replaceAll("(?m)^// (limit|adversary)", "$1");
        Specification read = SpecificationReader.read(text, "First.inv", ArtifactStore.at(artifacts));
        assertEquals(3, read.properties().size());
        assertEquals(1, read.adversary().trusted().size());
    }

    @Test
    void invariantsAreKeptThatHold() throws IOException {
        TinyContract.COUNTER.writeTo(folder.resolve("out"));
        Workplace.Ran ran = run("init", folder.toString(), "--transactions", "500");
        assertEquals(0, ran.exitCode(), ran::toString);
        Path file = folder.resolve("C.inv");
        assertGolden("counter.txt", file);
        assertTrue(ran.out().endsWith("Written: " + file + ". Check it: thymus check " + file + "\n"), ran::toString);
        Workplace.Ran checked = run(
                "check",
                file.toString(),
                "--require",
                "proved",
                "--out",
                folder.resolve("kept").toString(),
                "--transactions",
                "500");
        assertEquals(0, checked.exitCode(), checked::toString);
    }

    @Test
    void aFileThatExistsStays() throws IOException {
        TinyContract.COUNTER.writeTo(folder.resolve("out"));
        Path file = Files.writeString(folder.resolve("C.inv"), "mine");
        Workplace.Ran ran = run("init", folder.toString(), "--transactions", "0");
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.says(file + " exists; name another file by --to, or replace it by --force"), ran::toString);
        assertEquals("mine", Files.readString(file));
        assertEquals(
                0,
                run("init", folder.toString(), "--transactions", "0", "--force").exitCode());
        assertTrue(Files.readString(file).contains("new C()"));
    }

    @Test
    void whatCannotBeDeployedIsSaid() throws IOException {
        TinyContract.REVERTING_CONSTRUCTOR.writeTo(folder.resolve("out"));
        Workplace.Ran ran = run("init", folder.toString());
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.says("no contract here could be deployed"), ran::toString);
        assertTrue(ran.says("Left out: C.sol:C: its constructor refuses the guessed arguments: "), ran::toString);
        assertFalse(Files.exists(folder.resolve("C.inv")));
    }

    @Test
    void aFolderWithoutContractsIsSaidToHaveNone() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Workplace.Ran ran = run("init", empty.toString());
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.says(empty + ": no compiled contract is here; compile first"), ran::toString);
    }

    @Test
    void aFolderThatIsNotThereIsNamedBeforeTheWork() throws IOException {
        TinyContract.COUNTER.writeTo(folder.resolve("out"));
        Path file = folder.resolve("nowhere/C.inv");
        Workplace.Ran ran = run("init", folder.toString(), "--to", file.toString());
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.says(file + ": there is no folder " + file.getParent()), ran::toString);
    }

    @Test
    void aContractThatIsNotThereIsNamed() throws IOException {
        TinyContract.COUNTER.writeTo(folder.resolve("out"));
        Workplace.Ran ran = run("init", folder.toString(), "--contract", "D");
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.says("--contract D: there is no compiled contract of that name"), ran::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"abi\": 7}",
                "{\"abi\": [{\"type\": \"function\", \"name\": \"f; actor x\"}]}",
                "{\"abi\": [{\"type\": \"constructor\", \"inputs\": [{\"name\": \"a\", \"type\": \"uint257\"}]}]}",
                "{\"abi\": [], \"bytecode\": {\"object\": \"0xzz\"}}",
                "{\"contracts\": {\"a\\\" b\": {\"C; actor x\": {\"abi\": [], \"evm\": {}}}}}"
            })
    void aHostileArtifactIsAClearError(String json) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out/C.sol"));
        Files.writeString(out.resolve("C.json"), json);
        Workplace.Ran ran = run("init", folder.toString());
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.err().startsWith("error: "), ran::toString);
        assertFalse(ran.says("internal error"), ran::toString);
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of(folder.resolve("out")),
                    files.filter(f -> !f.endsWith("log")).toList());
        }
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        Workplace.Ran ran = run("init", folder.resolve("nowhere").toString());
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.says("there is no such file or folder"), ran::toString);
    }
}
