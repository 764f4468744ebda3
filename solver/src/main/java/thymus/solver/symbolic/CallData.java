package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/** The input or output of a call. */
public sealed interface CallData {
    /** The big-endian word at a known offset, with zeros past the end. */
    IntTerm word(int offset, Simplifier simplifier);

    /** The word at an offset that may be unknown. */
    IntTerm word(IntTerm offset, Simplifier simplifier);

    ByteRun slice(int offset, int length, Simplifier simplifier);

    /** The size in bytes. */
    IntTerm size();

    Terms terms();

    /** No bytes. */
    static CallData none(Terms terms) {
        return new Known(new ByteRun(), terms);
    }

    /** A call with a known length: a selector and its argument words. */
    static CallData of(byte[] selector, List<IntTerm> arguments, Terms terms) {
        ByteRun bytes = new ByteRun();
        bytes.append(selector, terms);
        for (int i = 0; i < arguments.size(); i++) {
            bytes.storeWord(4 + 32 * i, arguments.get(i));
        }
        return new Known(bytes, terms);
    }

    /**
     * Bytes with words in them that are no numbers.
     *
     * @param words by the offsets of their first bytes
     */
    static CallData of(byte[] known, Map<Integer, IntTerm> words, Terms terms) {
        ByteRun bytes = new ByteRun();
        bytes.append(known, terms);
        words.forEach(bytes::storeWord);
        return new Known(bytes, terms);
    }

    /** Known positions and a known number of bytes. */
    record Known(ByteRun bytes, Terms terms) implements CallData {
        @Override
        public IntTerm word(int offset, Simplifier simplifier) {
            return bytes.word(offset, new WordArithmetic(simplifier), terms);
        }

        @Override
        public IntTerm word(IntTerm offset, Simplifier simplifier) {
            Interval range = simplifier.facts().range(offset);
            boolean past =
                    range.low().isPresent() && range.low().get().compareTo(BigInteger.valueOf(bytes.size())) >= 0;
            return past ? terms.zero : terms.fresh("a word of known data", WordArithmetic.WORD);
        }

        @Override
        public ByteRun slice(int offset, int length, Simplifier simplifier) {
            return bytes.slice(offset, length);
        }

        @Override
        public IntTerm size() {
            return terms.constant(bytes.size());
        }
    }

    /**
     * The adversary's call data: any selector, and any words of any length. Words past the end are unknown instead of
     * zero. A word at an unknown offset need not equal the word at that known offset. Both only add transactions.
     *
     * @param data the words at unknown offsets, as a function of the offset
     */
    record Arbitrary(IntTerm selector, IntFunction<IntTerm> argument, UnknownFunction data, IntTerm size, Terms terms)
            implements CallData {
        @Override
        public IntTerm word(int offset, Simplifier simplifier) {
            return offset >= 4 && (offset - 4) % 32 == 0
                    ? argument.apply((offset - 4) / 32)
                    : slice(offset, 32, simplifier).word(0, new WordArithmetic(simplifier), terms);
        }

        @Override
        public IntTerm word(IntTerm offset, Simplifier simplifier) {
            return terms.apply(data, List.of(offset));
        }

        @Override
        public ByteRun slice(int offset, int length, Simplifier simplifier) {
            int words = Math.max(0, offset + length - 4 + 31) / 32;
            ByteRun run = ByteRun.ofSelector(selector);
            for (int i = 0; i < words; i++) {
                run.storeWord(4 + 32 * i, argument.apply(i));
            }
            return run.slice(offset, length);
        }
    }

    /**
     * A part of a memory at one moment, whose size may be unknown.
     *
     * @param memory is never changed again
     */
    record Part(Memory memory, IntTerm start, IntTerm size, Terms terms) implements CallData {
        @Override
        public IntTerm word(int offset, Simplifier simplifier) {
            return word(terms.constant(offset), simplifier);
        }

        @Override
        public IntTerm word(IntTerm offset, Simplifier simplifier) {
            Distances distances = new Distances(simplifier);
            IntTerm end = terms.add(offset, terms.constant(32));
            if (distances.atMost(end, size)) {
                return memory.peek(terms.add(start, offset), simplifier)
                        .orElseGet(() -> terms.fresh("a word of memory", WordArithmetic.WORD));
            }
            return distances.atMost(size, offset)
                    ? terms.zero
                    : terms.fresh("the last word of data", WordArithmetic.WORD);
        }

        @Override
        public ByteRun slice(int offset, int length, Simplifier simplifier) {
            return CallData.words(this, offset, length, simplifier);
        }
    }

    /** Infinitely many zeros, such as past the call data and in fresh memory. */
    record Zeros(IntTerm size, Terms terms) implements CallData {
        @Override
        public IntTerm word(int offset, Simplifier simplifier) {
            return terms.zero;
        }

        @Override
        public IntTerm word(IntTerm offset, Simplifier simplifier) {
            return terms.zero;
        }

        @Override
        public ByteRun slice(int offset, int length, Simplifier simplifier) {
            return new ByteRun().slice(0, length);
        }
    }

    /** Arbitrary bytes, such as the output of unknown code. */
    record Unknown(UnknownFunction data, IntTerm size, Terms terms) implements CallData {
        /** New arbitrary data with any length that gas pays for. */
        static Unknown any(Terms terms) {
            IntTerm size = terms.fresh("tx.any.size", Interval.unsigned(32));
            return new Unknown(UnknownFunction.into("tx.any " + size.id(), WordArithmetic.WORD), size, terms);
        }

        @Override
        public IntTerm word(int offset, Simplifier simplifier) {
            return word(terms.constant(offset), simplifier);
        }

        @Override
        public IntTerm word(IntTerm offset, Simplifier simplifier) {
            return terms.apply(data, List.of(offset));
        }

        @Override
        public ByteRun slice(int offset, int length, Simplifier simplifier) {
            return CallData.words(this, offset, length, simplifier);
        }
    }

    /** The given number of bytes of another value, from an offset on. */
    record Rest(CallData of, IntTerm offset, IntTerm size, Terms terms) implements CallData {
        @Override
        public IntTerm word(int offset, Simplifier simplifier) {
            return word(terms.constant(offset), simplifier);
        }

        @Override
        public IntTerm word(IntTerm offset, Simplifier simplifier) {
            return of.at(terms.add(this.offset, offset), simplifier);
        }

        @Override
        public ByteRun slice(int offset, int length, Simplifier simplifier) {
            return CallData.words(this, offset, length, simplifier);
        }
    }

    /** The word at an offset that may be known or unknown. */
    default IntTerm at(IntTerm offset, Simplifier simplifier) {
        IntTerm place = simplifier.simplify(offset);
        return Terms.constantOf(place)
                .filter(known -> known.bitLength() < 23)
                .map(known -> word(known.intValue(), simplifier))
                .orElseGet(() -> word(place, simplifier));
    }

    /** A slice that is assembled from words. */
    private static ByteRun words(CallData data, int offset, int length, Simplifier simplifier) {
        ByteRun run = new ByteRun();
        for (int i = 0; i < length; i += 32) {
            run.storeWord(i, data.word(offset + i, simplifier));
        }
        return run.slice(0, length);
    }

    /** The bytes, if their number is known and at most {@code most}. */
    default Optional<ByteRun> known(Simplifier simplifier, int most) {
        return Terms.constantOf(simplifier.simplify(size()))
                .filter(n -> n.bitLength() < 31 && n.intValue() <= most)
                .map(n -> slice(0, n.intValue(), simplifier));
    }
}
