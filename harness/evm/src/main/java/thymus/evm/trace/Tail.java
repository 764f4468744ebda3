package thymus.evm.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** What follows a {@link Chain}: the end, or a guard with more than two outcomes. */
sealed interface Tail {
    Tail UNSEEN = new Unseen();

    /** Where the execution goes on; empty where none has gone on yet. */
    Optional<Chain> next(Word[] registers, Readable state);

    /** No execution has come here. */
    record Unseen() implements Tail {
        @Override
        public Optional<Chain> next(Word[] registers, Readable state) {
            return Optional.empty();
        }
    }

    record End(Trace.Ending ending) implements Tail {
        @Override
        public Optional<Chain> next(Word[] registers, Readable state) {
            return Optional.empty();
        }
    }

    record Content(int register, Ways<Word> ways) implements Tail {
        @Override
        public Optional<Chain> next(Word[] registers, Readable state) {
            return ways.known(registers[register]);
        }
    }

    record Code(Address account, Ways<Bytecode> ways) implements Tail {
        @Override
        public Optional<Chain> next(Word[] registers, Readable state) {
            return ways.known(state.world().code(account));
        }
    }

    /** Chains by what had to be there for them; few. Codes are compared by what they are, but mostly are the same object. */
    final class Ways<K> {
        private final List<K> keys = new ArrayList<>();
        private final List<Optional<Chain>> chains = new ArrayList<>();

        Optional<Chain> known(K key) {
            for (int i = 0; i < keys.size(); i++) {
                if (keys.get(i).equals(key)) {
                    return chains.get(i);
                }
            }
            return Optional.empty();
        }

        Chain of(K key) {
            return known(key).orElseGet(() -> {
                keys.add(key);
                chains.add(Optional.of(new Chain()));
                return chains.getLast().get();
            });
        }
    }
}
