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
 * Removes a step and moves its numbers to another step: two deposits of 5 and 7 before a withdrawal of 12 become one
 * deposit of 12.
 */
final class Merging {
    private static final int MOST_STEPS = 8;
    private static final int MOST_VALUES = 12;
    /** Merges of consecutive calls are tried for all of them, all but one, halves, quarters and eighths. */
    private static final int SMALLEST_PART = 8;

    private Merging() {}

    static void run(Attempts attempts) {
        while (attempts.best().size() > MOST_STEPS && whole(attempts)) {
            Removal.run(attempts);
        }
        boolean merged = true;
        while (merged && attempts.best().size() > 1 && attempts.best().size() <= MOST_STEPS) {
            merged = once(attempts);
            if (merged) {
                Removal.run(attempts);
            }
        }
    }

    /**
     * Merges many calls of one function by one sender into one call with the sum of a number.
     *
     * @return whether some merge succeeded
     */
    private static boolean whole(Attempts attempts) {
        List<Step> steps = attempts.best();
        int from = 0;
        while (from < steps.size()) {
            int to = from + 1;
            while (to < steps.size() && isLike(steps.get(from), steps.get(to))) {
                to++;
            }
            int length = to - from;
            for (int size = length;
                    size > 1 && size * SMALLEST_PART >= length;
                    size = size == length ? size - 1 : size / 2) {
                for (int at = from; at + size <= to; at += size == length - 1 ? 1 : size) {
                    if (merged(steps, at, at + size).stream().anyMatch(attempts::attempt)) {
                        return true;
                    }
                }
            }
            from = to;
        }
        return false;
    }

    private static boolean isLike(Step first, Step other) {
        return Steps.sameFunction(first, other) && first.sender().equals(other.sender());
    }

    /** The candidates, one for each number that can be summed. */
    private static List<List<Step>> merged(List<Step> steps, int from, int to) {
        List<Step> block = steps.subList(from, to);
        List<List<Step>> candidates = new ArrayList<>();
        for (Site site : numbers(block.subList(0, 1))) {
            if (site.path().isWhole()) { // only an argument itself, because arrays may have different lengths
                BigInteger sum =
                        block.stream().map(step -> site.number(List.of(step))).reduce(BigInteger.ZERO, BigInteger::add);
                if (AbiWord.fits(site.type(), sum)) {
                    candidates.add(with(
                            steps,
                            from,
                            to,
                            site.write(List.of(block.getFirst()), new AbiValue.Number(sum))
                                    .getFirst()));
                }
            }
        }
        BigInteger ether = block.stream().map(Step::value).reduce(BigInteger.ZERO, BigInteger::add);
        if (ether.signum() > 0) {
            candidates.add(with(steps, from, to, Steps.paying(block.getFirst(), ether)));
        }
        return candidates;
    }

    private static List<Step> with(List<Step> steps, int from, int to, Step instead) {
        List<Step> changed = new ArrayList<>(steps.subList(0, from));
        changed.add(instead);
        changed.addAll(steps.subList(to, steps.size()));
        return changed;
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
        return new ArrayList<>(others)
                .stream()
                        .filter(v -> AbiWord.fits(site.type(), v))
                        .limit(MOST_VALUES)
                        .toList();
    }
}
