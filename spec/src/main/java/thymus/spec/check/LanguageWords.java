package thymus.spec.check;

import java.util.List;
import java.util.Set;

/** The names that mean something in every file, without being keywords of the grammar. */
public final class LanguageWords {
    private LanguageWords() {}

    /** The functions of the language, such as {@code sum}. */
    public static List<String> functions() {
        return BuiltinChecker.NAMES;
    }

    /** The names that a file cannot declare, such as {@code now}. */
    public static Set<String> reserved() {
        return Declarations.RESERVED;
    }
}
