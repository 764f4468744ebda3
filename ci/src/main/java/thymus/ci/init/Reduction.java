package thymus.ci.init;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import thymus.ci.init.Mining.Kept;

/** Leaves out of the invariants that hold those that follow from others at a glance. */
final class Reduction {
    private static final String AT_MOST = " <= ";

    private Reduction() {}

    static List<Kept> of(List<Kept> all) {
        Set<String> staying = new HashSet<>();
        all.stream()
                .map(Kept::candidate)
                .filter(c -> c.strength() == 9)
                .forEach(c -> staying.add(c.topic()));
        List<Kept> left = all.stream()
                .filter(k -> all.stream().noneMatch(o -> isStronger(o.candidate(), k.candidate())))
                .filter(k -> k.candidate().strength() == 9
                        || staying.stream().noneMatch(t -> k.candidate().topic().startsWith(t)))
                .toList();
        Set<String> bounds = new HashSet<>();
        left.stream().map(Kept::candidate).filter(Reduction::isBound).forEach(c -> bounds.add(c.claim()));
        List<Kept> shown = new ArrayList<>();
        for (Kept kept : left) {
            boolean follows = isBound(kept.candidate()) && follows(kept.candidate().claim(), bounds);
            if (follows) {
                bounds.remove(kept.candidate().claim());
            } else if (kept.candidate().isShown()) {
                shown.add(kept);
            }
        }
        return List.copyOf(shown);
    }

    private static boolean isStronger(Candidate one, Candidate other) {
        return one.topic().equals(other.topic()) && one.strength() > other.strength();
    }

    private static boolean isBound(Candidate candidate) {
        return candidate.topic().equals(candidate.claim());
    }

    /** Whether a <= c stands beside a <= b and b <= c. */
    private static boolean follows(String claim, Set<String> bounds) {
        String[] sides = claim.split(AT_MOST, 2);
        return bounds.stream()
                .filter(b -> !b.equals(claim) && b.startsWith(sides[0] + AT_MOST))
                .map(b -> b.split(AT_MOST, 2)[1])
                .anyMatch(between -> bounds.contains(between + AT_MOST + sides[1]));
    }
}
