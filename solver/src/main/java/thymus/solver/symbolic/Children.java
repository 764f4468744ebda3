package thymus.solver.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.solver.state.Region;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;

/**
 * The contracts that a path has created and no revert has undone. Immutable.
 *
 * @param addresses of all of them, in the order of creation
 * @param known those whose code and storage are known at this moment; the others are like any unknown code
 */
record Children(List<IntTerm> addresses, List<Child> known) {
    static final Children NONE = new Children(List.of(), List.of());

    /**
     * A contract whose constructor has ended.
     *
     * @param name of its storage
     */
    record Child(IntTerm address, String name, OpenCode code) {}

    Children {
        addresses = List.copyOf(addresses);
        known = List.copyOf(known);
    }

    /** The name for the storage of the next one. */
    String nextName() {
        return Region.NEW + (addresses.size() + 1);
    }

    Children creating(IntTerm address) {
        List<IntTerm> all = new ArrayList<>(addresses);
        all.add(address);
        return new Children(all, known);
    }

    Children with(Child child) {
        List<Child> all = new ArrayList<>(known);
        all.add(child);
        return new Children(addresses, all);
    }

    /** The same contracts, of whose code and storage nothing is known any more. */
    Children forgotten() {
        return new Children(addresses, List.of());
    }

    Optional<Child> at(IntTerm address) {
        return known.stream().filter(child -> child.address() == address).findFirst();
    }

    Children simplified(Simplifier simplifier) {
        return new Children(
                addresses.stream().map(simplifier::simplify).toList(),
                known.stream()
                        .map(c -> new Child(simplifier.simplify(c.address()), c.name(), c.code()))
                        .toList());
    }
}
