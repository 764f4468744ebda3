package thymus.ci.junit;

import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import thymus.ci.CiException;
import thymus.ci.report.PropertyTestReport;

/** How the test of a property ends for JUnit. */
final class PropertyTest {
    private PropertyTest() {}

    /**
     * Returns if it passes.
     *
     * @throws AssertionFailedError if it fails, with the counterexample
     * @throws TestAbortedException if it says nothing
     * @throws CiException if the property has no truth value
     */
    static void end(String property, PropertyTestReport report) {
        String text = property + " is " + report.message() + System.lineSeparator() + report.details();
        switch (report.outcome()) {
            case PASSED -> {}
            case FAILURE -> throw new AssertionFailedError(text.strip());
            case ERROR -> throw new CiException.WrongInput(text.strip());
            case SKIPPED -> throw new TestAbortedException(text.strip());
        }
    }
}
