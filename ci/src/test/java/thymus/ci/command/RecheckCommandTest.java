package thymus.ci.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("integration")
class RecheckCommandTest {
    private static final String BELOW_ZERO =
            "; invariant level: vault.pay(uint256)\n; unsat: it holds\n(declare-fun x () Int)\n(assert (< x 0))\n";

    @TempDir
    private Path folder;

    private Workplace.Ran recheck(String name, String script) throws IOException {
        Path file = Files.createDirectories(folder.resolve("smt")).resolve(name);
        Files.writeString(file, script);
        return new Workplace(folder).run("recheck", folder.resolve("smt").toString());
    }

    @Test
    void whatIsUnsatisfiableIsConfirmed() throws IOException {
        Workplace.Ran ran = recheck("level-1.smt2", BELOW_ZERO + "(assert (> x 0))\n(check-sat)\n");
        assertEquals(0, ran.exitCode(), ran::toString);
        assertTrue(ran.says("unsat    level-1.smt2  invariant level: vault.pay(uint256)\n"), ran::toString);
        assertTrue(ran.says("1 of 1 query is unsatisfiable, as the proof says"), ran::toString);
    }

    @Test
    void queriesAreAnsweredInTheOrderOfTheirNumbers() throws IOException {
        recheck("level-10.smt2", BELOW_ZERO + "(assert (> x 0))\n(check-sat)\n");
        Workplace.Ran ran = recheck("level-2.smt2", BELOW_ZERO + "(assert (> x 0))\n(check-sat)\n");
        assertTrue(ran.out().indexOf("level-2.smt2") < ran.out().indexOf("level-10.smt2"), ran::toString);
    }

    @Test
    void whatIsSatisfiableShowsThatAProofIsWrong() throws IOException {
        recheck("level-1.smt2", BELOW_ZERO + "(assert (> x 0))\n(check-sat)\n");
        Workplace.Ran ran = recheck("level-2.smt2", BELOW_ZERO + "(check-sat)\n");
        assertEquals(1, ran.exitCode(), ran::toString);
        assertTrue(ran.says("level-2.smt2: satisfiable"), ran::toString);
        assertTrue(ran.says("sat      level-2.smt2  invariant level: vault.pay(uint256)\n"), ran::toString);
        assertTrue(ran.says("  unsat: it holds\n"), ran::toString);
        assertTrue(ran.says("1 of 2 queries are unsatisfiable; the proof says that each is"), ran::toString);
    }

    @Test
    void whatTheEffortDoesNotDecideIsSaid() throws IOException {
        recheck(
                "hard-1.smt2",
                "(declare-fun x () Int)\n(declare-fun y () Int)\n(declare-fun z () Int)\n"
                        + "(assert (and (> x 1) (> y 1) (> z 1) (= (* x x x x x) (+ (* y y y y y) (* z z z z z)))))\n"
                        + "(check-sat)\n");
        Workplace.Ran ran = new Workplace(folder)
                .run("recheck", "--effort", "2000", folder.resolve("smt").toString());
        assertEquals(4, ran.exitCode(), ran::toString);
        assertTrue(ran.says("hard-1.smt2: not decided within the effort"), ran::toString);
    }

    @Test
    void aFileThatIsNoTextIsSaidToBeNone() throws IOException {
        Path smt = Files.createDirectories(folder.resolve("smt"));
        Files.write(smt.resolve("p.smt2"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Workplace.Ran ran = new Workplace(folder).run("recheck", smt.toString());
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.says("p.smt2 is not UTF-8 text, as every query of a proof is"), ran::toString);
    }

    @Test
    void anEffortOfNothingIsRefused() throws IOException {
        Path folder = Files.createDirectories(this.folder.resolve("smt"));
        // cvc5 takes 0 for no limit.
        for (String effort : List.of("0", "-1")) {
            Workplace.Ran ran = new Workplace(folder).run("recheck", "--effort=" + effort, folder.toString());
            assertEquals(2, ran.exitCode(), ran::toString);
            assertTrue(ran.says("--effort " + effort + ": at least one unit is needed"), ran::toString);
        }
    }

    @Test
    void aFileThatIsNoScriptIsWrongInput() throws IOException {
        Workplace.Ran ran = recheck("level-1.smt2", "(assert (< x 0))\n(check-sat)\n");
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.says("level-1.smt2 is not a script that cvc5 reads"), ran::toString);
    }

    @Test
    void aFileThatIsNoScriptDoesNotHideTheOthers() throws IOException {
        recheck("level-1.smt2", "(assert (");
        Workplace.Ran ran = recheck("level-2.smt2", BELOW_ZERO + "(assert (> x 0))\n(check-sat)\n");
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.says("unsat    level-2.smt2"), ran::toString);
        assertTrue(ran.says("1 of 2 queries are unsatisfiable; the proof says that each is"), ran::toString);
    }

    @Test
    void nestingThatWouldEndTheProcessIsRefused() throws IOException {
        String deep = "(assert " + "(not ".repeat(200_000) + "true" + ")".repeat(200_001) + "\n(check-sat)\n";
        Workplace.Ran ran = recheck("level-1.smt2", deep);
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.says("is nested more than 1000 levels deep"), ran::toString);
    }

    @Test
    void aScriptCannotWriteFiles() throws IOException {
        Path written = folder.resolve("written");
        Workplace.Ran ran = recheck(
                "level-1.smt2",
                "(set-option :regular-output-channel \"" + written + "\")\n(set-logic ALL)\n(check-sat)\n");
        assertEquals(2, ran.exitCode(), ran::toString);
        assertFalse(Files.exists(written));
    }

    @Test
    void aCommentCannotDriveTheTerminal() throws IOException {
        Workplace.Ran ran = recheck("level-1.smt2", "; \u001b[2J\u202eproved\n" + BELOW_ZERO + "(check-sat)\n");
        assertEquals(1, ran.exitCode(), ran::toString);
        assertTrue(ran.says("\\u{1b}[2J\\u{202e}proved"), ran::toString);
        assertFalse(ran.says("\u001b"), ran::toString);
    }

    @Test
    void aScriptThatAsksNothingIsWrongInput() throws IOException {
        assertEquals(2, recheck("level-1.smt2", BELOW_ZERO).exitCode());
    }

    @Test
    void aFolderWithoutQueriesIsWrongInput() {
        Workplace.Ran ran = new Workplace(folder).run("recheck", folder.toString());
        assertEquals(2, ran.exitCode(), ran::toString);
        assertTrue(ran.says("there is no .smt2 file"), ran::toString);
    }
}
