package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.solver.property.Explorer;
import thymus.solver.state.ArbitrarySource.Place;
import thymus.solver.state.Region;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.state.Unseen;
import thymus.solver.symbolic.Interference;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.symbolic.SymbolicLog;
import thymus.solver.symbolic.Written;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/**
 * A kind of state in which the system may be entered: the known plain fields, and the changes by entries. One of them
 * is the state between transactions. The others are within a transaction, at its calls to unknown code. Mutable:
 * knowledge shrinks and changes grow until a fixpoint.
 */
final class EntryState {
    /**
     * The known fields that differ from setup; an empty value means that the field is unknown although setup set it.
     */
    private final Map<Place, Optional<BigInteger>> held;

    /** The addresses of the relays, by name. */
    private final Map<String, BigInteger> relays;

    private final Set<Place> changing = new HashSet<>();
    private final Set<Region> changingArrays = new HashSet<>();
    private final Set<EntryState> uses = new LinkedHashSet<>();
    private Interference interference = Interference.NONE;
    private Optional<Explorer.Exploration> exploration = Optional.empty();
    private boolean isDue = true;
    private boolean isGrowing = true;

    EntryState(Map<Place, Optional<BigInteger>> held, Map<String, BigInteger> relays) {
        this.held = Map.copyOf(held);
        this.relays = Map.copyOf(relays);
    }

    Map<Place, Optional<BigInteger>> held() {
        return held;
    }

    /** The fields that entries in this state change. */
    Set<Place> changing() {
        return changing;
    }

    /** The arrays of fixed length that entries in this state change. */
    Set<Region> changingArrays() {
        return changingArrays;
    }

    /** The entry states within the transactions that begin in this state. */
    Set<EntryState> uses() {
        return uses;
    }

    /** The possible changes by all entries in this state, as far as they are explored. */
    Interference interference() {
        return interference;
    }

    /** All transactions that begin in this state. */
    Explorer.Exploration exploration() {
        return exploration.orElseThrow();
    }

    /** Returns whether its transactions must be explored, again or for the first time. */
    boolean isDue() {
        return isDue;
    }

    void exploreAgain() {
        isDue = true;
    }

    /** Returns whether the last exploration removed knowledge. */
    boolean isGrowing() {
        return isGrowing;
    }

    void grows(boolean knowsLess) {
        isGrowing = knowsLess;
    }

    void begin() {
        isDue = false;
        uses.clear();
    }

    /**
     * Adds the result of an exploration.
     *
     * @return whether entries change more than was known
     */
    boolean add(Explorer.Exploration found, SymbolicWorld storage, SymbolicWorld transients) {
        exploration = Optional.of(found);
        Interference all = interference;
        for (Explorer.End end : found.ends()) {
            PathOutcome outcome = end.outcome();
            Simplifier simplifier = new Simplifier(storage.terms(), outcome.facts());
            Set<BigInteger> payers = new HashSet<>(all.payers());
            payers.addAll(outcome.world().ether().payers());
            Written written = Written.by(storage, outcome.world(), simplifier);
            all = new Interference(
                    all.storage().and(written),
                    all.told().and(told(end, written)),
                    all.transients().and(Written.by(transients, outcome.transientWorld(), simplifier)),
                    payers,
                    all.unseen().and(unseen(end)));
        }
        boolean grows = !all.equals(interference);
        interference = all;
        changing.addAll(all.storage().fields());
        changing.addAll(all.transients().fields());
        all.storage().families().stream().filter(Region::isInPlainArray).forEach(changingArrays::add);
        return grows;
    }

    /** What the path enters in the books of relays if it writes nothing else, so that it needs little gas. */
    private Written told(Explorer.End end, Written written) {
        boolean isCheap = !relays.containsValue(end.target())
                && written.without(relays.keySet()).equals(Written.NOTHING);
        return isCheap ? written.of(relays.keySet()) : Written.NOTHING;
    }

    private static Unseen unseen(Explorer.End end) {
        Set<BigInteger> emitters = new HashSet<>();
        for (SymbolicLog log : end.outcome().logs()) {
            if (!log.isMark()) {
                emitters.add(Terms.constantOf(log.address()).orElseThrow());
            }
        }
        return end.outcome()
                .world()
                .unseen()
                .and(new Unseen(emitters, Set.of(new Unseen.Call(end.target(), end.selector()))));
    }

    /** The entry states that the transactions of this one can reach, including itself. */
    List<EntryState> reached() {
        Set<EntryState> found = new LinkedHashSet<>();
        List<EntryState> open = new ArrayList<>(List.of(this));
        while (!open.isEmpty()) {
            EntryState next = open.removeFirst();
            if (found.add(next)) {
                open.addAll(next.uses);
            }
        }
        return List.copyOf(found);
    }
}
