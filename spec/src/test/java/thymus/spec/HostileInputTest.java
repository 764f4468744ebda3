package thymus.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.spec.check.SpecificationReader;

/** Whatever the bytes are, the answer is a specification or a message. */
class HostileInputTest {
    private static final List<String> TOKENS = Pattern.compile("\\w+|\\s+|[^\\w\\s]+")
            .matcher(Examples.VAULT)
            .results()
            .map(r -> r.group())
            .toList();

    @TempDir
    Path folder;

    private String refusal(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("x.inv"), bytes);
        return assertThrows(SpecException.class, () -> SpecificationReader.read(file, new TestContracts()))
                .getMessage()
                .replace(folder + "/", "");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        assertEquals(
                "x.inv: not UTF-8 text, the byte at offset 6 does not fit",
                refusal(new byte[] {'a', 'c', 't', 'o', 'r', ' ', (byte) 0xC3, '('}));
    }

    @Test
    void largeFilesAreRefused() throws IOException {
        assertEquals("x.inv: larger than 1 MB, which no specification needs", refusal(new byte[2 << 20]));
    }

    @Test
    void missingFilesAndFoldersAreRefused() {
        Path missing = folder.resolve("none.inv");
        SpecException none =
                assertThrows(SpecException.class, () -> SpecificationReader.read(missing, new TestContracts()));
        assertEquals(missing + ": no such file", none.getMessage());
        SpecException directory =
                assertThrows(SpecException.class, () -> SpecificationReader.read(folder, new TestContracts()));
        assertTrue(directory.getMessage().startsWith(folder + ": cannot be read"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        Path file = Files.writeString(folder.resolve("bom.inv"), "\uFEFFactor alice;");
        assertEquals(
                List.of("alice"),
                SpecificationReader.read(file, new TestContracts()).actors());
    }

    @Test
    void manyTokensAreReadInOnePass() {
        String text = "actor a; invariant x: " + "(true) && ".repeat(150) + "true;" + " // filler\n".repeat(50_000);
        assertEquals(
                1,
                SpecificationReader.read(text, "long.inv", new TestContracts())
                        .properties()
                        .size());
    }

    @Property(tries = 400)
    void damagedFilesAreReadOrRefused(@ForAll("damages") List<Damage> damages) {
        List<String> tokens = new ArrayList<>(TOKENS);
        damages.forEach(d -> d.apply(tokens));
        readOrRefuse(String.join("", tokens));
    }

    @Property(tries = 400)
    void tokensInAnyOrderAreReadOrRefused(@ForAll("soup") List<String> soup) {
        readOrRefuse(Examples.SYSTEM + "invariant x: " + String.join(" ", soup) + ";");
    }

    private static void readOrRefuse(String text) {
        try {
            SpecificationReader.read(text, "x.inv", new TestContracts());
        } catch (SpecException e) {
            assertTrue(e.getMessage().startsWith("x.inv:"), e.getMessage());
        }
    }

    record Damage(int kind, int at, int from) {
        void apply(List<String> tokens) {
            int place = at % tokens.size();
            String other = tokens.get(from % tokens.size());
            switch (kind) {
                case 0 -> tokens.remove(place);
                case 1 -> tokens.add(place, other);
                default -> tokens.set(place, other);
            }
        }
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        Arbitrary<Integer> place =
                Arbitraries.integers().between(0, 100_000).withDistribution(net.jqwik.api.RandomDistribution.uniform());
        return net.jqwik.api.Combinators.combine(Arbitraries.integers().between(0, 2), place, place)
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<String>> soup() {
        return Arbitraries.of(
                        "(",
                        ")",
                        "[",
                        "]",
                        ",",
                        ".",
                        "+",
                        "-",
                        "*",
                        "/",
                        "%",
                        "<",
                        "<=",
                        "==",
                        "!",
                        "&&",
                        "||",
                        "==>",
                        "?",
                        ":",
                        "**",
                        "1",
                        "0x12",
                        "10%",
                        "5 days",
                        "1e18",
                        "\"s\"",
                        "true",
                        "token",
                        "vault",
                        "limiter",
                        "alice",
                        "out",
                        "capacity",
                        "shares",
                        "state",
                        "sum",
                        "min",
                        "max",
                        "count",
                        "prev",
                        "can",
                        "abs",
                        "balance",
                        "address",
                        "bytes32",
                        "last",
                        "ever",
                        "by",
                        "forall",
                        "in",
                        "{",
                        "}",
                        "uint256",
                        "u",
                        "now",
                        "msg",
                        "sender",
                        "type",
                        "withdraw",
                        "paused",
                        "limits",
                        "series",
                        "accounts",
                        "fees",
                        "queue",
                        "length",
                        "bucket",
                        "tokens")
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
    }
}
