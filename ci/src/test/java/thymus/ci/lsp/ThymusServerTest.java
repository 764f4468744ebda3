package thymus.ci.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import thymus.fixtures.Repository;

class ThymusServerTest {
    /** It logs what is wrong with messages at length. */
    private static final Logger PROTOCOL = Logger.getLogger("org.eclipse.lsp4j");

    private Editor editor;
    private String vault;

    @BeforeEach
    void start() throws Exception {
        editor = new Editor(Repository.vault().toUri().toString(), Optional.empty());
        vault = Files.readString(Repository.vault());
    }

    @AfterEach
    void stop() throws Exception {
        editor.close();
    }

    @Test
    void whatACheckAcceptsHasNoDiagnostics() throws Exception {
        assertEquals(List.of(), editor.open(vault));
        assertTrue(editor.end());
    }

    @Test
    void errorsAppearWhileTheTextIsWritten() throws Exception {
        editor.open(vault);
        List<Diagnostic> found = editor.change(vault.replace("vault.level() <=", "vault.levl() <="));
        assertEquals(1, found.size());
        Position begin = editor.at("vault.|levl");
        assertEquals(
                new Range(begin, new Position(begin.getLine(), begin.getCharacter() + 4)),
                found.getFirst().getRange());
        assertEquals(
                "contract Vault has no function 'levl'\ndid you mean 'level'?",
                found.getFirst().getMessage());
        assertEquals(List.of(), editor.change(vault));
    }

    /** An editor counts UTF-16 units, and the checker characters. */
    @Test
    void aPlaceBehindARareCharacterIsRight() throws Exception {
        List<Diagnostic> found = editor.open("/* \uD83D\uDD12 */ actor now;");
        assertEquals(
                new Range(new Position(0, 15), new Position(0, 18)),
                found.getFirst().getRange());
    }

    @Test
    void aTextThatIsInNoFileIsChecked() throws Exception {
        Editor other = new Editor("untitled:Untitled-1", Optional.empty());
        assertEquals(1, other.open("actor now;").size());
        other.close();
    }

    @Test
    void whatIsUnderThePointerIsExplained() throws Exception {
        editor.open(vault);
        assertEquals(
                "uint64 lastRefill, a variable of vault: slot 0, offset 16, 8 bytes\n"
                        + "lastRefill() view returns (uint64) of vault",
                editor.hover("vault.last|Refill() <= now"));
        assertEquals("contract Vault, deployed by setup as vault: address", editor.hover("va|ult.deposit(50"));
        assertEquals("actor alice: address, sends transactions", editor.hover("from a|lice"));
        assertEquals("1 hours = 3,600 seconds", editor.hover("last |1 hours"));
        assertEquals("flow out = vault.Withdrawn(user, amount) => amount", editor.hover("sum(o|ut, last W)"));
        assertTrue(editor.hover("msg.s|ender").contains("msg.sender (address)"));
        assertEquals("u: address", editor.hover("|u != offender"));
        assertEquals("", editor.hover("// ---- the b|ooks"));
    }

    @Test
    void definitionsLieInSolidityOrInTheFile() throws Exception {
        editor.open(vault);
        Path solidity = Repository.at("corpus/vault/Vault.sol");
        List<String> lines = Files.readAllLines(solidity);
        for (String piece :
                List.of("sum(vault.sha|res)", "on vault.With|drawn", "vault.migr|ate;", "\"Vault.so|l:Vault\"")) {
            List<? extends Location> found = editor.definition(piece);
            assertEquals(1, found.size(), piece);
            assertEquals(solidity.toUri().toString(), found.getFirst().getUri());
            Position place = found.getFirst().getRange().getStart();
            String word = piece.contains("\"") ? "Vault" : piece.replaceAll(".*vault\\.|[^A-Za-z]", "");
            assertTrue(lines.get(place.getLine()).startsWith(word, place.getCharacter()), piece + " at " + place);
        }
        assertEquals(
                new Range(editor.at("flow |out"), editor.at("flow out|")),
                editor.definition("sum(ou|t, last W)").getFirst().getRange());
    }

    @Test
    void membersAreCompletedWhileTheTextIsBroken() throws Exception {
        editor.open(vault);
        editor.change(vault + "\ninvariant x: vault.");
        List<String> members = editor.completion("x: vault.|");
        assertTrue(members.containsAll(List.of("lastRefill", "available", "Withdrawn", "withdraw")), members::toString);
        assertFalse(members.contains("token2"), members::toString);
        List<String> names = editor.completion("x: |vault.");
        assertTrue(names.containsAll(List.of("guardian", "vault", "out", "Vault", "sum", "now")), names::toString);
        assertTrue(names.containsAll(SourceWord.keywords()), names::toString);
    }

    @Test
    void aNameOfTheFileIsRenamedAndNoMember() throws Exception {
        String text = """
                contract Token = "Token.sol:Token";
                actor minter;
                setup { token = new Token() from minter; }
                invariant who: token.minter() == minter;
                """;
        assertEquals(List.of(), editor.open(text));
        List<TextEdit> edits = editor.rename("actor mi|nter", "owner")
                .getChanges()
                .values()
                .iterator()
                .next();
        assertEquals(3, edits.size());
        assertTrue(edits.stream().allMatch(e -> e.getNewText().equals("owner")));
        assertFalse(edits.stream().anyMatch(e -> e.getRange().getStart().equals(editor.at("token.|minter()"))));
    }

    @Test
    void aNameThatCannotBeIsRefused() throws Exception {
        editor.open(vault);
        for (String name : List.of("alice", "a b", "now", "sum", "forall", "")) {
            assertThrows(ExecutionException.class, () -> editor.rename("flow o|ut", name), name);
        }
        assertThrows(ExecutionException.class, () -> editor.rename("vault.lev|el()", "other"));
    }

    @Test
    void aTextIsLaidOutAsFmtDoes() throws Exception {
        editor.open("actor   alice ;\n");
        assertEquals("actor alice;\n", editor.formatting().getFirst().getNewText());
        editor.change("actor alice");
        assertEquals(List.of(), editor.formatting());
    }

    @Test
    void aHostileClientEndsNothing() throws Exception {
        PROTOCOL.setLevel(Level.OFF);
        editor.sendRaw("Content-Length: 5\r\n\r\n{\"a\":");
        editor.sendRaw("Content-Length: 9\r\n\r\n{\"id\":[]}");
        editor.sendRaw("Content-Length: 4000\r\n\r\n" + "[".repeat(4000));
        editor.sendRaw("Content-Length: abc\r\n\r\ngarbage\r\n\r\nContent-Length: -5\r\n\r\n");
        String unknown = "{\"jsonrpc\":\"2.0\",\"method\":\"no/method\",\"params\":{}}";
        editor.sendRaw("Content-Length: " + unknown.length() + "\r\n\r\n" + unknown);
        HoverParams nowhere = new HoverParams(new TextDocumentIdentifier("no:where"), new Position(-1, 1 << 30));
        assertEquals(null, Editor.wait(editor.server().getTextDocumentService().hover(nowhere)));
        assertEquals(1, editor.open("x ".repeat(1 << 20)).size(), "too large");
        assertEquals(1, editor.change("invariant x: " + "(".repeat(100_000)).size(), "nested too deep");
        assertEquals(
                1,
                editor.change("contract C = \"../../../etc/passwd\"; setup { c = new C(); }")
                        .size());
        assertEquals(List.of(), editor.change(vault));
    }
}
