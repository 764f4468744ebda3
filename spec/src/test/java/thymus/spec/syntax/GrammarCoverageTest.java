package thymus.spec.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.junit.jupiter.api.Test;
import thymus.spec.Examples;
import thymus.spec.GoldenCase;
import thymus.spec.SyntaxError;

/** No alternative of the grammar is without a file that uses it. */
class GrammarCoverageTest {
    @Test
    void everyAlternativeIsExercised() {
        Set<String> missing = new TreeSet<>();
        for (Class<?> nested : InvParser.class.getDeclaredClasses()) {
            boolean alternative = ParserRuleContext.class.isAssignableFrom(nested);
            boolean general =
                    Stream.of(InvParser.class.getDeclaredClasses()).anyMatch(c -> c.getSuperclass() == nested);
            if (alternative && !general) {
                missing.add(nested.getSimpleName());
            }
        }
        texts().forEach(text -> exercise(text, missing));
        assertEquals(Set.of(), missing);
    }

    private static Stream<String> texts() {
        return Stream.concat(
                Stream.of(Examples.VAULT, Examples.SYSTEM),
                GoldenCase.all().stream().map(GoldenCase::text));
    }

    private static void exercise(String text, Set<String> missing) {
        try {
            visit(SyntaxReader.parse(new Source("x.inv", text)), missing);
        } catch (SyntaxError e) {
            // what does not parse exercises nothing
        }
    }

    private static void visit(ParseTree tree, Set<String> missing) {
        missing.remove(tree.getClass().getSimpleName());
        for (int i = 0; i < tree.getChildCount(); i++) {
            visit(tree.getChild(i), missing);
        }
    }
}
