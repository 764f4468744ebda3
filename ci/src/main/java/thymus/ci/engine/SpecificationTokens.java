package thymus.ci.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Compares two spellings of an expression by their tokens. Two that consist of the same tokens in the same order differ
 * in parentheses and units of time only. The order counts: values stand beside the sides of a comparison.
 */
final class SpecificationTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<number>[0-9][0-9_]*(?:\\.[0-9]+)?(?:e[0-9]{1,3})?)\\s*(?<unit>(?:second|minute|hour|day|week)s?\\b)?"
                    + "|[A-Za-z_$][A-Za-z_$0-9]*|==>|[<>=!]=|&&|\\|\\||[^\\s()]");
    private static final Map<String, Integer> SECONDS =
            Map.of("second", 1, "minute", 60, "hour", 3_600, "day", 86_400, "week", 604_800);

    private SpecificationTokens() {}

    static boolean sameButForm(String one, String other) {
        return tokens(one).equals(tokens(other));
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(SpecificationTokens::normal).toList();
    }

    private static String normal(MatchResult token) {
        if (token.group("number") == null) {
            return token.group();
        }
        BigDecimal number = new BigDecimal(token.group("number").replace("_", ""));
        String unit = token.group("unit");
        int factor = unit == null ? 1 : SECONDS.get(unit.replaceAll("s$", ""));
        return number.multiply(BigDecimal.valueOf(factor)).stripTrailingZeros() + (unit == null ? "" : " seconds");
    }
}
