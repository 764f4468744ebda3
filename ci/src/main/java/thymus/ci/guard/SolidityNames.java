package thymus.ci.guard;

import java.util.HashSet;
import java.util.Set;

/** Names of one scope of the generated source, each once. */
final class SolidityNames {
    private static final int LONGEST = 60;

    private final Set<String> taken = new HashSet<>();

    /** Nothing else gets the name. */
    void take(String name) {
        taken.add(name);
    }

    /** A name of the guard's own, which begins so and goes on with a part of the file's words. */
    String own(String prefix, String part) {
        String base = prefix + capital(cut(part));
        return unique(base);
    }

    /** A name for a parameter: the file's own where Solidity has no other meaning for it. */
    String parameter(String wanted) {
        boolean isName = wanted.matches("[A-Za-z_$][A-Za-z0-9_$]*");
        String base = isName ? cut(wanted) : "value";
        return unique(Words.isTaken(base) ? base + "_" : base);
    }

    private String unique(String base) {
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
