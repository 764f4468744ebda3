package thymus.evm.trace;

import java.util.List;
import thymus.evm.interpreter.WordOperation;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/** Computes one value of a trace from earlier values. */
sealed interface Instruction {
    Word value(Word[] registers, TracedState state);

    /**
     * The registers that the instruction reads; {@link Registers#STATE} alone if it must be computed again in every
     * state.
     */
    default List<Integer> reads() {
        return List.of(Registers.STATE);
    }

    /** An operand: a constant, or the register of an earlier value. */
    record Operand(int register, Word constant) {
        private static final int NONE = Registers.CONSTANT;

        static Operand of(Word constant) {
            return new Operand(NONE, constant);
        }

        static Operand of(int register) {
            return new Operand(register, Word.ZERO);
        }

        boolean isConstant() {
            return register == NONE;
        }

        Word in(Word[] registers) {
            return register == NONE ? constant : registers[register];
        }
    }

    record Unary(WordOperation.Unary operation, Operand x) implements Instruction {
        @Override
        public List<Integer> reads() {
            return List.of(x.register());
        }

        @Override
        public Word value(Word[] registers, TracedState state) {
            return operation.of(x.in(registers));
        }
    }

    record Binary(WordOperation.Binary operation, Operand x, Operand y) implements Instruction {
        @Override
        public List<Integer> reads() {
            return List.of(x.register(), y.register());
        }

        @Override
        public Word value(Word[] registers, TracedState state) {
            return operation.of(x.in(registers), y.in(registers));
        }
    }

    record Ternary(WordOperation.Ternary operation, Operand x, Operand y, Operand z) implements Instruction {
        @Override
        public List<Integer> reads() {
            return List.of(x.register(), y.register(), z.register());
        }

        @Override
        public Word value(Word[] registers, TracedState state) {
            return operation.of(x.in(registers), y.in(registers), z.in(registers));
        }
    }

    /** @param footprint of the slot if it is constant, otherwise {@link Footprint#NOTHING} */
    record Load(Address account, Operand slot, long footprint) implements Instruction {
        Load(Address account, Operand slot) {
            this(account, slot, slot.isConstant() ? Footprint.of(account, slot.constant()) : Footprint.NOTHING);
        }

        @Override
        public Word value(Word[] registers, TracedState state) {
            Word key = slot.in(registers);
            return state.load(account, key, slot.isConstant() ? footprint : Footprint.of(account, key));
        }
    }

    record Balance(Address account) implements Instruction {
        @Override
        public Word value(Word[] registers, TracedState state) {
            return state.balance(account);
        }
    }

    record Timestamp() implements Instruction {
        @Override
        public Word value(Word[] registers, TracedState state) {
            return Word.of(state.timestamp());
        }
    }

    record Number() implements Instruction {
        @Override
        public Word value(Word[] registers, TracedState state) {
            return Word.of(state.number());
        }
    }

    /** Keccak-256 of whole words. It caches the last hash, because keys of mappings change rarely. */
    final class Hash implements Instruction {
        private final Operand[] words;
        private final byte[] last;
        private Word hash;

        Hash(Operand[] words) {
            this.words = words;
            last = new byte[WordBytes.SIZE * words.length];
            hash = Keccak.hash(last);
        }

        @Override
        public Word value(Word[] registers, TracedState state) {
            boolean same = true;
            for (int i = 0; i < words.length; i++) {
                Word word = words[i].in(registers);
                if (!WordBytes.read32(last, WordBytes.SIZE * i).isEqual(word)) {
                    WordBytes.write(word, last, WordBytes.SIZE * i);
                    same = false;
                }
            }
            if (!same) {
                hash = Keccak.hash(last);
            }
            return hash;
        }
    }
}
