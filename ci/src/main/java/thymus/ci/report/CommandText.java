package thymus.ci.report;

import java.io.File;
import java.nio.file.Path;

/** Commands that a reader can paste into a shell, in the folder where Thymus was started. */
final class CommandText {
    /** The launcher tells here how it was called itself. */
    private static final String CALLED = System.getProperty("thymus.command", "./thymus");

    private static final String PLAIN = "[\\w@%+=:,./-]+";

    private CommandText() {}

    static String replay(Path file) {
        return replay(CALLED, file);
    }

    static String replay(String command, Path file) {
        char quote = File.separatorChar == '\\' ? '"' : '\'';
        return word(command, quote) + " replay " + word(file.toString(), quote);
    }

    /**
     * One word for a shell, quoted where it has to be.
     *
     * @param quote a double one on Windows, where no name has it
     */
    static String word(String text, char quote) {
        return text.matches(PLAIN) ? text : quote + text.replace("'", quote == '\'' ? "'\\''" : "'") + quote;
    }
}
