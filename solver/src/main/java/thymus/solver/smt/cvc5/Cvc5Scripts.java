package thymus.solver.smt.cvc5;

import io.github.cvc5.Command;
import io.github.cvc5.InputParser;
import io.github.cvc5.Solver;
import io.github.cvc5.SymbolManager;
import io.github.cvc5.TermManager;
import io.github.cvc5.modes.InputLanguage;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import thymus.solver.SolverException;
import thymus.solver.smt.ScriptSolver;
import thymus.solver.smt.UnreadableScriptException;

/** cvc5 for scripts, with a fixed effort that is the same on every machine. */
public final class Cvc5Scripts implements ScriptSolver {
    /** The default effort in cvc5's resource units. The queries of the reference vault need less than a tenth. */
    public static final long USUAL_EFFORT = 3_000_000;

    private static final long MOST_BYTES = 64 << 20;
    /** The parser of cvc5 is recursive, and its native stack ends the whole process. Our queries have less than 100. */
    private static final int MOST_NESTING = 1_000;

    /** The allowed commands. A script may be hostile, and other commands of cvc5 write files. */
    private static final List<String> COMMANDS = List.of(
            "(set-logic ", "(set-info ", "(declare-fun ", "(declare-const ", "(define-fun ", "(assert ", "(check-sat");

    private final long effort;

    /** @param effort the limit for one script, in cvc5's resource units */
    public Cvc5Scripts(long effort) {
        this.effort = effort;
    }

    @Override
    public String name() {
        return Cvc5Native.name();
    }

    @Override
    public Answer answer(Path file) {
        String script = read(file);
        return Cvc5Native.call(() -> {
            try {
                return answer(run(script, file), file);
            } catch (SolverException e) {
                throw e;
            } catch (Exception e) { // the native code throws checked exceptions that its methods do not declare
                throw new UnreadableScriptException(file + " is not a script that cvc5 reads: "
                        + e.getMessage().strip() + "; give a folder that a check left, such as .thymus/Vault/smt");
            }
        });
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UnreadableScriptException(file + " has more than " + MOST_BYTES + " bytes");
            }
            String script = Files.readString(file);
            if (nesting(script) > MOST_NESTING) {
                throw new UnreadableScriptException(
                        file + " is nested more than " + MOST_NESTING + " levels deep, which no query of a proof is");
            }
            return script;
        } catch (CharacterCodingException e) {
            throw new UnreadableScriptException(file + " is not UTF-8 text, as every query of a proof is");
        } catch (IOException e) {
            throw new UnreadableScriptException(file + " cannot be read: " + e.getMessage());
        }
    }

    /** An upper bound of the nesting: parentheses in comments and quoted names count too. */
    private static int nesting(String script) {
        int depth = 0;
        int most = 0;
        for (int i = 0; i < script.length(); i++) {
            char c = script.charAt(i);
            if (c == '(') {
                most = Math.max(most, ++depth);
            } else if (c == ')') {
                depth--;
            }
        }
        return most;
    }

    private String run(String script, Path file) {
        TermManager terms = new TermManager();
        Solver solver = new Solver(terms);
        solver.setOption("rlimit-per", Long.toString(effort));
        SymbolManager symbols = new SymbolManager(terms);
        InputParser parser = new InputParser(solver, symbols);
        parser.setStringInput(InputLanguage.SMT_LIB_2_6, script, file.toString());
        StringBuilder output = new StringBuilder();
        for (Command command = parser.nextCommand(); !command.isNull(); command = parser.nextCommand()) {
            String text = command.toString();
            if (COMMANDS.stream().noneMatch(text::startsWith)) {
                throw new UnreadableScriptException(file + " holds the command "
                        + text.substring(0, Math.min(40, text.length())) + ", which no query of a proof has");
            }
            output.append(command.invoke(solver, symbols));
        }
        return output.toString().strip();
    }

    private static Answer answer(String output, Path file) {
        if (output.startsWith("unknown")) {
            return Answer.UNDECIDED;
        }
        return switch (output) {
            case "unsat" -> Answer.UNSATISFIABLE;
            case "sat" -> Answer.SATISFIABLE;
            default ->
                throw new UnreadableScriptException(
                        file + " does not ask once whether its assertions can hold: the answer was \"" + output + "\"");
        };
    }
}
