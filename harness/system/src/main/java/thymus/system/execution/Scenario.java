package thymus.system.execution;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps of a run, with the deployment that they begin with.
 *
 * @param parameters the values of the parameters of the deployment, by name; empty where the file has none
 * @param witnesses values at which {@code forall} is judged beside those that the run has seen
 */
public record Scenario(Map<String, BigInteger> parameters, List<Witness> witnesses, List<Step> steps) {
    public Scenario {
        witnesses = List.copyOf(witnesses);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        steps = List.copyOf(steps);
    }

    /** A run without witnesses. */
    public Scenario(Map<String, BigInteger> parameters, List<Step> steps) {
        this(parameters, List.of(), steps);
    }

    /** A run of a system without parameters. */
    public static Scenario of(List<Step> steps) {
        return new Scenario(Map.of(), steps);
    }

    /** The same deployment with other steps. */
    public Scenario with(List<Step> others) {
        return new Scenario(parameters, witnesses, others);
    }
}
