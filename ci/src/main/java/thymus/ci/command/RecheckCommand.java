package thymus.ci.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thymus.ci.CiException;
import thymus.ci.ExitCode;
import thymus.solver.SolverException;
import thymus.solver.registry.Solvers;
import thymus.solver.smt.ScriptSolver;
import thymus.solver.smt.UnreadableScriptException;
import thymus.spec.text.NumberText;
import thymus.spec.text.PrintableText;

@Command(
        name = "recheck",
        description = "Asks another solver, cvc5, about the queries that a check kept of its proofs.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 every query is unsatisfiable, as the proof says; 1 one is",
            "satisfiable, so the proof is wrong; 2 something cannot be read; 4 one was not",
            "decided."
        })
public final class RecheckCommand implements Callable<Integer> {
    /** The pattern of the comment that a query begins with. */
    private static final int MOST_LINES = 20;

    private static final Pattern PIECES = Pattern.compile("[0-9]+|[^0-9]+");

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Folders that a check left, such as .thymus/Vault/smt, or single .smt2 files.")
    private List<Path> paths;

    @Option(
            names = "--effort",
            paramLabel = "N",
            defaultValue = "" + Solvers.SCRIPT_EFFORT,
            description = "What cvc5 may spend on one query, in its resource units (default: ${DEFAULT-VALUE}).")
    private long effort;

    private final Console console;

    public RecheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (effort < 1) {
            throw new CiException.WrongInput("--effort " + effort + ": at least one unit is needed");
        }
        List<Path> files = files();
        ScriptSolver solver = Solvers.secondOpinion(effort);
        List<Path> undecided = new ArrayList<>();
        List<Path> wrong = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        try {
            console.out().println(solver.name() + ": " + NumberText.count(files.size(), "query", "queries"));
            for (Path file : files) {
                answer(solver, file, unreadable).ifPresent(answer -> {
                    tell(file, answer);
                    switch (answer) {
                        case UNSATISFIABLE -> {}
                        case SATISFIABLE -> wrong.add(file);
                        case UNDECIDED -> undecided.add(file);
                    }
                });
            }
        } catch (SolverException e) {
            throw new CiException.WrongInput(e.getMessage());
        }
        wrong.forEach(file -> tell("satisfiable, so what was proved with it does not follow", file));
        undecided.forEach(file -> tell("not decided within the effort", file));
        unreadable.forEach(message -> console.err().println("error: " + message));
        int confirmed = files.size() - wrong.size() - undecided.size() - unreadable.size();
        console.out()
                .println(confirmed + " of " + NumberText.count(files.size(), "query is", "queries are")
                        + " unsatisfiable"
                        + (confirmed == files.size() ? ", as the proof says" : "; the proof says that each is"));
        if (!wrong.isEmpty()) {
            return ExitCode.FALSIFIED.number();
        }
        if (!unreadable.isEmpty()) {
            return ExitCode.WRONG_INPUT.number();
        }
        return (undecided.isEmpty() ? ExitCode.OK : ExitCode.REQUIREMENT).number();
    }

    /** A script that cannot be read does not keep the others from their answers. */
    private static Optional<ScriptSolver.Answer> answer(ScriptSolver solver, Path file, List<String> unreadable) {
        try {
            return Optional.of(solver.answer(file));
        } catch (UnreadableScriptException e) {
            unreadable.add(e.getMessage());
            return Optional.empty();
        }
    }

    /** One line for each query: the answer, the file, and the first line of what it is about. */
    private void tell(Path file, ScriptSolver.Answer answer) {
        String word = switch (answer) {
            case UNSATISFIABLE -> "unsat  ";
            case SATISFIABLE -> "sat    ";
            case UNDECIDED -> "unknown";
        };
        String subject =
                subject(file).stream().findFirst().map(line -> "  " + line).orElse("");
        console.out().println(word + "  " + PrintableText.of(file.getFileName().toString()) + subject);
    }

    private void tell(String what, Path file) {
        console.out().println(PrintableText.of(file.toString()) + ": " + what);
        subject(file).forEach(line -> console.out().println("  " + line));
    }

    /** The comment at the beginning of a query says what it is about. The file may be anybody's. */
    private static List<String> subject(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.takeWhile(line -> line.startsWith(";"))
                    .limit(MOST_LINES)
                    .map(line -> PrintableText.of(line.substring(1).strip()))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** Numbers inside names count as numbers, so that {@code level-10} comes after {@code level-2}. */
    private static int byNumber(String one, String other) {
        List<MatchResult> left = PIECES.matcher(one).results().toList();
        List<MatchResult> right = PIECES.matcher(other).results().toList();
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            String a = left.get(i).group();
            String b = right.get(i).group();
            boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
            int order = numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
            if (order != 0) {
                return order;
            }
        }
        return left.size() != right.size() ? Integer.compare(left.size(), right.size()) : one.compareTo(other);
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new CiException.WrongInput(
                        path + " does not exist; name a folder that a check left, such as .thymus/Vault/smt");
            }
            try (Stream<Path> found = Files.walk(path)) {
                found.filter(f -> f.toString().endsWith(".smt2") && Files.isRegularFile(f))
                        .sorted(Comparator.comparing(Path::toString, RecheckCommand::byNumber))
                        .forEach(files::add);
            } catch (IOException e) {
                throw new CiException.WrongInput(path + " cannot be read: " + e.getMessage());
            }
        }
        if (files.isEmpty()) {
            throw new CiException.WrongInput("there is no .smt2 file in " + paths.getFirst()
                    + "; a check leaves those of its proofs in .thymus/NAME/smt");
        }
        return files;
    }
}
