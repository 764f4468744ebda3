package thymus.ci.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thymus.ci.CiException;
import thymus.ci.ExitCode;
import thymus.spec.SpecException;
import thymus.spec.format.Formatter;
import thymus.spec.syntax.Source;
import thymus.spec.syntax.TextReader;
import thymus.spec.text.NumberText;
import thymus.spec.text.PrintableText;

@Command(
        name = "fmt",
        description = "Lays specifications out: one statement a line, indented by two spaces, comments kept.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 every file is formatted now, or was with --check; 1 with --check,",
            "one is not; 2 one cannot be read or written, and the others are done."
        })
public final class FormatCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Specifications, or folders with all that are in them.")
    private List<Path> paths;

    @Option(names = "--check", description = "Change nothing; name the files that are not formatted.")
    private boolean check;

    private final Console console;

    public FormatCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Path> files = SpecificationFiles.all(paths);
        List<Path> changed = new ArrayList<>();
        int unreadable = 0;
        for (Path file : files) {
            try {
                if (format(file)) {
                    changed.add(file);
                }
            } catch (SpecException | CiException.WrongInput e) {
                console.err().println("error: " + e.getMessage());
                unreadable++;
            }
        }
        changed.forEach(file -> console.out().println(PrintableText.of(file.toString())));
        console.out()
                .println(NumberText.count(changed.size(), "file") + (check ? " to format" : " formatted") + " of "
                        + files.size());
        if (unreadable > 0) {
            return ExitCode.WRONG_INPUT.number();
        }
        return (check && !changed.isEmpty() ? ExitCode.FALSIFIED : ExitCode.OK).number();
    }

    /** Whether the file was not formatted yet. */
    private boolean format(Path file) {
        Source source = TextReader.read(file);
        String formatted = Formatter.format(source);
        if (formatted.equals(source.text())) {
            return false;
        }
        if (!check) {
            if (Files.isSymbolicLink(file)) {
                throw new CiException.WrongInput(
                        file + " is a symbolic link, which the formatted file would replace; name the file itself");
            }
            new OutputFile(file).write(formatted);
        }
        return true;
    }
}
