package thymus.system.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thymus.spec.monitor.Judgement;
import thymus.spec.monitor.Monitors;

/** Three bytes are 2^24 values: more than one judgement goes over. */
class QuantifierBudgetTest {
    private static Judgement judged(String condition) {
        DeployedSystem system = Systems.claiming(condition);
        return Monitors.of(Systems.property(system, "claim")).start(system.state());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            forall uint8 a: forall uint8 b: a + b >= 0                                              ; Held
            forall uint8 a: forall uint8 b: a + b < 510                                             ; Violated
            forall uint8 a: forall uint8 b: forall uint8 d: a + b + d >= 0                          ; Undecided
            forall uint8 a: forall uint8 b: forall uint8 d: a + b + d <= 300                        ; Violated
            !(forall uint8 a: forall uint8 b: forall uint8 d: a + b + d >= 0)                       ; Undecided
            !(forall uint8 a: forall uint8 b: forall uint8 d: a + b + d <= 300)                     ; Held
            (forall uint8 a: forall uint8 b: forall uint8 d: a + b + d >= 0) && box.base == 8       ; Violated
            (forall uint8 a: forall uint8 b: forall uint8 d: a + b + d >= 0) && box.base == 7       ; Undecided
            (forall uint8 a: forall uint8 b: forall uint8 d: a + b + d >= 0) || box.base == 7       ; Held
            (forall uint8 a: forall uint8 b: forall uint8 d: a + b + d >= 0) ==> box.base == 8      ; Undecided
            forall uint8 a: !(forall uint8 b: forall uint8 d: a + b + d >= 0)                       ; Undecided
            forall address u: forall uint8 b: forall uint8 d: box.shares[u] + b + d >= 0            ; Undecided
            """)
    void whatWasNotLookedAtDecidesNothing(String condition, String judgement) {
        Judgement made = judged(condition);
        assertEquals(judgement, made.getClass().getSimpleName(), made.toString());
    }

    @Test
    void theReasonNamesThePropertyAndSaysWhatToWrite() {
        assertEquals(
                "the property claim was judged in part only: the quantifiers around and in \"forall d\" ask for "
                        + "more than 65,792 evaluations in one state, and the fuzzer makes no more; write fewer "
                        + "quantifiers inside each other, or let them go over listed values, as in "
                        + "\"forall d in {0, 1}\"",
                assertInstanceOf(Judgement.Undecided.class, judged("forall uint8 a, b, d: a + b + d >= 0"))
                        .reason());
    }
}
