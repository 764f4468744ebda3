package thymus.ci.check;

import java.math.BigInteger;
import thymus.spec.tree.Property;
import thymus.system.crosscheck.CrossCheckResult;
import thymus.system.execution.Scenario;

/** A message of a worker to the deciding thread. Only that thread decides, so decisions need no locks. */
sealed interface Event {
    record ProofEnded(Property property, ProofResult result) implements Event {}

    record Broken(String property, Scenario scenario, String explanation) implements Event {}

    /** @param scenario shrunk; it leads to a state in which the property has no truth value */
    record Failed(String property, Scenario scenario, String reason) implements Event {}

    /** The fuzzer went wrong with one property, and goes on without it. */
    record Faulty(String property, String sentence) implements Event {}

    record Screened() implements Event {}

    /** The proof that what a property maximizes never exceeds the value that was reached has ended. */
    record Tightened(String property, BigInteger value, ProofResult result) implements Event {}

    /** The fuzzer has looked for larger values of what is maximized as long as it does after a proof. */
    record Climbed() implements Event {}

    record FuzzingEnded(Fuzzer.Outcome outcome) implements Event {}

    /** An independent EVM has replayed the property's counterexample. */
    record Judged(String property, CrossCheckResult opinion) implements Event {}

    /** @param internal whether it is a fault of Thymus, and not of what the system begins with */
    record FuzzingCrashed(String reason, boolean internal) implements Event {}
}
