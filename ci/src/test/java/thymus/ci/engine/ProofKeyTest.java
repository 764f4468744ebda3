package thymus.ci.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.ci.command.TinyContract;
import thymus.system.execution.DeployedSystem;

class ProofKeyTest {
    private static final String FILE = """
            contract C = "C.sol:C";
            actor alice, bob;
            setup { c = new C() from alice; }
            flow used = ok(c.poke) => 1;
            invariant small: c.count < 9;
            """;
    private static final String BUILD = "one";

    @TempDir
    private Path folder;

    @Test
    void commentsAndOtherPropertiesDoNotMatter() throws Exception {
        String more = "// A comment.\n" + FILE.replace("setup", "\n\nsetup") + "invariant other: c.count >= 0;";
        assertEquals(key(FILE, TinyContract.COUNTER), key(more, TinyContract.COUNTER));
    }

    @Test
    void whatAProofDependsOnMatters() throws Exception {
        String key = key(FILE, TinyContract.COUNTER);
        List<String> changed = List.of(
                FILE.replace("< 9", "< 8"),
                FILE.replace("< 9", "<= 9"),
                FILE.replace("invariant small", "invariant tiny"),
                FILE.replace("from alice", "from bob"),
                FILE.replace("=> 1", "=> 2"),
                FILE.replace("alice, bob", "alice, bob, carol"),
                FILE.replace("{ c =", "{ start time 1_800_000_000; c ="),
                FILE + "adversary { trusts bob; }",
                FILE + "adversary { time until 4_000_000_000; }");
        for (String text : changed) {
            assertNotEquals(key, key(text, TinyContract.COUNTER), text);
        }
        assertNotEquals(key, key(FILE, TinyContract.REVERTING_VIEW), "other code");
        assertNotEquals(key, keyOf(deploy(FILE, TinyContract.COUNTER), "two"), "another Thymus");
    }

    @Test
    void theCodeOfAProxyMatters() throws Exception {
        String text = FILE.replace("actor", "contract P = \"P.sol:P\";\nactor").replace("new C()", "new P() as C");
        writeProxy(TinyContract.COUNTER);
        String key = key(text, TinyContract.COUNTER);
        writeProxy(TinyContract.REVERTING_VIEW);
        assertNotEquals(key, key(text, TinyContract.COUNTER));
    }

    private void writeProxy(TinyContract code) throws IOException {
        Path out = folder.resolve("out");
        code.writeTo(out);
        Files.createDirectories(out.resolve("P.sol"));
        Files.move(out.resolve("C.sol/C.json"), out.resolve("P.sol/P.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private String key(String text, TinyContract contract) throws IOException {
        return keyOf(deploy(text, contract), BUILD);
    }

    private static String keyOf(DeployedSystem system, String build) {
        return ProofKey.of(system, build)
                .orElseThrow()
                .of(system.specification().properties().getFirst());
    }

    private DeployedSystem deploy(String text, TinyContract contract) throws IOException {
        contract.writeTo(folder.resolve("out"));
        Path file = Files.writeString(folder.resolve("C.inv"), text);
        return CheckTarget.read(file, Optional.of(folder.resolve("out"))).deploy();
    }
}
