package thymus.ci.command;

import java.util.Comparator;
import java.util.List;
import thymus.ci.CiException;
import thymus.spec.Specification;
import thymus.spec.tree.Property;

/** The properties that {@code --only} names. */
final class PropertySelection {
    private PropertySelection() {}

    /** @param names empty: all */
    static List<Property> select(Specification specification, List<String> names) {
        List<Property> all = specification.properties();
        if (all.isEmpty()) {
            throw new CiException.WrongInput(specification.file() + " states no property; write at least one, such as"
                    + " `invariant name: condition;`");
        }
        for (String name : names) {
            if (all.stream().noneMatch(p -> p.name().equals(name))) {
                throw new CiException.WrongInput(
                        "--only " + name + ": " + specification.file() + " has no property of that name; "
                                + suggestion(name, all));
            }
        }
        return names.isEmpty()
                ? all
                : all.stream().filter(p -> names.contains(p.name())).toList();
    }

    private static String suggestion(String name, List<Property> all) {
        String nearest = all.stream()
                .map(Property::name)
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .orElseThrow();
        return distance(name, nearest) <= Math.max(2, name.length() / 3)
                ? "did you mean " + nearest + "?"
                : "it has " + String.join(", ", all.stream().map(Property::name).toList());
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
