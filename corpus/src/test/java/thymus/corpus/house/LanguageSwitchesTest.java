package thymus.corpus.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thymus.fixtures.Repository;

/** The compiler shows every place that has to decide about a new construct of the language. */
@Tag("integration")
class LanguageSwitchesTest {
    private static final Path ROOT = Repository.root();

    /** A sealed type of the language, or an enumeration of its operators and the like. */
    private static boolean isOfTheLanguage(TypeElement type) {
        return type.getQualifiedName().toString().startsWith("thymus.spec.")
                && (type.getModifiers().contains(Modifier.SEALED) || type.getKind() == ElementKind.ENUM);
    }

    private static List<CatchAlls.Found> catchAlls(MainSources sources) {
        MainSources.Analysis analysis = sources.analyze();
        assertEquals(List.of(), analysis.errors());
        List<CatchAlls.Found> found = new ArrayList<>();
        analysis.units()
                .forEach(u -> CatchAlls.find(u, analysis.trees(), LanguageSwitchesTest::isOfTheLanguage, found));
        return found;
    }

    @Test
    void noSwitchOverTheLanguageHasABranchForTheRest() throws IOException {
        MainSources sources = MainSources.containing(ROOT, "switch (");
        assertTrue(sources.size() > 100, "files with a switch: " + sources.size());
        assertEquals(List.of(), catchAlls(sources));
    }

    @ParameterizedTest
    @CsvSource({"default -> false", "case Expr rest -> false", "case Expr _ -> false"})
    void aBranchForTheRestIsFound(String branch) throws IOException {
        MainSources sources = MainSources.containing(ROOT, "Expr")
                .with("solver/proof/Triggers.java", text -> text.replaceAll("case Expr.Leaf _[^>]*-> false", branch));
        assertEquals(
                List.of("Triggers.java Expr"),
                catchAlls(sources).stream().map(f -> f.file() + " " + f.type()).toList());
    }

    /** The files that do not compile while they say nothing of a new kind of expression in this group. */
    @ParameterizedTest
    @CsvSource({
        "Expr, EnvelopeChecker Evaluator Explanation FailedState LastJudgement LemmaBounds LimitMonitor"
                + " LinearForm MentionedContracts MomentChecker NameChecker PastGhosts Polarity Precedence Printer"
                + " PropertyChecker SetupArguments Translation Triggers UnseenFlows WindowLemmas Windows",
        "Constant, Evaluator NameChecker Printer SetupArguments Translation",
        "Leaf, Evaluator LastJudgement NameChecker PastGhosts Printer SetupArguments Translation UnseenFlows"
                + " Windows",
        "StateRead, Evaluator FailedState MentionedContracts Printer StateReads",
        "Temporal, Evaluator LimitMonitor PastGhosts Printer Translation",
        "Quantified, EnvelopeChecker Evaluator Explanation Polarity Precedence Printer PropertyChecker Translation",
        "Compound, Evaluator LemmaBounds Polarity Precedence Printer SetupArguments Translation WindowLemmas",
    })
    void aNewKindOfExpressionFailsTheBuildWhereThereIsADecision(String group, String files) throws IOException {
        String probe = "record Probe(Span span) implements " + group
                + "{ public Type type() { return Type.INTEGER; } public List<Expr> parts() { return List.of(); }"
                + " public String word() { return null; }"
                + " public java.util.Optional<Expr> length() { return null; } }";
        MainSources sources = MainSources.containing(ROOT, "Expr")
                .with("spec/tree/Expr.java", text -> text.replaceFirst("\\}\\s*$", probe + " }"));
        Set<String> failing = sources.analyze().errors().stream()
                .map(e -> {
                    assertTrue(
                            e.getCode().endsWith("not.exhaustive")
                                    || e.getCode().endsWith("not.exhaustive.statement"),
                            e::toString);
                    return e.getSource().getName().replaceAll(".*[/\\\\]|\\.java", "");
                })
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(files, String.join(" ", failing));
    }
}
