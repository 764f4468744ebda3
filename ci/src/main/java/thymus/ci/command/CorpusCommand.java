package thymus.ci.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thymus.ci.CiException;
import thymus.ci.ExitCode;
import thymus.ci.engine.CheckTarget;
import thymus.ci.engine.CorpusFolder;
import thymus.fuzz.system.CorpusReduction;
import thymus.spec.text.NumberText;
import thymus.spec.text.PrintableText;
import thymus.system.execution.Step;
import thymus.system.replay.CorpusEntry;

@Command(
        name = "corpus",
        description = "Looks at the sequences that `thymus check --corpus` keeps, and merges them.",
        mixinStandardHelpOptions = true)
public final class CorpusCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Console console;

    public CorpusCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to do: show or merge");
    }

    private CorpusFolder open(Path folder, CheckTarget target) {
        if (!Files.isDirectory(folder)) {
            throw new CiException.WrongInput(folder + ": there is no such folder; `thymus check --corpus` makes one");
        }
        return CorpusFolder.open(folder, target.deploy(), note -> console.err().println("warning: " + note));
    }

    private static CheckTarget target(Path specification, Path artifacts) {
        return CheckTarget.read(specification, Optional.ofNullable(artifacts));
    }

    @Command(
            name = "show",
            description = "Lists the entries with what they reach, or with their steps if some are named.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "FILE.inv", description = "The specification.") Path specification,
            @Parameters(paramLabel = "DIR", description = "The folder of the corpus.") Path folder,
            @Parameters(paramLabel = "ENTRY", arity = "0..*", description = "Files in it, whose steps are printed.")
                    List<String> names,
            @Option(names = "--artifacts", paramLabel = "DIR", description = "The compiled contracts.")
                    Path artifacts) {
        CheckTarget target = target(specification, artifacts);
        CorpusFolder corpus = open(folder, target);
        if (names != null) {
            names.forEach(name -> show(corpus, folder.resolve(name)));
            return ExitCode.OK.number();
        }
        for (CorpusReduction.Reach reach : CorpusReduction.of(target.deploy(), corpus.sequences())) {
            CorpusFolder.Kept kept = corpus.kept().get(reach.index());
            console.out()
                    .println(PrintableText.of(kept.file().getFileName().toString()) + "  "
                            + NumberText.count(kept.steps().size(), "step") + ", "
                            + NumberText.count(reach.coverage(), "coverage point") + ", "
                            + NumberText.prose(reach.news()) + " of them new");
        }
        console.out().println(NumberText.count(corpus.kept().size(), "entry", "entries"));
        return ExitCode.OK.number();
    }

    private void show(CorpusFolder corpus, Path file) {
        CorpusEntry entry = corpus.kept().stream()
                .filter(kept -> kept.file().equals(file))
                .map(CorpusFolder.Kept::entry)
                .findFirst()
                .orElseThrow(() -> new CiException.WrongInput(
                        file + ": no entry of this corpus; `thymus corpus show` lists them"));
        console.out().println(PrintableText.of(file.getFileName().toString()));
        List<String> lines = entry.lines();
        for (int i = 0; i < lines.size(); i++) {
            console.out().println("  " + (i + 1) + ". " + lines.get(i));
        }
    }

    @Command(
            name = "merge",
            description = "Takes the entries of further folders into the first, and keeps there only those that reach"
                    + " what no shorter one does.",
            mixinStandardHelpOptions = true)
    int merge(
            @Parameters(paramLabel = "FILE.inv", description = "The specification.") Path specification,
            @Parameters(paramLabel = "DIR", description = "The folder that is written.") Path folder,
            @Parameters(paramLabel = "MORE", arity = "0..*", description = "Folders that are read only.")
                    List<Path> more,
            @Option(names = "--artifacts", paramLabel = "DIR", description = "The compiled contracts.")
                    Path artifacts) {
        CheckTarget target = target(specification, artifacts);
        CorpusFolder own = open(folder, target);
        List<CorpusFolder.Kept> entries = new ArrayList<>(own.kept());
        for (Path other : more == null ? List.<Path>of() : more) {
            entries.addAll(open(other, target).kept());
        }
        List<List<Step>> sequences =
                entries.stream().map(CorpusFolder.Kept::steps).toList();
        List<CorpusEntry> kept = CorpusReduction.of(target.deploy(), sequences).stream()
                .filter(reach -> reach.news() > 0)
                .map(reach -> entries.get(reach.index()).entry())
                .toList();
        // What is kept is there before anything goes.
        kept.forEach(entry -> entry.write(folder));
        List<String> names = kept.stream().map(CorpusEntry::name).toList();
        own.kept().stream()
                .map(CorpusFolder.Kept::file)
                .filter(file -> !names.contains(file.getFileName().toString()))
                .forEach(CorpusCommand::remove);
        console.out()
                .println(NumberText.prose(kept.size()) + " of " + NumberText.count(entries.size(), "entry", "entries")
                        + " kept");
        return ExitCode.OK.number();
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CiException.WrongInput(file + ": cannot be removed: " + FileTrouble.reason(e), e);
        }
    }
}
