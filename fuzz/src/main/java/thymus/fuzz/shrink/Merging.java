package thymus.fuzz.shrink;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.AbiWord;
import thymus.system.execution.Step;

/**
 * Takes a step out and gives its numbers to another: two deposits of 5 and 7 before a withdrawal of 12 are one deposit
 * of 12.
 */
final class Merging {
    private static final int MOST_STEPS = 8;
    private static final int MOST_VALUES = 12;

    private Merging() {}

    static void run(Attempts attempts) {
        boolean merged = true;
        while (merged && attempts.best().size() > 1 && attempts.best().size() <= MOST_STEPS) {
            merged = once(attempts);
            if (merged) {
                Removal.run(attempts);
            }
        }
    }

    private static boolean once(Attempts attempts) {
        List<Step> steps = attempts.best();
        for (int removed = steps.size() - 1; removed >= 0; removed--) {
            for (boolean keepTime : new boolean[] {false, true}) {
                List<Step> rest = Removal.without(steps, removed, removed + 1, keepTime);
                for (Site site : numbers(rest)) {
                    for (BigInteger value : valuesFor(site, rest, steps, removed)) {
                        if (attempts.exhausted()) {
                            return false;
                        }
                        if (attempts.attempt(site.write(rest, new AbiValue.Number(value)))) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static List<Site> numbers(List<Step> steps) {
        return Site.in(steps).stream()
                .filter(s -> s.isNumber() && s.holds(steps, AbiValue.Number.class))
                .toList();
    }

    private static List<BigInteger> valuesFor(Site site, List<Step> rest, List<Step> all, int removed) {
        BigInteger own = site.number(rest);
        Set<BigInteger> others = new LinkedHashSet<>();
        for (Site other : numbers(all)) {
            BigInteger value = other.number(all);
            if (other.step() == removed && Steps.sameFunction(all.get(removed), rest.get(site.step()))) {
                others.add(own.add(value));
            }
            if (other.type().equals(site.type())) {
                others.add(value);
            }
        }
        others.remove(own);
        return new ArrayList<>(others).stream()
                .filter(v -> AbiWord.fits(site.type(), v))
                .limit(MOST_VALUES)
                .toList();
    }
}
