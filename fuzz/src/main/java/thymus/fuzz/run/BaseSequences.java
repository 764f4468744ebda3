package thymus.fuzz.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import thymus.fuzz.random.SplitRandom;
import thymus.system.execution.Step;

/** The sequences that a campaign may ask about. Those that reached something new are preferred, each of them once. */
final class BaseSequences {
    private static final int MOST = 256;

    /** Sequences that reached something new and were not asked about yet, the newest last. */
    private final Deque<Base> fresh = new ArrayDeque<>();

    /** A sequence, with the places of its features. */
    record Base(List<Step> steps, int[] places) {
        private static Base of(SequenceResult result) {
            return new Base(result.effective(result.steps().size()), result.places());
        }

        /** Those of the sides whose jump it runs. */
        List<BlockGoals.Side> beside(List<BlockGoals.Side> sides) {
            return BaseSequences.beside(sides, places);
        }
    }

    private static List<BlockGoals.Side> beside(List<BlockGoals.Side> sides, int[] places) {
        Features ran = new Features();
        ran.addPlaces(places);
        return sides.stream().filter(side -> ran.contains(side.from())).toList();
    }

    void add(Base base) {
        fresh.addLast(base);
        if (fresh.size() > MOST) {
            fresh.removeFirst();
        }
    }

    /**
     * Mostly a sequence that reached something new; otherwise one of the last batch, which may be in any state. It runs
     * beside one of the open sides.
     *
     * @param latest the results of the last batch
     */
    Optional<Base> pick(SplitRandom random, List<BlockGoals.Side> open, List<SequenceResult> latest) {
        Optional<Base> newest = random.chance(3, 4) ? newest(open) : Optional.empty();
        return newest.or(() -> {
            List<SequenceResult> usable = latest.stream()
                    .filter(result -> !beside(open, result.places()).isEmpty())
                    .toList();
            return usable.isEmpty() ? newest(open) : Optional.of(Base.of(random.pick(usable)));
        });
    }

    private Optional<Base> newest(List<BlockGoals.Side> open) {
        for (Iterator<Base> all = fresh.descendingIterator(); all.hasNext(); ) {
            Base base = all.next();
            if (!base.beside(open).isEmpty()) {
                all.remove();
                return Optional.of(base);
            }
        }
        return Optional.empty();
    }
}
