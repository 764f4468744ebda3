package thymus.ci.command;

import java.util.List;
import thymus.ci.CiException;
import thymus.spec.Specification;
import thymus.spec.syntax.Spelling;
import thymus.spec.tree.Property;

/** The properties that {@code --only} names. */
final class PropertySelection {
    private PropertySelection() {}

    /** Whether a specification has one of the properties, so that it is meant where several are checked. */
    static boolean isMeant(Specification specification, List<String> names) {
        return names.isEmpty() || specification.properties().stream().anyMatch(p -> names.contains(p.name()));
    }

    /** Those of the names that the specification has. */
    static List<String> known(Specification specification, List<String> names) {
        return names.stream()
                .filter(name -> specification.properties().stream()
                        .anyMatch(p -> p.name().equals(name)))
                .toList();
    }

    /** @param names empty: all */
    static List<Property> select(Specification specification, List<String> names) {
        List<Property> all = specification.properties();
        if (all.isEmpty()) {
            throw new CiException.WrongInput(specification.file() + " states no property; write at least one, such as"
                    + " `invariant name: condition;`");
        }
        for (String name : names) {
            if (all.stream().noneMatch(p -> p.name().equals(name))) {
                throw new CiException.WrongInput("--only " + name + ": " + specification.file()
                        + " has no property of that name; " + suggestion(name, all));
            }
        }
        return names.isEmpty()
                ? all
                : all.stream().filter(p -> names.contains(p.name())).toList();
    }

    private static String suggestion(String name, List<Property> all) {
        List<String> names = all.stream().map(Property::name).toList();
        String guess = Spelling.suggestion(name, names);
        return guess.isEmpty() ? "it has " + String.join(", ", names) : guess;
    }
}
