package thymus.evm.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** What follows a {@link TraceSegment}: the end, or a guard with more than two outcomes. */
sealed interface SegmentEnd {
    SegmentEnd UNSEEN = new Unseen();

    /** Where the execution goes on; empty where none has gone on yet. */
    Optional<TraceSegment> next(Word[] registers, TracedState state);

    /** No execution has come here. */
    record Unseen() implements SegmentEnd {
        @Override
        public Optional<TraceSegment> next(Word[] registers, TracedState state) {
            return Optional.empty();
        }
    }

    record End(Trace.Ending ending) implements SegmentEnd {
        @Override
        public Optional<TraceSegment> next(Word[] registers, TracedState state) {
            return Optional.empty();
        }
    }

    record Content(int register, Ways<Word> ways) implements SegmentEnd {
        @Override
        public Optional<TraceSegment> next(Word[] registers, TracedState state) {
            return ways.known(registers[register]);
        }
    }

    record Code(Address account, Ways<Bytecode> ways) implements SegmentEnd {
        @Override
        public Optional<TraceSegment> next(Word[] registers, TracedState state) {
            return ways.known(state.world().code(account));
        }
    }

    /** Chains by what had to be there for them; few. Codes are compared by what they are, but mostly are the same object. */
    final class Ways<K> {
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

        TraceSegment of(K key) {
            return known(key).orElseGet(() -> {
                keys.add(key);
                chains.add(Optional.of(new TraceSegment()));
                return chains.getLast().get();
            });
        }
    }
}
