package thymus.ci.guard;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import thymus.ci.CiException;
import thymus.spec.Specification;
import thymus.spec.syntax.Spelling;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Flow;
import thymus.spec.tree.MentionedContracts;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Walk;

/** Writes the source of a contract that enforces the properties of a file inside execution. */
public final class Guard {
    private Guard() {}

    /**
     * A source.
     *
     * @param contract its name
     * @param guarded the deployed contract that inherits from it
     * @param enforced names of properties
     * @param leftOut sentences, one for each property that is not enforced; lemmas, which are there for proofs, aside
     */
    public record Written(String contract, String guarded, String source, List<String> enforced, List<String> leftOut) {
        public Written {
            enforced = List.copyOf(enforced);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Writes it.
     *
     * @param file the name of the file, without folders
     * @param wanted the deployed contract that inherits from it; empty: the only one that can be meant
     * @param buckets of a ring at most, from 2 on
     * @throws CiException.WrongInput if nothing of the file can be enforced, or nothing says for which contract
     */
    public static Written write(Specification specification, String file, Optional<String> wanted, int buckets) {
        if (specification.chains().areSeveral()) {
            throw new CiException.WrongInput(
                    specification.file() + " has several chains, and a guard stands on one; write a file for each");
        }
        String guarded = guarded(specification, wanted);
        GuardPlan monitor = GuardPlan.of(specification, guarded, buckets);
        List<String> leftOut = monitor.leftOut().stream()
                .filter(left -> !left.isLemma())
                .map(left -> left.sentence(file))
                .toList();
        if (monitor.enforced().isEmpty()) {
            throw new CiException.WrongInput("nothing of " + specification.file() + " can be enforced by " + guarded
                    + leftOut.stream().map(line -> "\n  " + line).collect(Collectors.joining()));
        }
        String contract = contract(file);
        return new Written(
                contract,
                guarded,
                new GuardSource(monitor, contract, file).text(),
                monitor.enforced().stream().map(Property::name).toList(),
                leftOut);
    }

    /** A name of Solidity that is like the name of the file. */
    private static String contract(String file) {
        String stem = file.replaceFirst("\\.inv$", "").replaceAll("[^A-Za-z0-9_$]", "_");
        return (stem.matches("[0-9].*") || stem.isEmpty() ? "_" : "") + stem + "Guard";
    }

    private static String guarded(Specification specification, Optional<String> wanted) {
        Set<String> instances = specification.instances().keySet();
        if (wanted.isPresent()) {
            if (instances.contains(wanted.get())) {
                return wanted.get();
            }
            String near = Spelling.suggestion(wanted.get(), instances);
            throw new CiException.WrongInput("--contract " + wanted.get() + ": setup deploys no contract of that name; "
                    + (near.isEmpty() ? "there are " + String.join(", ", instances) : near));
        }
        for (Set<String> candidates : List.of(instances, triggering(specification), mentioned(specification))) {
            if (candidates.size() == 1) {
                return candidates.iterator().next();
            }
        }
        throw new CiException.WrongInput(specification.file()
                + " speaks of several contracts; name the one to guard by --contract: " + String.join(", ", instances));
    }

    /** Those whose calls and events properties are about. */
    private static Set<String> triggering(Specification specification) {
        Set<String> found = new LinkedHashSet<>();
        for (Property property : specification.properties()) {
            if (property instanceof Property.Rule rule) {
                contract(rule.trigger()).ifPresent(found::add);
            }
            property.expressions().stream()
                    .flatMap(Walk::all)
                    .filter(Expr.Windowed.class::isInstance)
                    .map(window -> ((Expr.Windowed) window).flow())
                    .map(Flow::trigger)
                    .forEach(trigger -> contract(trigger).ifPresent(found::add));
        }
        return found;
    }

    private static Optional<String> contract(Trigger trigger) {
        return switch (trigger) {
            case Trigger.SuccessfulCall t -> Optional.of(t.contract());
            case Trigger.Emitted t -> Optional.of(t.contract());
            case Trigger.TriedCall _,
                    Trigger.Called _,
                    Trigger.EtherMoved _,
                    Trigger.Entered _,
                    Trigger.Departure _,
                    Trigger.InnerCall _ -> Optional.empty();
        };
    }

    private static Set<String> mentioned(Specification specification) {
        return specification.properties().stream()
                .flatMap(property -> MentionedContracts.of(property).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
