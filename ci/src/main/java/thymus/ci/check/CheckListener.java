package thymus.ci.check;

import java.util.List;
import thymus.ci.verdict.PropertyVerdict;

/** Sees a check as it goes on; called on the thread that runs the check. */
public interface CheckListener {
    void decided(PropertyVerdict judgement);

    /** Several times a second. */
    void progress(Progress progress);

    /** @param proving the properties that provers work on now */
    record Progress(int decided, int properties, long transactions, List<String> proving) {}
}
