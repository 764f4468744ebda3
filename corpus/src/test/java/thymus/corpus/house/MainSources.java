package thymus.corpus.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The main sources of the product, as the compiler reads them. */
final class MainSources {
    private final List<Source> sources;

    private MainSources(List<Source> sources) {
        this.sources = sources;
    }

    /** A file, possibly with other content than it has on disk. */
    private static final class Source extends SimpleJavaFileObject {
        private final Path path;
        private final String text;

        Source(Path path, String text) {
            super(path.toUri(), Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** What the compiler found out. */
    record Analysis(List<CompilationUnitTree> units, Trees trees, List<Diagnostic<? extends JavaFileObject>> errors) {}

    /** The files of all modules that contain the text. */
    static MainSources containing(Path root, String text) throws IOException {
        List<Source> found = new ArrayList<>();
        for (Path folder : folders(root)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    String content = Files.readString(file);
                    if (content.contains(text)) {
                        found.add(new Source(file, content));
                    }
                }
            }
        }
        return new MainSources(found);
    }

    /** A module lies in the root, or in a module there. */
    private static List<Path> folders(Path root) throws IOException {
        try (Stream<Path> folders = Files.walk(root, 2)) {
            return folders.map(f -> f.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }

    int size() {
        return sources.size();
    }

    /** The same sources with one file changed. */
    MainSources with(String file, UnaryOperator<String> change) {
        return new MainSources(sources.stream()
                .map(s -> s.path.endsWith(file) ? new Source(s.path, change.apply(s.text)) : s)
                .toList());
    }

    /** Checks the sources as a build does; what they use beside them comes from the class path. */
    Analysis analyze() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    found,
                    List.of(
                            "-proc:none",
                            "-Xmaxerrs",
                            "1000",
                            // Finds what is missing in every file, not only in the first.
                            "-XDshould-stop.ifError=FLOW",
                            "-classpath",
                            System.getProperty("java.class.path")),
                    null,
                    sources);
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            return new Analysis(
                    units,
                    Trees.instance(task),
                    found.getDiagnostics().stream()
                            .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
