package thymus.fuzz.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import thymus.system.execution.Step;

/**
 * Sequences one after the other, each planned from what those before it reached: the plans of a campaign, for callers
 * that ask for one sequence at a time. Equal seeds give equal sequences. For one thread at a time.
 */
public final class GuidedSequences {
    /** How many sequences are planned from the same knowledge, as in a campaign. */
    private static final int BATCH = 16;

    private final Testbed testbed;
    private final SequenceSandbox sandbox;
    private final CampaignState state;
    private final long seed;
    private final int longest;
    private final FirstSequences first;
    private final Deque<SequencePlan> plans = new ArrayDeque<>();
    private CampaignSnapshot knowledge;

    GuidedSequences(Testbed testbed, SequenceSandbox sandbox, long seed, int longest, List<List<Step>> tries) {
        this.testbed = testbed;
        this.sandbox = sandbox;
        this.seed = seed;
        this.longest = longest;
        first = new FirstSequences(tries, List.of());
        state = new CampaignState(testbed, Long.MAX_VALUE, longest, tries.size());
        knowledge = watchingAll();
    }

    /** Runs the next sequence. */
    public JudgedSequence next() {
        synchronized (testbed) {
            if (plans.isEmpty()) {
                plan();
            }
            SequenceResult result = sandbox.run(plans.remove(), knowledge);
            state.merge(result, new ArrayList<>(), new ArrayList<>());
            return JudgedSequence.of(result, testbed.properties().size());
        }
    }

    private void plan() {
        knowledge = watchingAll();
        for (int i = 0; i < BATCH; i++) {
            long number = state.sequences() + i;
            plans.add(SequencePlan.of(number, seed, knowledge, first, longest, testbed.universe()));
        }
    }

    /** A caller may ask of any property, of a broken one too. */
    private CampaignSnapshot watchingAll() {
        boolean[] all = new boolean[testbed.properties().size()];
        Arrays.fill(all, true);
        return state.knowledge().watching(all);
    }
}
