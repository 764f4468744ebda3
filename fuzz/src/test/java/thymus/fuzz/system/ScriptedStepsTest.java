package thymus.fuzz.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fixtures.Repository;
import thymus.fuzz.generate.CallDistribution;
import thymus.fuzz.generate.RecentValues;
import thymus.fuzz.generate.ScriptPlan;
import thymus.fuzz.generate.StepSource;
import thymus.fuzz.generate.StepTemplate;
import thymus.fuzz.generate.TracingSchedule;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.Steps;
import thymus.spec.check.SpecificationReader;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;

/** The steps of an action are as the file says. */
@Tag("integration")
class ScriptedStepsTest {
    private static final Path FILE = Repository.at("corpus/language/actions/Broken.inv");
    private static final Path TOKENS = Repository.vault();
    private static final int DRAWS = 200;

    private static DeployedSystem deploy(Path beside, String text) {
        ArtifactStore store = ArtifactStore.beside(beside);
        return DeployedSystem.deploy(SpecificationReader.read(text, beside.toString(), store), store);
    }

    private static StepSource source(DeployedSystem system, SystemUniverse universe, long seed) {
        return new StepSource(
                new SplitRandom(seed),
                universe,
                CallDistribution.flat(universe, false),
                SystemTestbed.dictionary(system),
                new SystemSubject(system, List.of(), universe.outsiders()),
                new RecentValues(),
                TracingSchedule.CLOSE);
    }

    private static BigInteger argument(Step step, int index) {
        return ((AbiValue.Number) Steps.arguments(step).get(index)).value();
    }

    @Test
    void argumentsComeFromTheirRangesAndSharedOnesAreEqual() {
        DeployedSystem system = deploy(FILE, """
                contract Broken = "Broken.sol:Broken";
                actor alice, bob;
                setup { c = new Broken() from alice; }
                action deal {
                  id in 5 .. 9;
                  c.open(id, {3, 7}, _);
                  time advances 10 .. 20;
                  c.accept(id, 100 .. 200, 4);
                }
                """);
        SystemUniverse universe = new SystemUniverse(system);
        Set<BigInteger> ids = new HashSet<>();
        Set<BigInteger> amounts = new HashSet<>();
        Set<String> senders = new HashSet<>();
        for (long seed = 0; seed < DRAWS; seed++) {
            StepSource source = source(system, universe, seed);
            Step open = source.draw(new StepTemplate.Scripted(universe.scripts().getFirst(), 0));
            Step accept =
                    source.draw(new StepTemplate.Scripted(universe.scripts().getFirst(), 1));
            assertEquals(argument(open, 0), argument(accept, 0));
            assertEquals(open.sender(), accept.sender());
            assertTrue(accept.seconds() >= 10 && accept.seconds() <= 20, accept::toString);
            BigInteger amount = argument(accept, 1);
            assertTrue(amount.intValueExact() >= 100 && amount.intValueExact() <= 200, accept::toString);
            assertEquals(BigInteger.valueOf(4), argument(accept, 2));
            ids.add(argument(open, 0));
            amounts.add(argument(open, 1));
            senders.add(open.sender());
        }
        assertEquals(5, ids.size());
        assertEquals(Set.of(BigInteger.valueOf(3), BigInteger.valueOf(7)), amounts);
        assertTrue(senders.containsAll(universe.senders()), senders::toString);
    }

    @Test
    void senderAndAccountsAreAsNamed() {
        DeployedSystem system = deploy(TOKENS, """
                contract Token = "Token.sol:Token";
                actor alice, bob, carol;
                setup { token = new Token() from alice; }
                action pay {
                  who in {alice, bob};
                  token.approve(msg.sender, 1) from who;
                  token.transfer(who, 2) from {bob, carol};
                }
                """);
        SystemUniverse universe = new SystemUniverse(system);
        Set<String> senders = new HashSet<>();
        for (long seed = 0; seed < DRAWS; seed++) {
            StepSource source = source(system, universe, seed);
            Step approve =
                    source.draw(new StepTemplate.Scripted(universe.scripts().getFirst(), 0));
            Step transfer =
                    source.draw(new StepTemplate.Scripted(universe.scripts().getFirst(), 1));
            assertTrue(Set.of("alice", "bob").contains(approve.sender()), approve::toString);
            assertTrue(Set.of("carol", "bob").contains(transfer.sender()), transfer::toString);
            assertEquals(universe.addressOf(approve.sender()), argument(approve, 0));
            assertEquals(universe.addressOf(approve.sender()), argument(transfer, 0));
            senders.add(approve.sender() + transfer.sender());
        }
        assertEquals(4, senders.size());
    }

    @Test
    void weightsAreKeptAndOtherCallsStay() {
        DeployedSystem system = deploy(TOKENS, """
                contract Token = "Token.sol:Token";
                actor alice;
                setup { token = new Token() from alice; }
                action often weight 3 { token.approve(alice, 1); }
                action seldom { token.transfer(alice, 1); }
                """);
        SystemUniverse universe = new SystemUniverse(system);
        List<StepTemplate> slots = Collections.nCopies(8_000, new StepTemplate.Fresh());
        Map<Object, Integer> counts = new HashMap<>();
        for (StepTemplate slot : ScriptPlan.with(universe.scripts(), slots, 32, new SplitRandom(1))) {
            counts.merge(
                    slot instanceof StepTemplate.Scripted s ? universe.scripts().indexOf(s.script()) : "free",
                    1,
                    Integer::sum);
        }
        assertEquals(4_000, counts.get("free"), 200);
        assertEquals(3_000, counts.get(0), 200);
        assertEquals(1_000, counts.get(1), 200);
    }
}
