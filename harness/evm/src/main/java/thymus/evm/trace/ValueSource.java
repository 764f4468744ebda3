package thymus.evm.trace;

import java.util.List;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** What a word of an execution was made of. */
sealed interface ValueSource {
    /** The same in every state. */
    record Constant(Word word) implements ValueSource {}

    /** How much gas is left: may go to a call, nobody may look at it. */
    record Gas() implements ValueSource {}

    /** Depends on the state. Equal ones are the same object. */
    final class Node implements ValueSource {
        final Source source;
        /** In the execution at hand. */
        final Word word;
        /** Where the formula keeps it; negative until it is needed there. */
        int register = -1;
        /** Whether a guard has fixed what it is, and whether one has fixed if it is zero. */
        boolean pinned;

        boolean decided;

        Node(Source source, Word word) {
            this.source = source;
            this.word = word;
        }
    }

    /** How a node is computed. */
    sealed interface Source {
        /** Of the state or of other values. */
        List<ValueSource> inputs();

        record Pure(Opcode opcode, List<ValueSource> inputs) implements Source {}

        record Load(Address account, ValueSource slot) implements Source {
            @Override
            public List<ValueSource> inputs() {
                return List.of(slot);
            }
        }

        record Hash(List<ValueSource> inputs) implements Source {}

        record Balance(Address account) implements Source {
            @Override
            public List<ValueSource> inputs() {
                return List.of();
            }
        }

        /** TIMESTAMP or NUMBER. */
        record Clock(Opcode opcode) implements Source {
            @Override
            public List<ValueSource> inputs() {
                return List.of();
            }
        }
    }
}
