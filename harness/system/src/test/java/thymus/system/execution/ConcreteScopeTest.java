package thymus.system.execution;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thymus.contracts.abi.AbiValue;
import thymus.spec.monitor.UndefinedValue;
import thymus.spec.tree.Expr;

class ConcreteScopeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "box.base == 7 && box.low == 1 && box.negative == -5 && box.flag && box.mode == 1",
                "box.owner == alice && box.price == -9",
                "box.limit() == 500",
                "balance(alice) == 1_000_000 ether",
                "now == 1_700_000_000 && prev(now) == now",
                "sum(box.shares) == 0",
                "can(alice, box.put(bob, 5)) && !can(alice, box.move(alice, bob, 1))",
                "forall address u: box.shares[u] == 0",
                "can(box, box.put(bob, 5))",
                "forall a in {alice, bob}: a != box && balance(a) > 0",
            })
    void theStateAfterSetupIsReadByName(String claim) {
        DeployedSystem system = Systems.claiming(claim);
        assertTrue(Systems.holds(system, system.state()));
        assertTrue(Systems.holds(system, system.state().previous()));
    }

    @Test
    void prevReadsTheStateBeforeWithTheWordsOfThisStep() {
        DeployedSystem system = Systems.claiming("box.shareOf(alice) == 9 && prev(box.shareOf(alice)) == 4"
                + " && box.shares[alice] == 9 && prev(box.shares[alice]) == 4"
                + " && sum(box.shares) == 10 && prev(sum(box.shares)) == 4"
                + " && box.time() == now && prev(box.time()) == now"
                + " && prev(now) == now && prev(block.number) == block.number"
                + " && msg.sender == alice && prev(msg.sender) == alice"
                + " && prev(box.shareOf(msg.sender)) == 4"
                + " && !prev(can(alice, box.move(alice, bob, 5))) && can(alice, box.move(alice, bob, 5))"
                + " && prev(prev(box.shareOf(alice))) == 0");
        system.execute(Systems.step(system, "bob", "put", Systems.account(system, "alice"), AbiValue.of(4)));
        Step both = Systems.later(
                100, system, "alice", "putBoth", Systems.account(system, "alice"), Systems.account(system, "bob"));
        int mark = system.snapshot();
        for (int i = 0; i < 2; i++) {
            StepResult settled = system.execute(both);
            assertTrue(Systems.holds(system, settled.after()));
            assertFalse(Systems.holds(system, settled.after().previous()));
            assertTrue(Systems.holds(system, system.state()));
            system.rollback(mark);
        }
    }

    private static StepResult put(long seconds, DeployedSystem system, String whose, long amount) {
        return system.execute(
                Systems.later(seconds, system, "alice", "put", Systems.account(system, whose), AbiValue.of(amount)));
    }

    @Test
    void aViewThatRevertsHasNoValue() {
        DeployedSystem system = Systems.claiming("box.stopped() == 1");
        ViewRevertedException e =
                assertThrows(ViewRevertedException.class, () -> Systems.holds(system, system.state()));
        assertTrue(e.getMessage().contains("box.stopped reverted: \"stopped\""), e.getMessage());
        StepResult settled = system.execute(Systems.step(system, "bob", "setFlag", AbiValue.of(0)));
        assertTrue(Systems.holds(system, settled.after()));
        assertThrows(
                ViewRevertedException.class,
                () -> Systems.holds(system, settled.after().previous()));
    }

    @Test
    void sumsFollowRollbacks() {
        DeployedSystem system = Systems.claiming("sum(box.shares) == 5");
        int setup = system.snapshot();
        put(0, system, "alice", 5);
        assertTrue(Systems.holds(system, system.state()));
        put(0, system, "bob", 6);
        assertFalse(Systems.holds(system, system.state()));
        system.rollback(setup);
        assertFalse(Systems.holds(system, system.state()));
        put(0, system, "bob", 2);
        put(0, system, "alice", 3);
        assertTrue(Systems.holds(system, system.state()));
    }

    /** The optimizer hashes a constant key itself, so that no execution does. */
    @Test
    void sumsKnowKeysThatTheCompilerHashed() {
        DeployedSystem system = Systems.claiming("sum(box.shares) == 11");
        system.execute(Systems.step(system, "bob", "fixedKey"));
        assertTrue(Systems.holds(system, system.state()));
    }

    @Test
    void forallTakesValuesThatWereSeenInCalls() {
        DeployedSystem system = Systems.claiming("forall address u: box.shares[u] < 5");
        put(0, system, "bob", 4);
        assertTrue(Systems.holds(system, system.state()));
        int mark = system.snapshot();
        system.execute(Systems.step(system, "bob", "put", AbiValue.of(0xdead), AbiValue.of(5)));
        assertFalse(Systems.holds(system, system.state()));
        system.rollback(mark);
        assertTrue(Systems.holds(system, system.state()));
    }

    @Test
    void aScopeThatWasLeftBehindIsNotReadable() {
        DeployedSystem system = Systems.claiming("box.low == 1");
        int mark = system.snapshot();
        StepResult settled = put(0, system, "bob", 4);
        system.rollback(mark);
        put(0, system, "bob", 4);
        assertThrows(IllegalStateException.class, () -> Systems.holds(system, settled.after()));
    }

    @Test
    void valuesThatFitNoTypeAreErrors() {
        DeployedSystem system = Systems.claiming("box.shareOf(alice) == 0");
        Expr.ViewCall call = (Expr.ViewCall) ((Expr.Binary) Systems.claim(system)).left();
        List<BigInteger> words = List.of(BigInteger.ONE.negate());
        assertThrows(UndefinedValue.class, () -> system.state().call(call, words));
    }
}
