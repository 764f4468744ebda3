package thymus.ci.init;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thymus.ci.init.CandidateClaim.Bound;
import thymus.ci.init.Mining.Kept;

/** Leaves out of the invariants that hold those that follow from others at a glance. */
final class ImpliedClaims {
    private ImpliedClaims() {}

    static List<Kept> of(List<Kept> all) {
        Set<String> staying = new HashSet<>();
        all.stream().map(Kept::candidate).filter(CandidateClaim::neverChanges).forEach(c -> staying.add(c.topic()));
        List<Kept> left = all.stream()
                .filter(k -> all.stream().noneMatch(o -> isStronger(o.candidate(), k.candidate())))
                .filter(k -> k.candidate().neverChanges()
                        || staying.stream().noneMatch(t -> k.candidate().topic().startsWith(t)))
                .toList();
        Set<Bound> bounds = new HashSet<>();
        left.forEach(k -> k.candidate().bound().ifPresent(bounds::add));
        Set<Bound> turnedAway = new HashSet<>();
        List<Kept> shown = new ArrayList<>();
        for (Kept kept : left) {
            CandidateClaim candidate = kept.candidate();
            Optional<Bound> bound = candidate.bound();
            if (bound.filter(b -> turnedAway.contains(b) || follows(b, bounds)).isPresent()) {
                bounds.remove(bound.get());
            } else if (bound.filter(b -> bounds.contains(b.turned())).isPresent()) {
                turnedAway.add(bound.get().turned());
                if (candidate.isShown()) {
                    shown.add(new Kept(equal(candidate.name(), bound.get()), kept.evidence() + ", in both directions"));
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

    /** What two bounds come to. */
    private static CandidateClaim equal(String name, Bound bound) {
        String claim = bound.lower() + " == " + bound.upper();
        return CandidateClaim.invariant(name.replace(Candidates.AT_MOST, "_equals_"), claim, claim, 1);
    }

    /** Whether a <= c stands beside a <= b and b <= c. */
    private static boolean follows(Bound bound, Set<Bound> bounds) {
        return bounds.stream()
                .filter(b -> !b.equals(bound) && b.lower().equals(bound.lower()))
                .anyMatch(between -> bounds.contains(new Bound(between.upper(), bound.upper())));
    }
}
