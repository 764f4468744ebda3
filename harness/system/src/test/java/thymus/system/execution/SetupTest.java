package thymus.system.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "box.say(\"not today\") from alice;                  | box.say(…) failed: \"not today\"",
                "box.panic(1) from alice;                            | box.panic(…) failed: Panic(0x12): division "
                        + "by zero",
                "box.move(alice, bob, 5e18) from alice;              | TooMuch(asked: 5e18, available: 0)",
                "box.take() from alice value 1;                      | \"too little\"",
                "box.loop() from alice;                              | loop for ever",
                "box.take() from alice value 2_000_000 ether;        | alice has too little ether",
            })
    void aFailingStepIsReportedAtItsPlaceWithItsReason(String step, String reason) {
        SetupException e = assertThrows(SetupException.class, () -> Systems.of(step, ""));
        assertTrue(e.getMessage().startsWith("box.inv:5:1: setup: "), e.getMessage());
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    @Test
    void addressesAreTheSameInEverySystem() {
        DeployedSystem one = Systems.plain();
        DeployedSystem two = Systems.of("box.put(alice, 7) from bob;", "");
        assertEquals(one.addressOf("alice"), two.addressOf("alice"));
        assertEquals(one.addressOf("box"), two.addressOf("box"));
        assertEquals(
                DeployedSystem.ALLOWANCE, one.state().etherBalance(one.state().account("bob")));
    }

    @Test
    void constructorsGetStructsAndEther() {
        DeployedSystem system = Systems.of(
                "box.setBucket(3, (5, 6, true, 7)) from alice;\n"
                        + "box.push([(1, 2, false, 3), (4, 5, true, 6)], -8) from alice;\n"
                        + "box.take() from alice value 2 ether;",
                "invariant claim: box.buckets[3].capacity == 7 && box.bucket.enabled && box.list[1].tokens == 4"
                        + " && box.ticks[0] == -8 && box.ticks[1] == 8 && balance(box) == 2 ether"
                        + " && box.limit() == 500;");
        assertTrue(Systems.holds(system, system.state()));
    }
}
