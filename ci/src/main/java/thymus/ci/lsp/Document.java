package thymus.ci.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.contracts.artifact.ArtifactStore;
import thymus.evm.HarnessException;
import thymus.spec.SeveralErrors;
import thymus.spec.SpecException;
import thymus.spec.Specification;
import thymus.spec.SpecificationError;
import thymus.spec.check.SpecificationReader;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/**
 * A specification that is being edited.
 *
 * @param path of its file; empty for a text that is in none
 * @param problems as a check would say them, without deploying anything
 * @param read what the text says; empty where something is wrong
 */
record Document(
        Optional<Path> path,
        String text,
        Outline outline,
        Contracts contracts,
        List<Problem> problems,
        Optional<Specification> read) {
    private static final int LARGEST = 1 << 20;

    static Document of(Optional<Path> path, String text, ArtifactStore store) {
        String file = name(path);
        Outline outline = outline(text);
        Contracts contracts = new Contracts(outline, store);
        List<Problem> problems = new ArrayList<>();
        Optional<Specification> read = Optional.empty();
        try {
            read = Optional.of(path.map(p -> SpecificationReader.read(p, text, store))
                    .orElseGet(() -> SpecificationReader.read(text, file, store)));
        } catch (SeveralErrors e) {
            e.errors().forEach(error -> problems.add(Problem.of(error, file, text)));
        } catch (SpecificationError e) {
            problems.add(Problem.of(e, file, text));
        } catch (SpecException | HarnessException e) {
            problems.add(Problem.whole(String.valueOf(e.getMessage())));
        } catch (StackOverflowError e) {
            problems.add(Problem.whole("nested too deep to be read"));
        }
        return new Document(path, text, outline, contracts, List.copyOf(problems), read);
    }

    /** As errors and expressions name the text. */
    private static String name(Optional<Path> path) {
        return path.map(Path::toString).orElse("text");
    }

    /** A text that is too large to be a specification is not taken apart. */
    private static Outline outline(String text) {
        return Outline.of(text.length() > LARGEST ? "" : text);
    }

    /** The smallest typed expression around a word. */
    Optional<Expr> expression(SourceWord word) {
        int column = column(word);
        return expressions()
                .filter(e -> e.span().line() == word.line() + 1
                        && e.span().column() <= column
                        && column < e.span().column() + e.span().length())
                .min(Comparator.comparingInt(e -> e.span().length()));
    }

    /** What a name stands for that a trigger or a quantifier binds: the last one of that name up to here. */
    Optional<Variable> bound(SourceWord word) {
        int column = column(word);
        return expressions()
                .filter(e -> e instanceof Expr.Local local
                        && local.variable().name().equals(word.text())
                        && (e.span().line() < word.line() + 1
                                || (e.span().line() == word.line() + 1
                                        && e.span().column() <= column)))
                .max(Comparator.comparingInt((Expr e) -> e.span().line())
                        .thenComparingInt(e -> e.span().column()))
                .map(e -> ((Expr.Local) e).variable());
    }

    private int column(SourceWord word) {
        String line = Columns.lines(text).get(word.line());
        return 1 + line.codePointCount(0, Math.min(word.column(), line.length()));
    }

    /** Those of this text, and not of what it imports. */
    private Stream<Expr> expressions() {
        String file = name(path);
        return read.stream()
                .flatMap(Specification::expressions)
                .flatMap(Walk::all)
                .filter(e -> e.span().file().equals(file));
    }

    /** The names that can stand where an expression is written. */
    Stream<Declared> declared() {
        return outline.names().values().stream();
    }
}
