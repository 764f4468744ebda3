package thymus.solver.symbolic;

import java.util.List;
import java.util.function.IntFunction;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;

/** The input of a call. */
public sealed interface CallData {
    /** The word at a known byte offset, zeros past the end. */
    IntTerm word(int offset, Words ops);

    ByteRun slice(int offset, int length);

    IntTerm size();

    /** A call whose length is known: a selector and its argument words. */
    static CallData of(byte[] selector, List<IntTerm> arguments, Terms terms) {
        ByteRun bytes = new ByteRun();
        bytes.append(selector, terms);
        for (int i = 0; i < arguments.size(); i++) {
            bytes.storeWord(4 + 32 * i, arguments.get(i));
        }
        return new Known(bytes, terms.constant(bytes.size()), terms);
    }

    /** What a contract in scope passes on. */
    record Known(ByteRun bytes, IntTerm size, Terms terms) implements CallData {
        public IntTerm word(int offset, Words ops) {
            return bytes.word(offset, ops, terms);
        }

        public ByteRun slice(int offset, int length) {
            return bytes.slice(offset, length);
        }
    }

    /**
     * What an adversary sends: any selector, any words after it, of any length. Words past the length are unknown rather
     * than zero, which only adds transactions.
     */
    record Arbitrary(IntTerm selector, IntFunction<IntTerm> argument, IntTerm size, Terms terms) implements CallData {
        public IntTerm word(int offset, Words ops) {
            return offset >= 4 && (offset - 4) % 32 == 0
                    ? argument.apply((offset - 4) / 32)
                    : slice(offset, 32).word(0, ops, terms);
        }

        public ByteRun slice(int offset, int length) {
            int words = Math.max(0, offset + length - 4 + 31) / 32;
            ByteRun run = ByteRun.ofSelector(selector);
            for (int i = 0; i < words; i++) {
                run.storeWord(4 + 32 * i, argument.apply(i));
            }
            return run.slice(offset, length);
        }
    }
}
