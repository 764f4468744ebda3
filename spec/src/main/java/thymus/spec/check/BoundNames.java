package thymus.spec.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.spec.text.Span;

/** The names bound by the quantifiers, patterns and loops around an expression. */
record BoundNames(Map<String, PartialValue.Scalar> values) {
    static final BoundNames NONE = new BoundNames(Map.of());

    BoundNames {
        values = Map.copyOf(values);
    }

    Optional<PartialValue.Scalar> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Set<String> names() {
        return values.keySet();
    }

    /** @throws thymus.spec.NameError if the name already has a meaning, because no name hides another */
    BoundNames with(Declarations environment, String name, Span span, PartialValue.Scalar value) {
        boolean taken = values.containsKey(name)
                || environment.isAccount(name)
                || environment.parameters.containsKey(name)
                || environment.flows.containsKey(name)
                || environment.ghosts.containsKey(name)
                || environment.definitions.containsKey(name)
                || environment.contracts.containsKey(name)
                || Declarations.RESERVED.contains(name);
        if (taken) {
            throw environment.source.nameError(
                    span, "'" + name + "' already has a meaning here", "choose another name");
        }
        Map<String, PartialValue.Scalar> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new BoundNames(more);
    }
}
