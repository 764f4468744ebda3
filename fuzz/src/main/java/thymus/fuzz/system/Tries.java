package thymus.fuzz.system;

import java.util.ArrayList;
import java.util.List;
import thymus.spec.Seed;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Scripts;
import thymus.system.execution.SetupException;
import thymus.system.execution.Step;

/** The sequences that a specification wants to be tried first. */
public final class Tries {
    private Tries() {}

    /**
     * @param system as setup has left it
     * @throws SetupException if one is no sequence of the adversary's, which the checker of the file could not see
     */
    public static List<List<Step>> of(DeployedSystem system) {
        List<List<Step>> tries = new ArrayList<>();
        List<Seed> seeds = system.specification().guidance().seeds();
        if (!seeds.isEmpty()) {
            SystemUniverse universe = new SystemUniverse(system);
            for (Seed seed : seeds) {
                List<Step> steps = Scripts.steps(system, seed);
                if (!universe.allowed(steps)) {
                    throw new SetupException(seed.span() + ": try: the adversary cannot make these calls: time is over "
                            + "before the last of them, or a sender has code; change the calls, or adversary");
                }
                tries.add(steps);
            }
        }
        return tries;
    }
}
