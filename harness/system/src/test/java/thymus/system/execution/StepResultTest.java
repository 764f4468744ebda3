package thymus.system.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.contracts.abi.AbiValue;
import thymus.evm.HarnessException;
import thymus.spec.monitor.Evaluator;
import thymus.spec.tree.Property;

class StepResultTest {
    private static final String RULES = """
            rule put: on ok(box.put(who, amount)): box.shares[who] == amount && amount > prev(box.shares[who]);
            rule moved: on box.Moved(to, amount, _): box.shares[to] == amount;
            rule bucket: on ok(box.setBucket(k, (tokens, _, _, capacity))): tokens <= capacity;
            rule said: on ok(box.panic(_)) returns (r): r == 1;
            rule tried: on attempted(box.panic(x)): x == 1;
            rule failed: on reverted(box.panic(x)): x == 1 && msg.sig == box.panic.selector;
            rule divided: on reverted(box.panic(x)) with Panic(0x12): x == 1;
            rule panicked: on reverted(box.panic) with Panic: box.flag == prev(box.flag);
            rule overflown: on reverted(box.panic) with Panic(0x11): true;
            rule safe: never panics(0x12) in box;
            rule sound: never asserts;
            rule shares: on reverted(box.put): true;
            """;

    private final DeployedSystem system = Systems.of("", RULES);

    private List<Boolean> judged(String rule, StepResult settled) {
        Property.Rule property = (Property.Rule) Systems.property(system, rule);
        return settled.matches(property.trigger()).stream()
                .map(scope -> Evaluator.truth(property.condition(), scope))
                .toList();
    }

    private StepResult put(long amount) {
        return system.execute(
                Systems.step(system, "bob", "put", Systems.account(system, "alice"), AbiValue.of(amount)));
    }

    @Test
    void aSuccessfulCallBindsItsArguments() {
        assertEquals(List.of(true), judged("put", put(5)));
        assertEquals(List.of(false), judged("put", put(4)));
        assertEquals(List.of(), judged("bucket", put(4)));
    }

    @Test
    void everyCallIsJudgedForPanics() {
        assertEquals(List.of(true), judged("safe", put(5)));
        assertEquals(List.of(true), judged("sound", put(5)));
        system.execute(Systems.step(system, "bob", "setFlag", AbiValue.of(true)));
        StepResult panics = system.execute(Systems.step(system, "bob", "panic", AbiValue.of(1)));
        assertEquals(List.of(false), judged("safe", panics));
        assertEquals(List.of(true), judged("sound", panics));
    }

    @Test
    void placesAreTheNumbersOfEventsAndThenTheCall() {
        StepResult settled = put(5);
        Property.Rule moved = (Property.Rule) Systems.property(system, "moved");
        Property.Rule put = (Property.Rule) Systems.property(system, "put");
        assertEquals(
                List.of(0),
                settled.placed(moved.trigger()).stream().map(m -> m.place()).toList());
        assertEquals(
                List.of(settled.receipt().logs().size()),
                settled.placed(put.trigger()).stream().map(m -> m.place()).toList());
    }

    @Test
    void eventsBindTheirFieldsOncePerEvent() {
        assertEquals(List.of(true), judged("moved", put(5)));
    }

    @Test
    void membersOfStructsAreBound() {
        StepCall call = new StepCall.FunctionCall(
                Systems.function(system, "setBucket"),
                List.of(
                        AbiValue.of(3),
                        AbiValue.of(AbiValue.of(9), AbiValue.of(1), AbiValue.of(true), AbiValue.of(8))));
        StepResult settled = system.execute(new Step("bob", "box", call, BigInteger.ZERO, 0, 0));
        assertEquals(List.of(false), judged("bucket", settled));
    }

    @Test
    void resultsAreBound() {
        system.execute(Systems.step(system, "bob", "setFlag", AbiValue.of(false)));
        assertEquals(
                List.of(true), judged("said", system.execute(Systems.step(system, "bob", "panic", AbiValue.of(1)))));
    }

    @Test
    void aFailedCallMatchesNothingButItsTimePasses() {
        system.execute(Systems.step(system, "bob", "setFlag", AbiValue.of(true)));
        StepResult settled = system.execute(Systems.later(60, system, "bob", "panic", AbiValue.of(1)));
        assertEquals(Optional.of("Panic(0x12): division by zero"), settled.failure());
        assertEquals(List.of(), judged("said", settled));
        assertEquals(1_700_000_060L, system.chain().timestamp());
    }

    @Test
    void aFailedCallMatchesTheRulesThatAreAboutSuchByItsReason() {
        system.execute(Systems.step(system, "bob", "setFlag", AbiValue.of(true)));
        StepResult failed = system.execute(Systems.step(system, "bob", "panic", AbiValue.of(1)));
        for (String rule : List.of("tried", "failed", "divided", "panicked")) {
            assertEquals(List.of(true), judged(rule, failed), rule);
        }
        assertEquals(List.of(), judged("overflown", failed));
        assertEquals(List.of(), judged("shares", failed));
        system.execute(Systems.step(system, "bob", "setFlag", AbiValue.of(false)));
        StepResult succeeded = system.execute(Systems.step(system, "bob", "panic", AbiValue.of(2)));
        assertEquals(List.of(false), judged("tried", succeeded));
        for (String rule : List.of("failed", "divided", "panicked")) {
            assertEquals(List.of(), judged(rule, succeeded), rule);
        }
    }

    @Test
    void etherComesFromActorsOrIsGivenToStrangers() {
        Step take = Systems.step(system, "0x000000000000000000000000000000000000aaaa", "take");
        assertTrue(system.execute(Systems.paying(5, take)).receipt().ok());
        Step rich = new Step("bob", "box", take.call(), DeployedSystem.ALLOWANCE.add(BigInteger.ONE), 0, 0);
        SettledState before = system.history().current();
        ImpossibleTransactionException poor =
                assertThrows(ImpossibleTransactionException.class, () -> system.execute(rich));
        assertEquals("bob has too little ether", poor.getMessage());
        assertSame(before, system.history().current(), "what no block contains is no step");
        assertEquals(
                BigInteger.valueOf(5),
                system.state().etherBalance(system.state().account("box")));
    }

    @Test
    void rawTransfersReachTheReceiveFunction() {
        Step transfer = new Step("bob", "box", new StepCall.RawCall(new byte[0]), BigInteger.TEN, 0, 0);
        assertTrue(system.execute(transfer).receipt().ok());
        assertFalse(system.execute(new Step("bob", "box", new StepCall.RawCall(new byte[3]), BigInteger.ZERO, 0, 0))
                .receipt()
                .ok());
    }

    @Test
    void whoDoesNotExistSendsNothing() {
        for (String name : List.of("carol", "box", "0x12")) {
            StepCall call = new StepCall.RawCall(new byte[0]);
            Step step = new Step(name, "box", call, BigInteger.ZERO, 0, 0);
            assertThrows(HarnessException.class, () -> system.execute(step));
        }
    }

    @Test
    void aContractThatLoopsForEverEndsByGas() {
        StepResult settled = system.execute(Systems.step(system, "bob", "loop"));
        assertEquals(Optional.of("out of gas"), settled.failure());
        assertEquals(DeployedSystem.GAS, settled.receipt().gasUsed());
    }
}
