package thymus.system.execution;

import java.math.BigInteger;
import java.util.List;
import thymus.contracts.abi.EventFields;
import thymus.spec.monitor.UndefinedValue;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/** The names in scope and their values, innermost first. */
sealed interface NameBindings {
    NameBindings NONE = new Nothing();

    BigInteger value(Variable variable);

    record Nothing() implements NameBindings {
        @Override
        public BigInteger value(Variable variable) {
            throw new IllegalStateException("nothing is bound to " + variable.name());
        }
    }

    record Value(Variable variable, BigInteger value, NameBindings rest) implements NameBindings {
        @Override
        public BigInteger value(Variable sought) {
            return variable.id() == sought.id() ? value : rest.value(sought);
        }
    }

    /**
     * The names that a trigger binds to fields of one log. The fields are decoded on demand, because most are never
     * read.
     */
    record Fields(Trigger.Emitted event, EventFields fields, NameBindings rest) implements NameBindings {
        @Override
        public BigInteger value(Variable sought) {
            List<Trigger.Binding> bindings = event.bindings();
            for (int i = 0; i < bindings.size(); i++) {
                if (bindings.get(i).variable().id() == sought.id()) {
                    return number(bindings.get(i).word());
                }
            }
            return rest.value(sought);
        }

        private BigInteger number(int field) {
            return fields.number(field)
                    .orElseThrow(() -> new UndefinedValue(
                            "field " + (field + 1) + " of " + event.event().signature() + " is not one number"));
        }
    }
}
