package thymus.spec.contract;

import java.util.List;
import java.util.stream.Collectors;

/** An event. Its first topic is the keccak-256 of the signature, unless it is anonymous. */
public record EventModel(String name, List<Field> fields, boolean anonymous) {
    /** A value of an event. Indexed ones are topics; the others form the data. */
    public record Field(String name, AbiType type, boolean indexed) {}

    public EventModel {
        fields = List.copyOf(fields);
    }

    public String signature() {
        return fields.stream().map(f -> f.type().canonicalName()).collect(Collectors.joining(",", name + "(", ")"));
    }
}
