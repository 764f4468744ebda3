package thymus.ci.init;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import thymus.ci.init.Mining.Kept;

/** Leaves out of the invariants that hold those that follow from others at a glance. */
final class ImpliedClaims {
    private static final String AT_MOST = " <= ";

    private ImpliedClaims() {}

    static List<Kept> of(List<Kept> all) {
        Set<String> staying = new HashSet<>();
        all.stream().map(Kept::candidate).filter(CandidateClaim::neverChanges).forEach(c -> staying.add(c.topic()));
        List<Kept> left = all.stream()
                .filter(k -> all.stream().noneMatch(o -> isStronger(o.candidate(), k.candidate())))
                .filter(k -> k.candidate().neverChanges()
                        || staying.stream().noneMatch(t -> k.candidate().topic().startsWith(t)))
                .toList();
        Set<String> bounds = new HashSet<>();
        left.stream().map(Kept::candidate).filter(ImpliedClaims::isBound).forEach(c -> bounds.add(c.claim()));
        Set<String> turnedAway = new HashSet<>();
        List<Kept> shown = new ArrayList<>();
        for (Kept kept : left) {
            CandidateClaim candidate = kept.candidate();
            String claim = candidate.claim();
            if (turnedAway.contains(claim) || (isBound(candidate) && follows(claim, bounds))) {
                bounds.remove(claim);
            } else if (isBound(candidate) && bounds.contains(turned(claim))) {
                turnedAway.add(turned(claim));
                if (candidate.isShown()) {
                    shown.add(new Kept(equal(candidate), kept.evidence() + ", in both directions"));
                }
            } else if (candidate.isShown()) {
                shown.add(kept);
            }
        }
        return List.copyOf(shown);
    }

    private static boolean isStronger(CandidateClaim one, CandidateClaim other) {
        return one.topic().equals(other.topic()) && one.strength() > other.strength();
    }

    private static boolean isBound(CandidateClaim candidate) {
        return candidate.topic().equals(candidate.claim());
    }

    private static String turned(String claim) {
        String[] sides = claim.split(AT_MOST, 2);
        return sides[1] + AT_MOST + sides[0];
    }

    /** What two bounds come to. */
    private static CandidateClaim equal(CandidateClaim bound) {
        String claim = bound.claim().replace(AT_MOST, " == ");
        return new CandidateClaim(bound.name().replace("_at_most_", "_equals_"), claim, claim, 1);
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
