package thymus.ci.command;

import java.io.PrintStream;

/**
 * The streams that a command writes to.
 *
 * @param terminal whether a person looks at both streams: then there may be colours and a status line
 */
public record Console(PrintStream out, PrintStream err, boolean terminal) {
    private static final int WIDTH = 100;

    /** Shows a line that the next output replaces. */
    public void status(String line) {
        if (terminal) {
            err.print("\r\u001b[K" + (line.length() < WIDTH ? line : line.substring(0, WIDTH)));
            err.flush();
        }
    }

    public void clearStatus() {
        if (terminal) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    /** By the convention of no-color.org. */
    public boolean colour() {
        String refused = System.getenv("NO_COLOR");
        return terminal && (refused == null || refused.isEmpty());
    }
}
