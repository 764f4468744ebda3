package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Numbers;
import thymus.solver.term.Terms;

/** The unknowns that a program starts from: words, numbers of narrower types, and a slot that packs several fields. */
final class ProgramInputs {
    private static final List<Integer> WIDTHS = List.of(1, 8, 64, 128, 160, 248);

    final List<IntTerm> words = new ArrayList<>();
    final List<IntTerm.Symbol> symbols = new ArrayList<>();
    private final Terms terms;

    ProgramInputs(Terms terms, Random shape) {
        this.terms = terms;
        words.add(symbol("a", WordArithmetic.WORD));
        words.add(symbol("b", WordArithmetic.WORD));
        words.add(symbol("narrow", Interval.unsigned(WIDTHS.get(shape.nextInt(WIDTHS.size())))));
        words.add(packed(shape));
    }

    private IntTerm symbol(String name, Interval range) {
        IntTerm symbol = terms.symbol(name, range);
        symbols.add((IntTerm.Symbol) symbol);
        return symbol;
    }

    private IntTerm packed(Random shape) {
        IntTerm slot = terms.zero;
        int offset = 0;
        while (offset < 256 && words.size() + symbols.size() < 9) {
            int width = Math.min(256 - offset, 8 * (1 + shape.nextInt(31)));
            slot = terms.add(
                    slot, terms.scale(symbol("field" + offset, Interval.unsigned(width)), BigInteger.TWO.pow(offset)));
            offset += width;
        }
        return slot;
    }

    /** Often near what the program compares with, and equal to one another. */
    Map<String, BigInteger> values(Random random, Set<BigInteger> constants) {
        List<BigInteger> pool = new ArrayList<>(constants.stream().sorted().toList());
        Map<String, BigInteger> values = new HashMap<>();
        for (IntTerm.Symbol symbol : symbols) {
            BigInteger value = value(symbol, random, pool);
            pool.add(value);
            values.put(symbol.name(), value);
        }
        return values;
    }

    /**
     * New values for some of the symbols, often zero.
     *
     * @param into gets them too
     */
    Map<String, BigInteger> some(Map<String, BigInteger> values, Random random, Map<String, BigInteger> into) {
        Map<String, BigInteger> some = new HashMap<>();
        for (IntTerm.Symbol symbol : symbols) {
            if (random.nextBoolean()) {
                some.put(
                        symbol.name(),
                        random.nextInt(3) == 0
                                ? BigInteger.ZERO
                                : value(
                                        symbol,
                                        random,
                                        values.values().stream().sorted().toList()));
            }
        }
        into.putAll(some);
        return some;
    }

    private BigInteger value(IntTerm.Symbol symbol, Random random, List<BigInteger> pool) {
        BigInteger value = random.nextInt(5) < 2 || pool.isEmpty()
                ? Numbers.between(symbol.range(), random)
                : pool.get(random.nextInt(pool.size())).add(BigInteger.valueOf(random.nextInt(3) - 1));
        return symbol.range().contains(value) ? value : Numbers.between(symbol.range(), random);
    }
}
