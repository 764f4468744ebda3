package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import thymus.contracts.abi.AbiWord;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.contract.AbiType;

/** Draws numbers of a type, mostly from the interesting ones. */
final class NumberGenerator {
    private static final BigInteger TWO = BigInteger.TWO;
    private static final int SMALL = 11;
    private static final BigInteger[] POWERS_OF_TEN = new BigInteger[25];

    static {
        Arrays.setAll(POWERS_OF_TEN, BigInteger.TEN::pow);
    }

    private final SplitRandom random;
    private final Dictionary dictionary;
    private final RecentValues recent;
    private final Probing probing;

    NumberGenerator(SplitRandom random, Dictionary dictionary, RecentValues recent, Probing probing) {
        this.random = random;
        this.dictionary = dictionary;
        this.recent = recent;
        this.probing = probing;
    }

    BigInteger draw(AbiType type) {
        if (type instanceof AbiType.FixedBytes bytes && bytes.size() == AbiWord.SIZE && random.chance(3, 4)) {
            return name();
        }
        BigInteger least = AbiWord.least(type);
        BigInteger greatest = AbiWord.greatest(type);
        BigInteger drawn = random.chance(1, 10) ? boundary(least, greatest) : source(greatest);
        if (least.signum() < 0 && random.chance(1, 3)) {
            drawn = drawn.negate();
        }
        return into(drawn, least, greatest);
    }

    /** A hash or a text of the code, of the state, or of events; sometimes zero, which often means everything. */
    private BigInteger name() {
        if (random.chance(1, 6)) {
            return BigInteger.ZERO;
        }
        List<BigInteger> names = dictionary.names();
        if (names.isEmpty() || random.chance(2, 5)) {
            BigInteger seen = seen();
            if (names.isEmpty() || Dictionary.isName(seen)) {
                return seen;
            }
        }
        return random.pick(names);
    }

    /** A value near the given one, or an unrelated value. */
    BigInteger near(AbiType type, BigInteger value) {
        BigInteger changed = switch (random.below(6)) {
            case 0 -> value.add(BigInteger.ONE);
            case 1 -> value.subtract(BigInteger.ONE);
            case 2 -> value.shiftLeft(1);
            case 3 -> value.shiftRight(1);
            case 4 -> value.add(source(AbiWord.greatest(type)));
            default -> draw(type);
        };
        return into(changed, AbiWord.least(type), AbiWord.greatest(type));
    }

    private BigInteger source(BigInteger greatest) {
        return switch (random.below(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> tweak(probing.value(random, recent));
            case 8, 9, 10, 11, 12 -> tweak(seen());
            case 13, 14, 15 -> tweak(constant());
            case 16 -> BigInteger.valueOf(random.below(SMALL));
            case 17, 18 ->
                BigInteger.valueOf(1 + random.below(99)).multiply(POWERS_OF_TEN[random.below(POWERS_OF_TEN.length)]);
            default -> random.bits(1 + random.below(greatest.bitLength()));
        };
    }

    private BigInteger tweak(BigInteger value) {
        return switch (random.below(16)) {
            case 0, 1 -> value.add(BigInteger.ONE);
            case 2 -> value.subtract(BigInteger.ONE);
            case 3, 4 -> value.signum() > 0 ? random.upTo(value) : value;
            case 5 -> value.shiftRight(1);
            case 6 -> value.shiftLeft(1);
            case 7 -> value.add(seen());
            case 8 -> value.subtract(seen()).abs();
            default -> value;
        };
    }

    private BigInteger seen() {
        if (!recent.isEmpty() && random.chance(2, 3)) {
            return recent.get(random.below(recent.size()));
        }
        List<BigInteger> learned = dictionary.learned();
        return learned.isEmpty() ? constant() : random.pick(learned);
    }

    private BigInteger constant() {
        List<BigInteger> constants = dictionary.constants();
        return constants.isEmpty() ? BigInteger.valueOf(random.below(SMALL)) : random.pick(constants);
    }

    private BigInteger boundary(BigInteger least, BigInteger greatest) {
        return switch (random.below(6)) {
            case 0 -> greatest;
            case 1 -> greatest.subtract(BigInteger.ONE);
            case 2 -> least;
            case 3 -> TWO.pow(random.below(greatest.bitLength()));
            case 4 -> TWO.pow(random.below(greatest.bitLength())).subtract(BigInteger.ONE);
            default -> greatest.shiftRight(1);
        };
    }

    private static BigInteger into(BigInteger value, BigInteger least, BigInteger greatest) {
        if (value.compareTo(least) >= 0 && value.compareTo(greatest) <= 0) {
            return value;
        }
        return value.subtract(least)
                .mod(greatest.subtract(least).add(BigInteger.ONE))
                .add(least);
    }
}
