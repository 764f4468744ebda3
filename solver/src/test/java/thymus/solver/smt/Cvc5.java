package thymus.solver.smt;

import io.github.cvc5.CVC5ApiException;
import io.github.cvc5.Command;
import io.github.cvc5.Context;
import io.github.cvc5.InputParser;
import io.github.cvc5.Solver;
import io.github.cvc5.SymbolManager;
import io.github.cvc5.TermManager;
import io.github.cvc5.modes.InputLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks cvc5 about an SMT-LIB file: a solver that shares no code with the one that found the proof. */
public final class Cvc5 {
    /** The same on every machine, unlike seconds; the vault's queries need less than a tenth. */
    private static final String EFFORT = "3000000";

    private Cvc5() {}

    /**
     * @return {@code unsat}, {@code sat}, or {@code unknown} where the effort was not enough
     * @throws AssertionError if the file is not SMT-LIB as cvc5 reads it
     */
    public static String answer(Path file) throws IOException {
        try {
            TermManager terms = new TermManager();
            Solver solver = new Solver(terms);
            solver.setOption("rlimit-per", EFFORT);
            SymbolManager symbols = new SymbolManager(terms);
            InputParser parser = new InputParser(solver, symbols);
            parser.setStringInput(InputLanguage.SMT_LIB_2_6, Files.readString(file), file.toString());
            StringBuilder output = new StringBuilder();
            for (Command command = parser.nextCommand(); !command.isNull(); command = parser.nextCommand()) {
                output.append(command.invoke(solver, symbols));
            }
            return output.toString().strip();
        } catch (CVC5ApiException e) {
            throw new AssertionError(file + " is not read by cvc5: " + e.getMessage(), e);
        } finally {
            Context.deletePointers();
        }
    }
}
