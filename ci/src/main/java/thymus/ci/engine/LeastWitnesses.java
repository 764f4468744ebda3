package thymus.ci.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.ImpossibleTransactionException;
import thymus.system.execution.Scenario;
import thymus.system.execution.Step;
import thymus.system.execution.Witness;
import thymus.system.replay.Replay;
import thymus.system.replay.Replayer;

/**
 * Makes the witnesses of a scenario fewer and plainer. A solver's are arbitrary, and a reader is helped by those at
 * which a formula changes its value. Each is left out if the scenario breaks the property without it; then the least
 * absolute value is searched by bisection, which finds a local minimum.
 */
final class LeastWitnesses {
    private static final int MOST_RUNS = 600;

    private final DeployedSystem system;
    private final Property property;
    private int runs;

    LeastWitnesses(CheckTarget target, Property property, Scenario scenario) {
        this.system = target.deploy(scenario.parameters());
        this.property = property;
    }

    /** @return the scenario itself if it does not break the property */
    Scenario of(Scenario scenario) {
        List<Witness> least = scenario.witnesses();
        if (!breaks(scenario.steps(), least)) {
            return scenario;
        }
        for (Witness witness : scenario.witnesses()) {
            List<Witness> fewer = without(least, witness);
            least = breaks(scenario.steps(), fewer) ? fewer : least;
        }
        for (Witness witness : List.copyOf(least)) {
            least = reduced(scenario.steps(), least, witness);
        }
        return new Scenario(scenario.parameters(), least, scenario.steps());
    }

    private List<Witness> reduced(List<Step> steps, List<Witness> all, Witness witness) {
        BigInteger sign = BigInteger.valueOf(witness.value().signum());
        BigInteger breaking = witness.value().abs();
        BigInteger holding = BigInteger.ONE.negate();
        while (breaking.subtract(holding).compareTo(BigInteger.ONE) > 0 && runs < MOST_RUNS) {
            BigInteger between = holding.signum() < 0
                    ? BigInteger.ZERO
                    : breaking.add(holding).shiftRight(1);
            if (breaks(steps, with(all, witness, between.multiply(sign)))) {
                breaking = between;
            } else {
                holding = between;
            }
        }
        return with(all, witness, breaking.multiply(sign));
    }

    private static List<Witness> without(List<Witness> all, Witness one) {
        return all.stream().filter(witness -> witness != one).toList();
    }

    private static List<Witness> with(List<Witness> all, Witness one, BigInteger value) {
        List<Witness> changed = new ArrayList<>();
        all.forEach(witness -> changed.add(witness == one ? new Witness(one.variable(), value) : witness));
        return changed;
    }

    private boolean breaks(List<Step> steps, List<Witness> witnesses) {
        runs++;
        system.judgeAt(witnesses);
        try {
            return Replayer.run(system, property, steps).outcome() instanceof Replay.Outcome.Broken;
        } catch (ImpossibleTransactionException e) {
            return false; // the solver does not know all that the chain refuses
        }
    }
}
