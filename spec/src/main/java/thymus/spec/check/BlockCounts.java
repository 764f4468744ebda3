package thymus.spec.check;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Source;

/** A length in blocks: {@code 10 blocks}, {@code 1 block}. */
final class BlockCounts {
    static final Set<String> UNITS = Set.of("block", "blocks");

    private static final int MOST_BITS = 64;

    private final Source source;

    BlockCounts(Source source) {
        this.source = source;
    }

    /** @return empty if the expression is no number of blocks */
    Optional<BigInteger> count(InvParser.ExpressionContext context) {
        if (!(context instanceof InvParser.LiteralExpressionContext literal)
                || !(literal.literal() instanceof InvParser.NumberLiteralContext number)
                || number.unit == null
                || !UNITS.contains(number.unit.getText())) {
            return Optional.empty();
        }
        String digits = number.NUMBER().getText().replace("_", "");
        if (!digits.matches("[0-9]+") || new BigInteger(digits).bitLength() > MOST_BITS) {
            throw source.typeError(
                    source.span(context),
                    "'" + context.getText().replaceAll("(?=block)", " ") + "' is no number of blocks",
                    "blocks are counted: 10 blocks");
        }
        return Optional.of(new BigInteger(digits));
    }
}
