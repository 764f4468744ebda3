package thymus.ci.check;

import java.util.List;
import java.util.Map;
import thymus.ci.verdict.FunctionUse;
import thymus.ci.verdict.Testing;
import thymus.system.execution.Scenario;
import thymus.system.execution.Step;

/** The falsifying side, as a check sees it: one campaign that watches all properties. */
public interface Fuzzer {
    /** Runs on the calling thread until its budget is used up or the caller stops it. */
    Outcome run(Observer observer);

    /** Called on the fuzzer's thread. */
    interface Observer {
        /** @param shrunk as short as the fuzzer could make it */
        void broken(String property, Scenario shrunk, String explanation);

        /** As {@link #broken(String, Scenario, String)}, of a system without parameters. */
        default void broken(String property, List<Step> shrunk, String explanation) {
            broken(property, Scenario.of(shrunk), explanation);
        }

        /** The property could not be evaluated in a state that was reached. */
        void failed(String property, Scenario shrunk, String reason);

        /** As {@link #failed(String, Scenario, String)}, of a system without parameters. */
        default void failed(String property, List<Step> shrunk, String reason) {
            failed(property, Scenario.of(shrunk), reason);
        }

        /** A fault of Thymus with this property; the others are watched on. */
        void crashed(String property, Throwable fault);

        /** Often: what was tried so far, by the name of the property, should the end not be heard of in time. */
        void tried(long transactions, Map<String, Testing> testing);

        /** After each sequence. @return whether to go on */
        boolean progress(long transactions);
    }

    /**
     * What a campaign came to.
     *
     * @param testing what was tried, by the name of the property
     * @param best the steps to the largest value of what a property maximizes, by its name
     */
    record Outcome(
            long transactions,
            Map<String, Testing> testing,
            List<FunctionUse> functions,
            Map<String, List<Step>> best) {
        public Outcome(long transactions, Map<String, Testing> testing, List<FunctionUse> functions) {
            this(transactions, testing, functions, Map.of());
        }
    }
}
