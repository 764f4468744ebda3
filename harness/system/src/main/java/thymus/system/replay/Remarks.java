package thymus.system.replay;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import thymus.contracts.abi.AbiValue;
import thymus.evm.primitive.Address;
import thymus.spec.contract.AbiType;
import thymus.spec.text.NumberText;
import thymus.system.execution.DeployedSystem;

/**
 * Adds to a number what it means to a reader: an amount in whole tokens, or a time as a date. What a number means is
 * guessed by its name, so the number itself always stands before the remark.
 */
final class Remarks {
    private static final Pattern AMOUNT = Pattern.compile(
            "amount|value|wad|assets|shares|supply|balance|allowance|deposit|collateral|debt|quantity",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile("(?i:time|deadline|until|expir|since|\\bnow\\b)|At$");
    private static final Pattern KEYS = Pattern.compile("\\[[^]]*]");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final long FAR = 50L * 365 * 86_400;
    /** The end of the year 9999, after which dates have no usual form. */
    private static final BigInteger LAST = BigInteger.valueOf(253_402_300_799L);

    private static final int LEAST_TIME_BITS = 32;
    private static final int LEAST_AMOUNT_BITS = 64;
    /** Amounts below a millionth of a token are shown as they are. */
    private static final int FINEST = 6;

    private final DeployedSystem system;
    private final TokenDecimals decimals;

    /** @param system in a state in which its tokens can be asked for their decimals */
    Remarks(DeployedSystem system) {
        this.system = system;
        this.decimals = TokenDecimals.of(system);
    }

    /**
     * The remark with a blank before it, or nothing.
     *
     * @param contract whose argument, event or variable it is
     * @param name such as {@code amount} or {@code pending[alice].readyAt}
     */
    String on(Address contract, String name, AbiType type, AbiValue value) {
        if (!(type instanceof AbiType.UInt unsigned) || !(value instanceof AbiValue.Number number)) {
            return "";
        }
        return date(name, unsigned, number.value())
                .or(() -> amount(contract, name, unsigned, number.value()))
                .map(remark -> " (" + remark + ")")
                .orElse("");
    }

    private Optional<String> date(String name, AbiType.UInt type, BigInteger value) {
        long now = system.chain().timestamp();
        if (type.bits() < LEAST_TIME_BITS || value.compareTo(LAST) > 0) {
            return Optional.empty();
        }
        long time = value.longValueExact();
        boolean named = TIME.matcher(last(name)).find();
        if (time != now && (!named || time == 0 || Math.abs(time - now) > FAR)) {
            return Optional.empty();
        }
        String offset = time == now
                ? "now"
                : time > now ? "in " + ReplayPrinter.duration(time - now) : ReplayPrinter.duration(now - time) + " ago";
        return Optional.of(DATE.format(Instant.ofEpochSecond(time)) + ", " + offset);
    }

    private Optional<String> amount(Address contract, String name, AbiType.UInt type, BigInteger value) {
        OptionalInt scale = decimals.at(contract);
        if (scale.isEmpty()
                || type.bits() < LEAST_AMOUNT_BITS
                || value.bitLength() == type.bits() // the largest there is, or near it, says "all"
                || !AMOUNT.matcher(last(name)).find()
                || NumberText.value(value).endsWith("e" + scale.getAsInt())) {
            return Optional.empty();
        }
        BigDecimal tokens = new BigDecimal(value, scale.getAsInt()).stripTrailingZeros();
        return tokens.compareTo(BigDecimal.ONE.movePointLeft(FINEST)) < 0
                ? Optional.empty()
                : Optional.of(tokens.toPlainString() + " at " + NumberText.count(scale.getAsInt(), "decimal"));
    }

    /** The name of the innermost member: {@code readyAt}. */
    private static String last(String name) {
        String plain = KEYS.matcher(name).replaceAll("");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }
}
