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
import thymus.solver.state.SymbolicWorld;
import thymus.solver.state.Unseen;
import thymus.solver.symbolic.Interference;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.symbolic.SymbolicLog;
import thymus.solver.symbolic.Written;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/**
 * A kind of state in which the system may be entered: what is known of its plain fields then, and what entries change.
 * One of them is the state between transactions. The others lie within a transaction, where it calls code that nobody
 * knows. Mutable: knowledge shrinks and changes grow until nothing is left to find.
 */
final class EntryState {
    /** What is known of fields beside what setup left, or is not known although setup left it. */
    private final Map<Place, Optional<BigInteger>> held;

    private final Set<Place> changing = new HashSet<>();
    private final Set<EntryState> uses = new LinkedHashSet<>();
    private Interference interference = Interference.NONE;
    private Optional<Explorer.Exploration> exploration = Optional.empty();
    private boolean isDue = true;
    private boolean isGrowing = true;

    EntryState(Map<Place, Optional<BigInteger>> held) {
        this.held = Map.copyOf(held);
    }

    Map<Place, Optional<BigInteger>> held() {
        return held;
    }

    /** Fields that entries in this state change. */
    Set<Place> changing() {
        return changing;
    }

    /** ReentrancyAnalysis within the transactions that begin at this one. */
    Set<EntryState> uses() {
        return uses;
    }

    /** What all entries in this state may change together, as far as was found. */
    Interference interference() {
        return interference;
    }

    /** Every transaction that begins in this state. */
    Explorer.Exploration exploration() {
        return exploration.orElseThrow();
    }

    /** Whether its transactions have to be explored, again or for the first time. */
    boolean isDue() {
        return isDue;
    }

    void exploreAgain() {
        isDue = true;
    }

    /** Whether the last exploration took knowledge away. */
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
     * Takes in what an exploration found.
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
            all = new Interference(
                    all.storage().and(Written.by(storage, outcome.world(), simplifier)),
                    all.transients().and(Written.by(transients, outcome.transientWorld(), simplifier)),
                    payers,
                    all.unseen().and(unseen(end)));
        }
        boolean grows = !all.equals(interference);
        interference = all;
        changing.addAll(all.storage().fields());
        changing.addAll(all.transients().fields());
        return grows;
    }

    private static Unseen unseen(Explorer.End end) {
        Set<BigInteger> emitters = new HashSet<>();
        for (SymbolicLog log : end.outcome().logs()) {
            emitters.add(Terms.constantOf(log.address()).orElseThrow());
        }
        return end.outcome()
                .world()
                .unseen()
                .and(new Unseen(emitters, Set.of(new Unseen.Call(end.target(), end.selector()))));
    }

    /** ReentrancyAnalysis that the transactions of this one lead to, itself among them. */
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
