package thymus.ci.lsp;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import thymus.spec.text.NumberText;

/** The value of a number with a unit. */
final class LiteralValue {
    private static final int MOST_DIGITS = 80;
    private static final Map<String, Long> SECONDS =
            Map.of("second", 1L, "minute", 60L, "hour", 3_600L, "day", 86_400L, "week", 604_800L);
    private static final Map<String, Integer> ETHER = Map.of("wei", 0, "gwei", 9, "ether", 18);

    private LiteralValue() {}

    /** @return empty for what is shown as it is */
    static Optional<String> of(String number, String unit) {
        String digits = number.replace("_", "");
        if (digits.length() > MOST_DIGITS || !digits.matches("[0-9]+(\\.[0-9]+)?([eE][0-9]{1,2})?")) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(digits);
        String singular = unit.replaceFirst("s$", "");
        if (SECONDS.containsKey(singular)) {
            return Optional.of(shown(value.multiply(BigDecimal.valueOf(SECONDS.get(singular)))) + " seconds");
        }
        if (ETHER.containsKey(unit)) {
            return Optional.of(shown(value.scaleByPowerOfTen(ETHER.get(unit))) + " wei");
        }
        return digits.matches("[0-9]+") ? Optional.empty() : Optional.of(shown(value));
    }

    private static String shown(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() > 0) {
            return plain.toPlainString();
        }
        return NumberText.prose(plain.toBigIntegerExact());
    }
}
