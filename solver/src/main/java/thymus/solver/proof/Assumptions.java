package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import thymus.spec.Adversary;
import thymus.spec.Specification;

/** In words, what the file takes for granted: a proof says nothing about traces that break it. */
public final class Assumptions {
    private Assumptions() {}

    public static List<String> of(Specification specification) {
        Adversary adversary = specification.adversary();
        List<String> assumptions = new ArrayList<>();
        for (Adversary.Trust trust : adversary.trusted()) {
            assumptions.add(
                    trust.functions().isEmpty()
                            ? trust.actor() + " is trusted: it sends no transaction"
                            : trust.actor() + " is trusted not to call " + names(trust.functions()));
        }
        if (!adversary.excluded().isEmpty()) {
            assumptions.add("nobody calls " + names(adversary.excluded()));
        }
        if (adversary.minimumAdvance().signum() > 0) {
            assumptions.add("at least " + adversary.minimumAdvance() + " s pass between two transactions");
        }
        adversary.maximumAdvance().ifPresent(
                most -> assumptions.add("at most " + most + " s pass between two transactions"));
        adversary.until().ifPresent(end -> assumptions.add("the clock stays below " + end));
        return List.copyOf(assumptions);
    }

    private static String names(List<Adversary.Exclusion> exclusions) {
        return exclusions.stream()
                .map(e -> e.instance() + "." + e.function().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
