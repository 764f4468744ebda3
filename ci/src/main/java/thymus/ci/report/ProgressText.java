package thymus.ci.report;

import java.time.Duration;
import thymus.ci.check.CheckListener;
import thymus.spec.text.NumberText;

/** The progress of a check, in one line. */
public final class ProgressText {
    private ProgressText() {}

    public static String of(CheckListener.Progress progress, long elapsedNanos) {
        String proving = progress.proving().isEmpty() ? "" : "; proving " + String.join(", ", progress.proving());
        return TerminalText.time(Duration.ofNanos(elapsedNanos)) + ": " + progress.decided() + " of "
                + progress.properties() + " decided; " + NumberText.count(progress.transactions(), "transaction")
                + proving;
    }
}
