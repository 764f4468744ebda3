package thymus.spec.syntax;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.misc.Interval;

/** Extracts the conditions of properties in the original words. The typed tree keeps only their meaning. */
public final class PropertyTexts {
    private PropertyTexts() {}

    /** @return the conditions by the names of the properties, each on one line and without comments */
    public static Map<String, String> conditions(Source source) {
        return conditions(SyntaxReader.parse(source).declaration());
    }

    /** @return as above, of a file with what it imports */
    public static Map<String, String> conditions(Path file) {
        return conditions(Imports.read(file).declarations());
    }

    private static Map<String, String> conditions(List<InvParser.DeclarationContext> declarations) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (InvParser.DeclarationContext declaration : declarations) {
            switch (declaration) {
                case InvParser.InvariantDeclarationContext c ->
                    conditions.put(c.name().getText(), text(c.expression()));
                case InvParser.EnabledDeclarationContext c ->
                    conditions.put(c.name().getText(), text(c.expression()));
                case InvParser.RespondDeclarationContext c ->
                    conditions.put(
                            c.name().getText(),
                            "when " + text(c.expression(0)) + ", within " + text(c.expression(1)) + ": "
                                    + text(c.expression(2))
                                    + keeper(c.expression()
                                            .subList(3, c.expression().size())));
                case InvParser.EnvelopeDeclarationContext c ->
                    conditions.put(c.name().getText(), text(c.expression()));
                case InvParser.WithinDeclarationContext c ->
                    conditions.put(c.name().getText(), text(c.expression()));
                case InvParser.NeverTripsDeclarationContext c ->
                    conditions.put(c.name().getText(), text(c.expression()));
                case InvParser.RuleDeclarationContext c ->
                    conditions.put(
                            c.name().getText(),
                            text(c.prohibition() == null ? c.expression().getLast() : c.prohibition()));
                case InvParser.LimitDeclarationContext c ->
                    conditions.put(c.name().getText(), text(c.expression()));
                case InvParser.IsolateDeclarationContext c ->
                    conditions.put(
                            c.name(0).getText(),
                            "offender " + c.name(1).getText() + " when " + text(c.expression()) + "; others keep "
                                    + text(c.set(0)) + (c.set().size() > 1 ? " modulo " + text(c.set(1)) : ""));
                case InvParser.LemmaDeclarationContext c ->
                    conditions.put(c.name().getText(), text(c.expression()));
                case InvParser.ClaimDeclarationContext c ->
                    bounded(c.expression()).ifPresent(name -> conditions.put(name, text(c.expression())));
                default -> {}
            }
        }
        return conditions;
    }

    /** @param parts who keeps a deadline, and by which calls; empty where nobody is named */
    private static String keeper(List<InvParser.ExpressionContext> parts) {
        StringBuilder keeper = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            keeper.append(i == 0 ? " by " : i == 1 ? " with " : ", ").append(text(parts.get(i)));
        }
        return keeper.toString();
    }

    /** The name of the {@code maximize} that a claim speaks of: the one on the small side of a comparison. */
    public static Optional<String> bounded(InvParser.ExpressionContext claim) {
        if (!(claim instanceof InvParser.ComparisonContext comparison)) {
            return Optional.empty();
        }
        int side = switch (comparison.operator.getText()) {
            case "<", "<=" -> 0;
            case ">", ">=" -> 1;
            default -> -1;
        };
        return side >= 0 && comparison.expression(side) instanceof InvParser.NameExpressionContext name
                ? Optional.of(name.getText())
                : Optional.empty();
    }

    /** The original words on one line, without comments. */
    public static String text(ParserRuleContext context) {
        Interval range = Interval.of(
                context.getStart().getStartIndex(), context.getStop().getStopIndex());
        return context.getStart()
                .getInputStream()
                .getText(range)
                .replaceAll("(?s)/\\*.*?\\*/|//[^\r\n]*", " ")
                .strip()
                .replaceAll("\\s+", " ");
    }
}
