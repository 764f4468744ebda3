package thymus.ci.check;

import java.util.List;
import thymus.system.execution.Step;

/** The sequences that campaigns hand on to later ones. */
public interface CorpusStore {
    /** Nothing is there, and nothing is kept. */
    CorpusStore NONE = new CorpusStore() {
        @Override
        public List<List<Step>> sequences() {
            return List.of();
        }

        @Override
        public void keep(List<Step> steps) {}
    };

    /** Those that run first, in an order that does not change. */
    List<List<Step>> sequences();

    /** Keeps a sequence at once, so that nothing is lost if the process ends. Called on the fuzzer's thread. */
    void keep(List<Step> steps);
}
