package thymus.ci.report;

import java.time.Duration;
import java.util.Locale;
import thymus.spec.text.PrintableText;

/** Times and foreign text as they are printed. */
final class TerminalText {
    private TerminalText() {}

    /**
     * Text from contracts and files without what could move a terminal's cursor or break a line: the author of a
     * contract writes its revert reasons.
     */
    static String text(String foreign) {
        return PrintableText.of(foreign);
    }

    /** Seconds with one digit below a minute, then minutes and seconds. */
    static String time(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", Math.floor(duration.toMillis() / 100.0) / 10)
                : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
