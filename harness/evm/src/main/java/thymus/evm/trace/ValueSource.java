package thymus.evm.trace;

import java.util.List;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** How a word of an execution was computed. */
sealed interface ValueSource {
    /** A value that is the same in every state. */
    record Constant(Word word) implements ValueSource {}

    /** The gas that is left. It may be passed to a call but not used otherwise. */
    record Gas() implements ValueSource {}

    /** A value that depends on the state. Equal values are the same object. */
    final class Node implements ValueSource {
        final Source source;
        /** The value in the recorded execution. */
        final Word word;
        /** The register in the trace; negative until the value is needed there. */
        int register = -1;
        /** True if a guard has fixed the value. */
        boolean pinned;

        /** True if a guard has fixed whether the value is zero. */
        boolean decided;

        Node(Source source, Word word) {
            this.source = source;
            this.word = word;
        }
    }

    /** The computation of a node. */
    sealed interface Source {
        /** The values that the computation reads. */
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
