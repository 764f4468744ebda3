package thymus.system.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import thymus.contracts.artifact.Artifact;
import thymus.system.execution.AdversaryUniverse.RawTarget;
import thymus.system.execution.AdversaryUniverse.Target;

class AdversaryUniverseTest {
    private static DeployedSystem system(String clauses) {
        return Systems.of("", "adversary { " + clauses + " }");
    }

    private static Target target(DeployedSystem system, String function) {
        return new Target("box", Systems.function(system, function));
    }

    @Test
    void everyoneMayCallEverythingThatChangesState() {
        DeployedSystem system = Systems.plain();
        AdversaryUniverse universe = new AdversaryUniverse(system);
        assertTrue(universe.targets().contains(target(system, "put")));
        assertFalse(universe.targets().contains(target(system, "shareOf")));
        assertEquals(List.of("alice", "bob"), universe.senders());
        assertTrue(universe.allows("0x000000000000000000000000000000000000aaaa", target(system, "put")));
        assertEquals(List.of(new RawTarget("box", Artifact.Unnamed.RECEIVE)), universe.rawTargets());
        assertEquals(0, universe.minimumAdvance());
        assertEquals(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.valueOf(101)), universe.maximumAdvance(100));
    }

    @Test
    void trustAndExclusionNarrowIt() {
        DeployedSystem system = system("trusts alice; trusts bob for box.put; excludes box.move;");
        AdversaryUniverse universe = new AdversaryUniverse(system);
        assertEquals(List.of("bob"), universe.senders());
        assertFalse(universe.allows("alice", target(system, "fill")));
        assertFalse(universe.allows("bob", target(system, "put")));
        assertTrue(universe.allows("bob", target(system, "fill")));
        assertFalse(universe.allows("0x000000000000000000000000000000000000aaaa", target(system, "move")));
        assertFalse(universe.targets().contains(target(system, "move")));
    }

    @Test
    void timeIsBounded() {
        AdversaryUniverse universe =
                new AdversaryUniverse(system("time advances 5 .. 1 days; time until 1_700_000_100;"));
        assertEquals(5, universe.minimumAdvance());
        assertEquals(BigInteger.valueOf(86_400), universe.maximumAdvance(1_600_000_000));
        assertEquals(BigInteger.valueOf(9), universe.maximumAdvance(1_700_000_090));
    }
}
