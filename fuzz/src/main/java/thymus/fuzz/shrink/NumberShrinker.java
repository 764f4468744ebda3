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
 * Simplifies numbers. Equal or nearly equal numbers are first changed together: a deposit and the withdrawal of the
 * same amount, or a capacity and the capacity plus one.
 */
final class NumberShrinker {
    private static final BigInteger NEAR = BigInteger.valueOf(2);
    private static final BigInteger LARGE = BigInteger.valueOf(1_000);

    private NumberShrinker() {}

    static void run(Attempts attempts) {
        Set<BigInteger> seen = new LinkedHashSet<>();
        for (Site site : sites(attempts)) {
            seen.add(site.number(attempts.best()));
        }
        for (BigInteger value : seen) {
            together(attempts, near(attempts, value), value);
            together(attempts, equal(attempts, value), value);
        }
        for (List<Site> sites : Runs.sites(attempts.best())) {
            Site first = sites.getFirst();
            if (first.isNumber() && first.holds(attempts.best(), AbiValue.Number.class)) {
                together(attempts, sites, first.number(attempts.best()));
            }
        }
        for (List<Integer> index : Runs.groups(attempts.best())) {
            BigInteger value = attempts.best().get(index.getFirst()).value();
            if (value.signum() > 0) {
                NumberSearch.simplest(
                        value, v -> attempts.attemptInPlace(attempts.with(index, s -> Steps.paying(s, v))));
            }
        }
    }

    private static List<Site> sites(Attempts attempts) {
        return Site.in(attempts.best()).stream()
                .filter(s -> s.isNumber() && s.holds(attempts.best(), AbiValue.Number.class))
                .toList();
    }

    private static List<Site> equal(Attempts attempts, BigInteger value) {
        List<Site> group = sites(attempts).stream()
                .filter(s -> s.number(attempts.best()).equals(value))
                .toList();
        return group.size() > 1 ? group : List.of();
    }

    /** The sites with numbers slightly above the value; the least of them is simplified. */
    private static List<Site> near(Attempts attempts, BigInteger value) {
        if (value.compareTo(LARGE) < 0) {
            return List.of();
        }
        List<Site> group = sites(attempts).stream()
                .filter(s -> s.number(attempts.best()).subtract(value).abs().compareTo(NEAR) <= 0)
                .toList();
        boolean least = group.stream().noneMatch(s -> s.number(attempts.best()).compareTo(value) < 0);
        return group.size() > 1 && least ? group : List.of();
    }

    private static void together(Attempts attempts, List<Site> group, BigInteger value) {
        if (group.isEmpty() || value.signum() == 0 || attempts.exhausted()) {
            return;
        }
        BigInteger[] current = {value};
        if (value.signum() < 0 && shift(attempts, group, value, value.negate())) {
            current[0] = value.negate();
        }
        boolean negative = current[0].signum() < 0;
        NumberSearch.simplest(value.abs(), magnitude -> {
            BigInteger moved = negative ? magnitude.negate() : magnitude;
            boolean works = shift(attempts, group, current[0], moved);
            if (works) {
                current[0] = moved;
            }
            return works;
        });
    }

    private static boolean shift(Attempts attempts, List<Site> group, BigInteger from, BigInteger to) {
        List<Step> changed = new ArrayList<>(attempts.best());
        for (Site site : group) {
            BigInteger moved = site.number(changed).add(to).subtract(from);
            if (!AbiWord.fits(site.type(), moved)) {
                return false;
            }
            changed = site.write(changed, new AbiValue.Number(moved));
        }
        return attempts.attemptInPlace(changed);
    }
}
