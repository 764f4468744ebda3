package thymus.ci.init;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;

/**
 * Values for parameters, by their types and names. A constructor may refuse some, so there are several attempts.
 *
 * @param attempt from 0, the most sensible one
 * @param account the actor for a name
 */
record ValueGuess(int attempt, UnaryOperator<String> account) {
    static final int ATTEMPTS = 6;

    private static final int LONGEST_ARRAY = 64;

    /** @param position of the parameter among the others, from 0 */
    String of(Parameter parameter, int position) {
        String name = parameter.name().replaceAll("^_+|_+$", "");
        return switch (parameter.type()) {
            case AbiType.UInt uint -> number(uint.bits(), name, position);
            case AbiType.Int integer -> number(integer.bits() - 1, name, position);
            case AbiType.Bool _ -> Boolean.toString(attempt % 2 == 0);
            case AbiType.Address _ -> account.apply(name);
            case AbiType.FixedBytes bytes -> "0x" + "01".repeat(bytes.size());
            case AbiType.Bytes _ -> "0x";
            case AbiType.Text _ -> name.toLowerCase(Locale.ROOT).contains("symbol") ? "\"SYM\"" : "\"Name\"";
            case AbiType.Array array -> {
                int length = Math.min(LONGEST_ARRAY, array.length().orElse(1));
                yield listed(
                        "[", Collections.nCopies(length, new Parameter(parameter.name(), array.element())), "]", true);
            }
            case AbiType.Tuple tuple -> listed("(", tuple.components(), ")", false);
        };
    }

    /** @param distinct whether accounts of one name differ, as the elements of an array do */
    private String listed(String open, List<Parameter> parts, String close, boolean distinct) {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> of(
                        distinct
                                ? new Parameter(
                                        parts.get(i).name() + i, parts.get(i).type())
                                : parts.get(i),
                        i))
                .collect(Collectors.joining(", ", open, close));
    }

    /** @param bits that are free for the size of the number */
    private String number(int bits, String name, int position) {
        long scale = bits < 10 ? 1 : 100;
        return switch (attempt) {
            case 0, 1 -> byName(bits, name.toLowerCase(Locale.ROOT));
            case 2 -> Long.toString(scale * (position + 1));
            case 3 -> "1";
            case 4 -> Long.toString(Math.max(1, scale * (8 - position)));
            default -> "0";
        };
    }

    private static String byName(int bits, String name) {
        if (name.contains("decimals")) {
            return "18";
        }
        if (bits >= 24 && name.matches(".*(delay|period|duration|interval|window|cooldown|grace|lifetime)")) {
            return "1 days";
        }
        if (bits >= 32 && name.matches(".*(deadline|expiry|expires|expiration|until|end|endtime)")) {
            return "1_800_000_000";
        }
        if (bits >= 32 && name.matches(".*(start|begin|starttime)")) {
            return "1_700_000_000";
        }
        if (name.matches(".*(bps|fee|percent|percentage|ratio|share)s?")) {
            return bits < 7 ? "1" : "100";
        }
        if (name.matches(".*(id|nonce|index|count|threshold|quorum|version|kind|mode)")) {
            return "1";
        }
        if (bits >= 96) {
            return name.matches(".*(rate|persecond|pace|speed)") ? "1e18" : "1_000e18";
        }
        return bits >= 32 ? "1_000" : bits >= 8 ? "100" : "1";
    }
}
