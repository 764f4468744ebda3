package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import thymus.spec.Adversary;
import thymus.spec.Chains;
import thymus.spec.Relay;
import thymus.spec.SetupParameter;
import thymus.spec.Specification;
import thymus.spec.contract.Mutability;
import thymus.spec.text.NumberText;
import thymus.system.execution.DeployedSystem;

/** Renders the assumptions of the file and its fork. A proof does not apply to traces that violate them. */
public final class Assumptions {
    private Assumptions() {}

    public static List<String> of(DeployedSystem system) {
        Specification specification = system.specification();
        Adversary adversary = specification.adversary();
        List<String> assumptions = new ArrayList<>(system.forkNotes());
        if (system.fork().isPresent()) {
            assumptions.add("contracts of the fork that the file does not name do nothing but send the named ones "
                    + "transactions, one call each");
            if (!specification.flows().isEmpty()) {
                assumptions.add("flows count from the fork on");
            }
            if (!specification.ghosts().isEmpty()) {
                assumptions.add("ghosts have their first values after the fork and setup");
            }
        }
        for (SetupParameter parameter : specification.parameters().values()) {
            assumptions.add(parameter.name() + " is any number from " + NumberText.value(parameter.least()) + " to "
                    + NumberText.value(parameter.greatest()) + " with which setup succeeds");
        }
        several(specification.chains(), assumptions);
        specification.callees().forEach((name, behaviour) -> assumptions.add(behaviour.assumption(name)));
        for (Adversary.Trust trust : adversary.trusted()) {
            assumptions.add(
                    trust.functions().isEmpty()
                            ? trust.actor() + " is trusted: it sends no transaction"
                            : trust.actor() + " is trusted not to call " + names(trust.functions(), specification));
        }
        if (!adversary.excluded().isEmpty()) {
            assumptions.add("nobody calls " + names(adversary.excluded(), specification));
        }
        if (adversary.minimumAdvance().signum() > 0) {
            assumptions.add(
                    "at least " + NumberText.prose(adversary.minimumAdvance()) + " s pass between two transactions");
        }
        adversary
                .maximumAdvance()
                .ifPresent(most ->
                        assumptions.add("at most " + NumberText.prose(most) + " s pass between two transactions"));
        adversary.until().ifPresent(end -> assumptions.add("the clock stays below " + NumberText.value(end)));
        return List.copyOf(assumptions);
    }

    private static void several(Chains chains, List<String> assumptions) {
        if (chains.areSeveral()) {
            assumptions.add(
                    "of chains " + String.join(", ", chains.names()) + ", each contract is on one, where it calls "
                            + "only what is there, its address is anybody's on the others, and the clocks are within "
                            + NumberText.prose(chains.drift())
                            + " s of that of " + chains.names().getFirst());
        }
        for (Relay relay : chains.relays().values()) {
            assumptions.add(relay.name() + " calls " + relay.receiver() + "."
                    + relay.function().name() + " only with what "
                    + relay.message().contract() + "."
                    + relay.message().event().name() + " has told, within " + NumberText.prose(relay.within())
                    + " s on the clocks of the two chains, " + (relay.inOrder() ? "in order" : "in any order") + ", "
                    + (relay.atMostOnce() ? "at most once" : "any number of times")
                    + (relay.summed().isEmpty() ? "" : "; what it has to deliver adds up to less than 2^256"));
        }
    }

    private static String names(List<Adversary.Exclusion> exclusions, Specification specification) {
        return exclusions.stream()
                .map(e -> e.instance() + "."
                        + (isWhole(e, exclusions, specification)
                                ? e.function().name()
                                : e.function().signature()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Returns whether each overload that sends transactions is excluded beside this one. */
    private static boolean isWhole(
            Adversary.Exclusion exclusion, List<Adversary.Exclusion> all, Specification specification) {
        return specification.modelOf(exclusion.instance()).functions().stream()
                .filter(f -> f.name().equals(exclusion.function().name()))
                .filter(f -> f.mutability() != Mutability.VIEW && f.mutability() != Mutability.PURE)
                .allMatch(f -> all.stream()
                        .anyMatch(e -> e.instance().equals(exclusion.instance())
                                && e.function().equals(f)));
    }
}
