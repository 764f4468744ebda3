package thymus.spec;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.StringJoiner;
import thymus.spec.text.Span;
import thymus.spec.tree.Variable;

/**
 * A tree as text without its places and without the numbers of its variables, to compare trees from different texts.
 */
public final class Shape {
    private Shape() {}

    public static String of(Object node) {
        try {
            return switch (node) {
                case Variable v -> v.name() + ":" + v.type() + v.abi();
                case Optional<?> o -> o.map(Shape::of).orElse("-");
                case Collection<?> c -> c.stream().map(Shape::of).toList().toString();
                case Record r -> record(r);
                default -> node.toString();
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String record(Record record) throws ReflectiveOperationException {
        StringJoiner parts = new StringJoiner(", ", record.getClass().getSimpleName() + "(", ")");
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getType() != Span.class) {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                parts.add(of(accessor.invoke(record)));
            }
        }
        return parts.toString();
    }
}
