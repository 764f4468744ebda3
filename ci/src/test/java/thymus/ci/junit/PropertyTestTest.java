package thymus.ci.junit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import thymus.ci.CiException;
import thymus.ci.report.PropertyTestReport;
import thymus.ci.report.PropertyTestReport.Outcome;

class PropertyTestTest {
    private static void end(Outcome outcome) {
        PropertyTest.end("level", new PropertyTestReport(outcome, "word: reason", "  1. step\n"));
    }

    @Test
    void eachOutcomeIsOneThatJUnitKnows() {
        assertDoesNotThrow(() -> end(Outcome.PASSED));
        assertThrows(TestAbortedException.class, () -> end(Outcome.SKIPPED));
        assertThrows(CiException.class, () -> end(Outcome.ERROR));
        String message = assertThrows(AssertionFailedError.class, () -> end(Outcome.FAILURE))
                .getMessage();
        assertEquals("level is word: reason" + System.lineSeparator() + "  1. step", message);
    }
}
