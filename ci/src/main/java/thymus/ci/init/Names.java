package thymus.ci.init;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import thymus.spec.SpecException;
import thymus.spec.check.LanguageWords;
import thymus.spec.syntax.Source;
import thymus.spec.syntax.SyntaxReader;

/** The names that a file declares, each once. */
final class Names {
    private static final int LONGEST = 80;

    private final Set<String> taken = new HashSet<>();

    /** The name, or one like it that is free and that the grammar takes for a name. */
    String claim(String wanted) {
        String base = wanted.length() <= LONGEST ? wanted : wanted.substring(0, LONGEST);
        String name = base;
        for (int i = 2; !isPossible(name) || !taken.add(name); i++) {
            name = base + i;
        }
        return name;
    }

    private static boolean isPossible(String name) {
        try {
            return !LanguageWords.reserved().contains(name)
                    && !LanguageWords.functions().contains(name)
                    && !SyntaxReader.parse(new Source("", "actor " + name + ";"))
                            .declaration()
                            .isEmpty();
        } catch (SpecException e) {
            return false;
        }
    }

    /** Whether it is an identifier of Solidity, and so one of the language: other text could say anything. */
    static boolean isIdentifier(String name) {
        return name.matches("[A-Za-z_$][A-Za-z0-9_$]{0,200}");
    }

    /** With a small letter first, as instances are written. */
    static String small(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
