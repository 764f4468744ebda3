package thymus.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.ci.expected.ExpectedFile;
import thymus.contracts.artifact.ArtifactStore;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.spec.format.Formatter;
import thymus.spec.syntax.PropertyTexts;
import thymus.spec.syntax.Source;
import thymus.spec.syntax.TextReader;
import thymus.spec.tree.Property;

/** Each file is understood, and its expected verdicts name exactly its properties. */
@Tag("integration")
class SpecificationsAreReadTest {
    static List<Path> own() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("vault", "vault/broken", "bench", "transient")) {
            files.addAll(CorpusFiles.in(folder));
        }
        files.addAll(Defences.all());
        return files;
    }

    static List<Path> real() throws IOException {
        return CorpusFiles.in("real");
    }

    @ParameterizedTest
    @MethodSource("own")
    void everyPropertyHasAnExpectedVerdict(Path file) throws IOException {
        judge(file);
    }

    static List<Path> kinds() throws IOException {
        return Kinds.specifications();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyPropertyOfKindsHasATruth(Path file) throws IOException {
        judge(file, Truth.read(file).properties().keySet());
    }

    @ParameterizedTest
    @MethodSource("real")
    void everyPropertyOfRealContractsHasAnExpectedVerdict(Path file) throws IOException, InterruptedException {
        Packages.installReal();
        judge(file);
    }

    @ParameterizedTest
    @MethodSource({"own", "kinds", "real"})
    void formattingChangesNoMeaning(Path file) {
        Source source = TextReader.read(file);
        String formatted = Formatter.format(source);
        Source again = new Source(source.file(), formatted);
        assertEquals(formatted, Formatter.format(again));
        assertEquals(words(PropertyTexts.conditions(source)), words(PropertyTexts.conditions(again)));
    }

    private static Map<String, String> words(Map<String, String> conditions) {
        return conditions.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().replaceAll("\\s", "")));
    }

    private static void judge(Path file) throws IOException {
        judge(file, ExpectedFile.read(file).properties().keySet());
    }

    private static void judge(Path file, Set<String> expected) throws IOException {
        Specification specification = SpecificationReader.read(file, ArtifactStore.beside(file));
        Set<String> names =
                specification.properties().stream().map(Property::name).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(names, new TreeSet<>(expected));
    }
}
