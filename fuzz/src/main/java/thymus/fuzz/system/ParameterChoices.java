package thymus.fuzz.system;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.SetupParameter;

/**
 * The values of the parameters of a deployment that a campaign tries: all at their least, all at their greatest, and
 * then mixtures of ends and of numbers between them. Equal seeds give equal choices.
 */
public final class ParameterChoices {
    /** Each of them costs a deployment and has its share of the transactions. */
    private static final int MOST = 8;

    /** In a small range most draws are drawn before. */
    private static final int MOST_DRAWS = 64;

    private ParameterChoices() {}

    /** At least one; without parameters only the empty choice. */
    public static List<Map<String, BigInteger>> of(Collection<SetupParameter> parameters, long seed) {
        Set<Map<String, BigInteger>> choices = new LinkedHashSet<>();
        SplitRandom random = SplitRandom.of(seed, parameters.size());
        choices.add(values(parameters, SetupParameter::least));
        choices.add(values(parameters, SetupParameter::greatest));
        for (int i = 0; i < MOST_DRAWS && choices.size() < MOST && !parameters.isEmpty(); i++) {
            choices.add(values(parameters, parameter -> draw(parameter, random)));
        }
        return new ArrayList<>(choices);
    }

    /** The seed of the campaign over one of the choices. */
    public static long seed(long seed, int choice) {
        return SplitRandom.of(seed, choice).nextLong();
    }

    private static Map<String, BigInteger> values(
            Collection<SetupParameter> parameters, Function<SetupParameter, BigInteger> value) {
        Map<String, BigInteger> values = new LinkedHashMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), value.apply(parameter)));
        return values;
    }

    /** An end, or a number whose distance from the least has any number of bits. */
    private static BigInteger draw(SetupParameter parameter, SplitRandom random) {
        BigInteger width = parameter.greatest().subtract(parameter.least());
        return switch (random.below(4)) {
            case 0 -> parameter.least();
            case 1 -> parameter.greatest();
            default -> {
                int bits = 1 + random.below(width.bitLength());
                yield parameter.least().add(random.bits(bits).min(width));
            }
        };
    }
}
