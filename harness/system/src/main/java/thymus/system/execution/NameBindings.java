package thymus.system.execution;

import java.math.BigInteger;
import java.util.List;
import thymus.contracts.abi.EventFields;
import thymus.spec.monitor.UndefinedValue;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/** The names in scope and what they stand for, the innermost first. */
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

    /** All names that a trigger gives to fields of one log: of most of them nobody asks. */
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
