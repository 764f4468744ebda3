package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thymus.fixtures.Repository;

/** The sources that are committed are what the command writes; tests of the corpus compile, prove and fuzz them. */
class GuardCommandTest {
    private static final Path COIN = Repository.at("corpus/immune/guard/Coin.inv");
    private static final Path CORNERS = Repository.at("corpus/soundness/guards");

    @TempDir
    private Path folder;

    private Workplace.Ran guard(String... options) {
        String[] all = new String[options.length + 1];
        all[0] = "guard";
        System.arraycopy(options, 0, all, 1, options.length);
        return new Workplace(folder).run(all);
    }

    /** A file of its own beside the contracts of the corners. */
    private Workplace.Ran guardOf(String properties, String... options) throws IOException {
        Path file = folder.resolve("Some.inv");
        Files.writeString(file, """
                contract Ledger = "Ledger.sol:Ledger";
                contract Corners = "Corners.sol:Corners";
                actor alice;
                setup {
                  ledger = new Ledger() from alice;
                  corners = new Corners() from alice;
                }
                """ + properties);
        String[] all = new String[options.length + 3];
        all[0] = file.toString();
        all[1] = "--artifacts";
        all[2] = CORNERS.resolve("artifacts").toString();
        System.arraycopy(options, 0, all, 3, options.length);
        return guard(all);
    }

    private String written() throws IOException {
        return Files.readString(folder.resolve("SomeGuard.sol"));
    }

    /** -Dgolden.write=true renews the sources; then compile the corpus again. */
    @ParameterizedTest
    @CsvSource({
        "immune/guard/Savings.inv, immune/guard, 0",
        "immune/guard/Coin.inv, immune/guard, 0",
        "immune/guard/Tap.inv, immune/guard, 0",
        "soundness/guards/lib/Corners.inv, soundness/guards, 0",
        "soundness/guards/lib/Ledger.inv, soundness/guards, 4"
    })
    void theCommittedSourceIsWhatIsWritten(String file, String place, int exitCode) throws IOException {
        Path specification = Repository.at("corpus").resolve(file);
        String name = specification.getFileName().toString().replace(".inv", "Guard.sol");
        Path golden = Repository.at("corpus").resolve(place).resolve(name);
        Path to = folder.resolve(name);
        Path artifacts = Repository.at("corpus").resolve(place).resolve("artifacts");
        Workplace.Ran ran = guard(specification.toString(), "--to", to.toString(), "--artifacts", artifacts.toString());
        assertEquals(exitCode, ran.exitCode(), ran::toString);
        if (Boolean.getBoolean("golden.write")) {
            Files.copy(to, golden, StandardCopyOption.REPLACE_EXISTING);
        }
        assertEquals(Files.readString(golden), Files.readString(to));
    }

    @Test
    void whatIsNotEnforcedIsNamedWithItsLineAndReason() throws IOException {
        Workplace.Ran ran = guardOf("""
                invariant kept: ledger.cap() < 10;
                invariant unread: ledger.hidden == 0;
                lemma helps: ledger.cap() < 20;
                """);
        assertEquals(4, ran.exitCode(), ran::toString);
        String line = "invariant unread, line 9: ledger.hidden has no getter; make it public, or read a view";
        assertTrue(ran.says("  " + line), ran::toString);
        assertFalse(ran.says("helps"), ran::toString);
        assertTrue(written().contains("//   " + line + "\n"), written());
    }

