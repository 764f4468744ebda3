package thymus.evm.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** How a {@link TraceSegment} ends: with the execution, or with a guard with more than two outcomes. */
sealed interface SegmentEnd {
    SegmentEnd UNSEEN = new Unseen();

    /** The next segment; empty if no execution has continued from here yet. */
    Optional<TraceSegment> next(Word[] registers, TracedState state);

    /** Whether any known execution that comes here returns. */
    boolean returns();

    /** No execution has reached this end. */
    record Unseen() implements SegmentEnd {
        @Override
        public boolean returns() {
            return false;
        }

        @Override
        public Optional<TraceSegment> next(Word[] registers, TracedState state) {
            return Optional.empty();
        }
    }

    record End(Trace.Ending ending) implements SegmentEnd {
        @Override
        public boolean returns() {
            return ending instanceof Trace.Ending.Returned;
        }

        @Override
        public Optional<TraceSegment> next(Word[] registers, TracedState state) {
            return Optional.empty();
        }
    }

    record Content(int register, Branches<Word> branches) implements SegmentEnd {
        @Override
        public boolean returns() {
            return branches.returns();
        }

        @Override
        public Optional<TraceSegment> next(Word[] registers, TracedState state) {
            return branches.known(registers[register]);
        }
    }

    record Code(Address account, Branches<Bytecode> branches) implements SegmentEnd {
        @Override
        public boolean returns() {
            return branches.returns();
        }

        @Override
        public Optional<TraceSegment> next(Word[] registers, TracedState state) {
            return branches.known(state.world().code(account));
        }
    }

    /**
     * Segments by the value that the guard requires. There are few. Codes are compared by content, but mostly are the
     * same object.
     */
    final class Branches<K> {
        private final List<K> keys = new ArrayList<>();
        private final List<Optional<TraceSegment>> chains = new ArrayList<>();

        Optional<TraceSegment> known(K key) {
            for (int i = 0; i < keys.size(); i++) {
                if (keys.get(i).equals(key)) {
                    return chains.get(i);
                }
            }
            return Optional.empty();
        }

        boolean returns() {
            return chains.stream().anyMatch(chain -> chain.orElseThrow().returns());
        }

        TraceSegment of(K key) {
            return known(key).orElseGet(() -> {
                keys.add(key);
                chains.add(Optional.of(new TraceSegment()));
                return chains.getLast().get();
            });
        }
    }
}
