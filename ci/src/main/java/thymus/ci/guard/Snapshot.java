package thymus.ci.guard;

import java.util.ArrayList;
import java.util.List;

/** What is read when a call begins, for {@code prev}. */
final class Snapshot {
    private final List<Field> fields = new ArrayList<>();

    /**
     * A value that is kept.
     *
     * @param meaning in the language of the file
     */
    private record Field(Value value, String meaning) {
        String name(int index) {
            return "v" + index;
        }
    }

    /** The value as it is read later. */
    Value keep(Value value, String meaning) {
        int index = fields.stream().map(Field::value).toList().indexOf(value);
        if (index < 0) {
            index = fields.size();
            fields.add(new Field(value, meaning));
        }
        return new Value(
                "before." + fields.get(index).name(index),
                Value.Binding.ATOM,
                value.sort(),
                value.least(),
                value.greatest());
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The members of the struct that holds it. */
    String members() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            out.append("    /// ").append(field.meaning()).append('\n');
            out.append("    ")
                    .append(field.value().sort().solidity())
                    .append(' ')
                    .append(field.name(i))
                    .append(";\n");
        }
        return out.toString();
    }

    /** The statements that fill it. */
    String statements() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            out.append("before.")
                    .append(field.name(i))
                    .append(" = ")
                    .append(field.value().text())
                    .append(";\n");
        }
        return out.toString();
    }
}
