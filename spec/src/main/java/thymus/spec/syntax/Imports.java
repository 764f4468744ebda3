package thymus.spec.syntax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import thymus.spec.SpecificationError;
import thymus.spec.text.Span;

/**
 * A specification with the files that it imports, each once. An import stands for what its file declares. Files are
 * looked for inside of the project only: a specification may come from somebody else.
 */
public final class Imports {
    private static final int MOST_FILES = 100;
    private static final int LARGEST = 1 << 20;
    private static final Pattern FOREIGN =
            Pattern.compile("[/\\\\].*|[A-Za-z]:.*|.*[\\\\:\\p{Cntrl}].*", Pattern.DOTALL);

    private final Path root;
    private final Map<Path, Source> sources = new LinkedHashMap<>();
    private final List<Path> open = new ArrayList<>();
    private final List<InvParser.DeclarationContext> declarations = new ArrayList<>();
    private int size;

    private Imports(Path root) {
        this.root = root;
    }

    /**
     * What was read.
     *
     * @param source of the specification, which knows the lines of all files
     * @param declarations of all files, in the order in which they count
     * @param files the specification first
     */
    public record Read(Source source, List<InvParser.DeclarationContext> declarations, List<Path> files) {
        public Read {
            declarations = List.copyOf(declarations);
            files = List.copyOf(files);
        }
    }

    /** @throws thymus.spec.SpecException if a file cannot be read, or one does not follow the grammar */
    public static Read read(Path file) {
        return read(file, TextReader.read(file));
    }

    /**
     * As {@link #read(Path)}, with another text in place of the file's.
     *
     * @param source the text, such as one that is being edited
     */
    public static Read read(Path file, Source source) {
        Path absolute = file.toAbsolutePath().normalize();
        Imports imports = new Imports(ProjectRoot.of(absolute));
        imports.visit(absolute, source);
        return new Read(
                source.beside(imports.sources.values()), imports.declarations, List.copyOf(imports.sources.keySet()));
    }

    /** A text that comes from no file, and so imports none. */
    public static Read read(Source source) {
        List<InvParser.DeclarationContext> declarations =
                SyntaxReader.parse(source).declaration();
        for (InvParser.DeclarationContext declaration : declarations) {
            if (declaration instanceof InvParser.ImportDeclarationContext context) {
                throw source.ruleError(source.span(context), "a text that is no file imports nothing", "");
            }
        }
        return new Read(source, declarations, List.of());
    }

    private void visit(Path file, Source source) {
        sources.put(file, source);
        open.add(file);
        size += source.text().length();
        for (InvParser.DeclarationContext declaration :
                SyntaxReader.parse(source).declaration()) {
            if (declaration instanceof InvParser.ImportDeclarationContext context) {
                follow(context, file, source);
            } else {
                declarations.add(declaration);
            }
        }
        open.removeLast();
    }

    private void follow(InvParser.ImportDeclarationContext context, Path importing, Source source) {
        Span span = source.span(context.STRING().getSymbol());
        String quoted = context.STRING().getText();
        String text = quoted.substring(1, quoted.length() - 1);
        Path file = place(text, importing, source, span);
        if (open.contains(file)) {
            List<String> chain = new ArrayList<>(open.subList(open.indexOf(file), open.size()).stream()
                    .map(this::shown)
                    .toList());
            chain.add(shown(file));
            throw source.ruleError(
                    span,
                    "files import each other in a circle: " + String.join(" -> ", chain),
                    "move what both need to a file of its own");
        }
        if (sources.containsKey(file)) {
            return;
        }
        if (sources.size() == MOST_FILES) {
            throw source.ruleError(span, "a specification imports at most " + MOST_FILES + " files", "merge some");
        }
        Source imported = TextReader.read(file, shown(importing, text));
        if (size + imported.text().length() > LARGEST) {
            throw source.ruleError(span, "with this file the specification is larger than 1 MB", "import less");
        }
        visit(file, imported);
    }

    /** As messages name it: beside the importing file, as that was named. */
    private String shown(Path importing, String text) {
        Path folder = Path.of(sources.get(importing).file()).getParent();
        return (folder == null ? Path.of(text) : folder.resolve(text))
                .normalize()
                .toString();
    }

    private String shown(Path file) {
        return root.relativize(file).toString();
    }

    private Path place(String text, Path importing, Source source, Span span) {
        if (text.isBlank() || FOREIGN.matcher(text).matches()) {
            throw source.ruleError(
                    span,
                    "an import is a path from the file that imports, with / between folders",
                    "as in import \"common.inv\";");
        }
        if (!text.endsWith(".inv")) {
            throw source.ruleError(span, "an import names a .inv file", "");
        }
        try {
            Path file = importing.resolveSibling(text).normalize();
            if (!file.startsWith(root)) {
                throw outside(source, span, "");
            }
            if (!Files.isRegularFile(file)) {
                throw source.nameError(span, "there is no file \"" + text + "\" beside " + source.file(), "");
            }
            Path real = file.toRealPath();
            if (!real.startsWith(root.toRealPath())) {
                throw outside(source, span, " by a symbolic link");
            }
            // One file under two names would be declared twice.
            return sources.keySet().stream()
                    .filter(known -> isSame(known, real))
                    .findFirst()
                    .orElse(file);
        } catch (InvalidPathException | IOException e) {
            throw source.nameError(span, "there is no file \"" + text + "\" beside " + source.file(), "");
        }
    }

    private static boolean isSame(Path known, Path real) {
        try {
            return known.toRealPath().equals(real);
        } catch (IOException e) {
            return false;
        }
    }

    private SpecificationError outside(Source source, Span span, String how) {
        return source.ruleError(
                span,
                "the import leads out of the project" + how,
                "the project is the nearest folder around the specification with foundry.toml, hardhat.config or "
                        + ".git in"
                        + " it, or else the folder of the specification");
    }
}
