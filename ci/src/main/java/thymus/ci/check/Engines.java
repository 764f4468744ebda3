package thymus.ci.check;

import java.util.List;
import thymus.ci.verdict.CheckedContract;

/** Makes what a check works with; each of them has a deployed system of its own. */
public interface Engines {
    PropertyProver prover();

    Fuzzer fuzzer();

    CounterexampleConfirmer referee();

    /** The contracts that stand on the chain after setup. */
    default List<CheckedContract> contracts() {
        return List.of();
    }
}