    @Test
    void nothingIsWrittenWhereNothingIsEnforced() throws IOException {
        Workplace.Ran ran = guardOf("invariant unread: ledger.hidden == 0;");
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.says("can be enforced by ledger"), ran::toString);
        assertFalse(Files.exists(folder.resolve("SomeGuard.sol")));
    }

    @Test
    void whichContractIsGuardedIsAskedWhereSeveralCanBeMeant() throws IOException {
        String both = "rule a: on ok(corners.share(x, _)): x > 1; rule b: on ok(ledger.setCap(x)): x > 1;";
        Workplace.Ran ran = guardOf(both);
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.says("name the one to guard by --contract: ledger, corners"), ran::toString);
        assertEquals(4, guardOf(both, "--contract", "corners").exitCode());
        assertTrue(guardOf(both, "--contract", "corner").says("did you mean 'corners'?"));
    }

    @Test
    void aFileThatExistsIsKept() throws IOException {
        String cap = "invariant kept: ledger.cap() < 10;";
        assertEquals(0, guardOf(cap).exitCode());
        assertTrue(guardOf(cap).says("exists; name another file by --to, or replace it by --force"));
        assertEquals(0, guardOf(cap, "--force").exitCode());
    }

    /** An exact bound on the least over-approximation: a window of W touches (W - 1) / slot + 1 slots, rounded up. */
    @Test
    void moreBucketsCountLessBeyondTheWindow() {
        Path to = folder.resolve("Coin.sol");
        assertEquals(
                0,
                guard(COIN.toString(), "--to", to.toString(), "--buckets", "8").exitCode());
        assertTrue(text(to).contains("_guardAdd8(guardDaily, block.timestamp / 12_343, amount)"), text(to));
        assertEquals(
                2,
                guard(COIN.toString(), "--to", to.toString(), "--buckets", "9").exitCode());
    }

    @Test
    void aSumThatIsWantedIsNoLimit() throws IOException {
        Workplace.Ran ran = guardOf("""
                flow moved = ledger.Moved(_, amount, _) => amount;
                limit most: sum(moved, last 1 hours) <= 5;
                limit least: !(sum(moved, last 1 hours) <= 5);
                limit exactly: sum(moved, last 1 hours) == 5;
                limit product: 2 * sum(moved, ever) <= 5 && -1 * sum(moved, ever) <= 5;
                """);
        assertEquals(4, ran.exitCode(), ran::toString);
        for (String name : new String[] {"least", "exactly", "product"}) {
            assertTrue(ran.says("limit " + name + ", line "), ran::toString);
        }
        assertTrue(ran.says("it asks for more of moved than that it stays below a bound"), ran::toString);
    }

    /** Other accounts' bounds may have changed since; only a constant cannot. */
    @Test
    void aLimitOfEachAccountHasAConstantBound() throws IOException {
        Workplace.Ran ran = guardOf("""
                flow moved = ledger.Moved(user, amount, _) => amount by user;
                limit each: forall address u: sum(moved by u, last 1 hours) <= 5;
                limit state: forall address u: sum(moved by u, last 1 hours) <= ledger.cap();
                limit all: forall address u: sum(moved by u, last 1 hours) + sum(moved, last 1 hours) <= 5;
                """);
        assertEquals(4, ran.exitCode(), ran::toString);
        assertTrue(ran.says("It enforces 1 property: each."), ran::toString);
    }

    /** A name of a file may hold anything, and a comment ends with its line. */
    @Test
    void theNameOfTheFileIsNoCode() throws IOException {
        Path file = folder.resolve("7 b\u00f6se\u202e\nselfdestruct(x);.inv");
        Files.copy(COIN, file);
        Files.createDirectories(folder.resolve("lib"));
        Files.copy(COIN.resolveSibling("lib/coin.inv"), folder.resolve("lib/coin.inv"));
        Path to = folder.resolve("Coin.sol");
        String artifacts = COIN.resolveSibling("artifacts").toString();
        Workplace.Ran ran = guard(file.toString(), "--artifacts", artifacts, "--to", to.toString());
        assertEquals(0, ran.exitCode(), ran::toString);
        assertTrue(text(to).contains("from 7 b\u00f6se\\u{202e}\\u{a}selfdestruct(x);.inv."), text(to));
        assertTrue(text(to).contains("abstract contract _7_b_se__selfdestruct_x__Guard {"), text(to));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
