package thymus.spec.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Source;

/**
 * Which of several functions or events a list of patterns can mean: as many as it has parameters, of the types it
 * gives.
 */
final class PatternTypes {
    private static final Pattern UNSIZED = Pattern.compile("\\b(u?int)\\b");

    private PatternTypes() {}

    /** The name of a type as signatures have it. */
    static String canonical(String type) {
        return UNSIZED.matcher(type).replaceAll("$1256");
    }

    /** The type that a single name is the name of. */
    static Optional<String> named(InvParser.PatternContext pattern) {
        boolean isType = pattern instanceof InvParser.NamePatternContext && isElementary(pattern.getText());
        return isType ? Optional.of(canonical(pattern.getText())) : Optional.empty();
    }

    private static boolean isElementary(String name) {
        return Types.word(name).isPresent() || name.equals("string") || name.equals("bytes");
    }

    static boolean isOpen(List<InvParser.PatternContext> patterns) {
        return !patterns.isEmpty() && patterns.getLast() instanceof InvParser.EllipsisPatternContext;
    }

    /** The patterns without the ellipsis at the end. */
    static List<InvParser.PatternContext> closed(List<InvParser.PatternContext> patterns) {
        return isOpen(patterns) ? patterns.subList(0, patterns.size() - 1) : patterns;
    }

    static boolean fitsCount(List<InvParser.PatternContext> patterns, int parameters) {
        int given = closed(patterns).size();
        return isOpen(patterns) ? given <= parameters : given == parameters;
    }

    /** @param patterns as {@link #fitsCount} asks */
    static boolean fits(List<InvParser.PatternContext> patterns, List<AbiType> types) {
        List<InvParser.PatternContext> given = closed(patterns);
        for (int i = 0; i < given.size(); i++) {
            if (!fits(given.get(i), types.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(InvParser.PatternContext pattern, AbiType type) {
        return switch (pattern) {
            case InvParser.NamePatternContext c ->
                named(c).map(type.canonicalName()::equals).orElse(true);
            case InvParser.TypedPatternContext c -> isType(c.type(), type);
            case InvParser.TypePatternContext c -> isType(c.type(), type);
            case InvParser.GroupPatternContext c -> {
                List<AbiType> parts = parts(type);
                yield !fitsCount(c.pattern(), parts.size()) || fits(c.pattern(), parts);
            }
            default -> true;
        };
    }

    private static boolean isType(InvParser.TypeContext written, AbiType type) {
        return canonical(written.getText()).equals(type.canonicalName());
    }

    private static List<AbiType> parts(AbiType type) {
        return switch (type) {
            case AbiType.Tuple tuple ->
                tuple.components().stream().map(Parameter::type).toList();
            case AbiType.Array array ->
                array.length().isPresent()
                        ? java.util.Collections.nCopies(array.length().getAsInt(), array.element())
                        : List.of();
            case AbiType.Word _, AbiType.ByteString _ -> List.of();
        };
    }

    /** Refuses what is the name of no type, before overloads are told apart by it. */
    static void requireTypes(List<InvParser.PatternContext> patterns, Source source) {
        for (InvParser.PatternContext pattern : patterns) {
            switch (pattern) {
                case InvParser.TypedPatternContext c -> requireType(c.type(), source);
                case InvParser.TypePatternContext c -> requireType(c.type(), source);
                case InvParser.GroupPatternContext c -> requireTypes(c.pattern(), source);
                default -> {}
            }
        }
        if (patterns.stream()
                        .filter(InvParser.EllipsisPatternContext.class::isInstance)
                        .count()
                != (isOpen(patterns) ? 1 : 0)) {
            InvParser.PatternContext first = patterns.stream()
                    .filter(InvParser.EllipsisPatternContext.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            throw source.typeError(
                    source.span(first),
                    "'" + first.getText() + "' stands for all further arguments, so it is the last",
                    "write _ for one that does not matter");
        }
    }

    private static void requireType(InvParser.TypeContext type, Source source) {
        if (type.name() == null) {
            type.type().forEach(t -> requireType(t, source));
        } else if (!isElementary(type.name().getText())) {
            throw source.nameError(
                    source.span(type),
                    "'" + type.name().getText() + "' is no type of a signature",
                    "a contract is an address there, an enum uint8, and a struct its members in parentheses");
        }
    }
}
