package thymus.ci.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import thymus.spec.text.Span;

/**
 * A text that two values share only if they are equal. Records are written by their components, so a component that is
 * added later is in the text at once. Positions in a file are left out, because they mean nothing.
 */
final class CanonicalText {
    private final StringBuilder out = new StringBuilder();

    private CanonicalText() {}

    /**
     * @throws IllegalArgumentException for a value that is made of something else than records, collections and scalars
     */
    static String of(Object value) {
        CanonicalText text = new CanonicalText();
        text.add(value);
        return text.out.toString();
    }

    private void add(Object value) {
        switch (value) {
            case Span position -> out.append('@');
            case String s -> text('"', s);
            case BigInteger n -> text('#', n.toString());
            case Integer n -> text('#', n.toString());
            case Long n -> text('#', n.toString());
            case Boolean b -> text('?', b.toString());
            case byte[] bytes -> text('x', HexFormat.of().formatHex(bytes));
            case Enum<?> constant -> text('.', constant.getDeclaringClass().getName() + "." + constant.name());
            case Optional<?> optional -> all("optional", optional.stream().toList());
            case List<?> list -> all("list", list);
            case Set<?> set ->
                all("set", new TreeSet<>(set.stream().map(CanonicalText::of).toList()));
            case Map<?, ?> map -> {
                all("keys", map.keySet().stream().toList());
                all("values", map.values().stream().toList());
            }
            case Record record -> {
                out.append(record.getClass().getName()).append('(');
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    add(valueOf(component, record));
                }
                out.append(')');
            }
            default ->
                throw new IllegalArgumentException(
                        "no canonical text for a " + value.getClass().getName());
        }
    }

    private void all(String kind, Iterable<?> values) {
        out.append(kind).append('[');
        values.forEach(this::add);
        out.append(']');
    }

    /** With its length, so that no text can end early and pass for another. */
    private void text(char kind, String text) {
        out.append(kind).append(text.length()).append(':').append(text);
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(component + " cannot be read", e);
        }
    }
}
