package thymus.spec.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import thymus.spec.contract.AbiType;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Source;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;

/** Numbers with units, shares, addresses, strings. */
final class Literals {
    /** More than any quantity on a chain; keeps arithmetic on hostile files small. */
    static final int MOST_BITS = 2048;

    private static final int MOST_CHARACTERS = 400;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Map<String, BigDecimal> UNITS = units();

    private final Source source;

    Literals(Source source) {
        this.source = source;
    }

    private static Map<String, BigDecimal> units() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        units.put("wei", BigDecimal.ONE);
        units.put("gwei", BigDecimal.TEN.pow(9));
        units.put("ether", BigDecimal.TEN.pow(18));
        String[] spans = {"second", "minute", "hour", "day", "week"};
        long[] seconds = {1, 60, 3600, 86_400, 604_800};
        for (int i = 0; i < spans.length; i++) {
            units.put(spans[i], BigDecimal.valueOf(seconds[i]));
            units.put(spans[i] + "s", BigDecimal.valueOf(seconds[i]));
        }
        return units;
    }

    PartialValue.Scalar scalar(InvParser.LiteralContext context) {
        Span span = source.span(context);
        return switch (context) {
            case InvParser.NumberLiteralContext c -> number(c, span);
            case InvParser.PercentageLiteralContext c -> {
                String digits = c.PERCENTAGE().getText().replace("%", "");
                yield ratio(decimal(digits, span).divide(HUNDRED), span);
            }
            case InvParser.HexLiteralContext c -> hexadecimal(c.HEX().getText(), span);
            case InvParser.StringLiteralContext c ->
                PartialValue.Scalar.of(new Expr.TextLiteral(text(c.STRING().getSymbol()), span));
            case InvParser.TruthLiteralContext c ->
                PartialValue.Scalar.of(
                        new Expr.TruthLiteral(c.value.getText().equals("true"), span), new AbiType.Bool());
            default -> throw new IllegalArgumentException(context.getText());
        };
    }

    private PartialValue.Scalar number(InvParser.NumberLiteralContext context, Span span) {
        BigDecimal value = decimal(context.NUMBER().getText(), span);
        if (context.unit == null) {
            return ratio(value, span);
        }
        String unit = context.unit.getText();
        Span at = source.span(context.unit);
        if (unit.equals("block") || unit.equals("blocks")) {
            throw source.typeError(
                    at,
                    "a number of blocks is nothing but the length of a window or of a deadline",
                    "write sum(flow, last 10 blocks); elsewhere give the time, or compare block.number");
        }
        BigDecimal factor = UNITS.get(unit);
        if (factor == null) {
            Set<String> near = new HashSet<>(UNITS.keySet());
            near.addAll(BlockCounts.UNITS);
            String advice = Spelling.suggestion(unit, near);
            String known = "units are wei, gwei, ether, seconds, minutes, hours, days, weeks, and of a window blocks";
            throw source.nameError(at, "'" + unit + "' is not a unit", advice.isEmpty() ? known : advice);
        }
        return ratio(value.multiply(factor), span);
    }

    private BigDecimal decimal(String digits, Span span) {
        String plain = digits.replace("_", "");
        int e = Math.max(plain.indexOf('e'), plain.indexOf('E'));
        String exponent = e < 0 ? "0" : plain.substring(e + 1).replace("-", "");
        boolean huge = plain.length() > MOST_CHARACTERS
                || exponent.length() > 3
                || Integer.parseInt(exponent) > MOST_CHARACTERS;
        if (huge) {
            throw tooLarge(span);
        }
        return new BigDecimal(plain);
    }

    private PartialValue.Scalar ratio(BigDecimal value, Span span) {
        BigDecimal plain = value.stripTrailingZeros();
        BigInteger scale = BigInteger.TEN.pow(Math.max(0, plain.scale()));
        BigInteger numerator = plain.multiply(new BigDecimal(scale)).toBigIntegerExact();
        BigInteger common = numerator.gcd(scale).max(BigInteger.ONE);
        BigInteger reduced = bounded(numerator.divide(common), span);
        return PartialValue.Scalar.of(Exprs.integer(reduced, span), scale.divide(common));
    }

    private PartialValue.Scalar hexadecimal(String text, Span span) {
        String digits = text.substring(2).replace("_", "");
        if (digits.isEmpty()) {
            return new PartialValue.Scalar(
                    new Expr.TextLiteral(text, span), BigInteger.ONE, Optional.empty(), Optional.of(0));
        }
        if (digits.length() > MOST_CHARACTERS) {
            throw tooLarge(span);
        }
        BigInteger value = bounded(new BigInteger(digits, 16), span);
        boolean address = digits.length() == 40;
        if (address && !AddressChecksum.isKept(digits)) {
            throw source.syntaxError(
                    span,
                    "a digit of this address is mistyped: its capital letters do not fit the checksum (EIP-55)",
                    "compare it with where it comes from; an address in small letters has no checksum");
        }
        Expr literal = new Expr.IntegerLiteral(value, address ? Type.ADDRESS : Type.INTEGER, span);
        Optional<AbiType> abi = address ? Optional.of(new AbiType.Address()) : Optional.empty();
        return new PartialValue.Scalar(literal, BigInteger.ONE, abi, Optional.of(digits.length()));
    }

    /** @return the value, if it is of a size that a specification can need */
    BigInteger bounded(BigInteger value, Span span) {
        if (value.bitLength() > MOST_BITS) {
            throw tooLarge(span);
        }
        return value;
    }

    private RuntimeException tooLarge(Span span) {
        return source.typeError(span, "the number is too large: numbers have at most " + MOST_BITS + " bits", "");
    }

    /** The characters between the quotes, with \" \\ \n and \t. */
    String text(Token token) {
        String quoted = token.getText();
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c == '\\') {
                c = quoted.charAt(++i);
                c = switch (c) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case '"', '\\' -> c;
                    default ->
                        throw source.syntaxError(
                                source.span(token), "'\\" + c + "' is not an escape", "use \\\" \\\\ \\n or \\t");
                };
            }
            text.append(c);
        }
        return text.toString();
    }
}
