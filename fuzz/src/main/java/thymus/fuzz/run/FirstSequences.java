package thymus.fuzz.run;

import java.util.List;
import thymus.system.execution.Step;

/**
 * The sequences that a campaign runs before it thinks of any, in this order.
 *
 * @param tries those that are varied even if they reach nothing
 */
record FirstSequences(List<List<Step>> tries, List<List<Step>> seeds) {
    int count() {
        return tries.size() + seeds.size();
    }

    /** @param number below {@link #count} */
    List<Step> get(long number) {
        int index = (int) number;
        return index < tries.size() ? tries.get(index) : seeds.get(index - tries.size());
    }
}
