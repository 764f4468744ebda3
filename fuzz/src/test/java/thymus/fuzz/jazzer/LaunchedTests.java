package thymus.fuzz.jazzer;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of a class in a JVM of their own, as a build would, and prints what they say. */
public final class LaunchedTests {
    private LaunchedTests() {}

    public static void main(String[] names) {
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(names[0]))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                System.out.println(test.getDisplayName() + " " + result.getStatus());
                                result.getThrowable().ifPresent(thrown -> thrown.printStackTrace(System.out));
                            }
                        });
    }
}
