package thymus.ci.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import thymus.ci.ExitCode;
import thymus.ci.engine.SystemEngines;
import thymus.spec.syntax.Spelling;

/** The entry of the {@code thymus} command. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        boolean terminal = Boolean.getBoolean("thymus.terminal");
        Console console = new Console(System.out, System.err, terminal);
        System.exit(run(console, CrashLog.standard(), SystemEngines::new, args));
    }

    /** @return the exit code */
    public static int run(Console console, CrashLog log, EngineFactory workshop, String... args) {
        CommandLine command = new CommandLine(new ThymusCommand(), new CommandFactory(console, log, workshop))
                .setOut(new PrintWriter(console.out(), true, console.out().charset()))
                .setErr(new PrintWriter(console.err(), true, console.err().charset()))
                .setParameterExceptionHandler((wrong, given) -> usage(console.err(), wrong))
                .setExecutionExceptionHandler((fault, line, parsed) ->
                        Failures.explain(console, log, fault).number());
        OptionValues.teach(command);
        try {
            return command.execute(args);
        } catch (Throwable fault) { // errors such as StackOverflowError, which picocli lets pass
            return Failures.explain(console, log, fault).number();
        }
    }

    private static int usage(PrintStream err, CommandLine.ParameterException wrong) {
        err.println("error: " + message(wrong) + suggestion(wrong));
        err.println("See `" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help`.");
        return ExitCode.WRONG_INPUT.number();
    }

    private static String message(CommandLine.ParameterException wrong) {
        if (!(wrong instanceof CommandLine.UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
            return wrong.getMessage();
        }
        String argument = "'" + unmatched.getUnmatched().getFirst() + "'";
        return argument + (wrong.getCommandLine().getParent() == null ? " is no command" : " is one argument too many");
    }

    private static String suggestion(CommandLine.ParameterException wrong) {
        if (!(wrong instanceof CommandLine.UnmatchedArgumentException unmatched)) {
            return "";
        }
        CommandLine command = wrong.getCommandLine();
        List<String> known = new ArrayList<>(command.getSubcommands().keySet());
        known.addAll(command.getCommandSpec().optionsMap().keySet());
        String guess = Spelling.suggestion(unmatched.getUnmatched().getFirst(), known);
        return guess.isEmpty() ? "" : "; " + guess;
    }
}
