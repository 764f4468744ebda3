package thymus.contracts.layout;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import thymus.contracts.abi.AbiWord;
import thymus.spec.contract.AbiType;

/**
 * Words that may be keys of mappings although no execution hashes them: the compiler hashes constant keys.
 *
 * @param all candidates, the likely ones first
 * @param few the candidates for nested mappings, where every pair costs a hash
 */
public record CandidateKeys(List<BigInteger> all, List<BigInteger> few) {
    private static final int PUSH1 = 0x60;
    private static final int PUSH32 = 0x7f;
    private static final int SHL = 0x1b;
    private static final int NOT = 0x19;
    private static final int WORD_BITS = 256;
    private static final BigInteger MASK = BigInteger.ONE.shiftLeft(WORD_BITS).subtract(BigInteger.ONE);
    private static final int SMALL = 1024;
    private static final int VERY_SMALL = 8;
    private static final int MOST_CONSTANTS = 4096;
    private static final int MOST_FEW = 256;

    public CandidateKeys {
        all = List.copyOf(all);
        few = List.copyOf(few);
    }

    /**
     * Collects candidates.
     *
     * @param named numbers of the specification, and addresses
     * @param codes of contracts, both init code and deployed code
     */
    public static CandidateKeys of(Collection<BigInteger> named, List<byte[]> codes) {
        Set<BigInteger> constants = new LinkedHashSet<>();
        codes.forEach(code -> collect(code, constants));
        Set<BigInteger> few = new LinkedHashSet<>();
        for (int i = 0; i < VERY_SMALL; i++) {
            few.add(BigInteger.valueOf(i));
        }
        named.forEach(number -> add(few, number));
        // Selectors and jump destinations are frequent but seldom keys.
        constants.stream().filter(c -> c.bitLength() > Integer.SIZE).forEach(few::add);
        few.addAll(constants);
        Set<BigInteger> all = new LinkedHashSet<>(few);
        for (int i = 0; i <= SMALL; i++) {
            all.add(BigInteger.valueOf(i));
        }
        for (int bits = 0; bits <= WORD_BITS; bits++) {
            add(all, BigInteger.TWO.pow(bits));
            add(all, BigInteger.TWO.pow(bits).subtract(BigInteger.ONE));
        }
        all.addAll(constants);
        return new CandidateKeys(List.copyOf(all), few.stream().limit(MOST_FEW).toList());
    }

    /**
     * Collects literals of instructions. A word with many zeros or ones is pushed short and then shifted or inverted.
     */
    private static void collect(byte[] code, Set<BigInteger> constants) {
        for (int pc = 0; pc < code.length && constants.size() < MOST_CONSTANTS; pc++) {
            int opcode = code[pc] & 0xff;
            if (opcode >= PUSH1 && opcode <= PUSH32) {
                int size = opcode - PUSH1 + 1;
                BigInteger constant = new BigInteger(1, Arrays.copyOfRange(code, pc + 1, pc + 1 + size));
                constants.add(constant);
                pc += size;
                if (at(code, pc + 1) == PUSH1 && at(code, pc + 3) == SHL) {
                    constants.add(constant.shiftLeft(at(code, pc + 2)).and(MASK));
                } else if (at(code, pc + 1) == NOT) {
                    constants.add(constant.xor(MASK));
                }
            }
        }
    }

    private static int at(byte[] code, int pc) {
        return pc < code.length ? code[pc] & 0xff : 0;
    }

    private static void add(Set<BigInteger> keys, BigInteger number) {
        if (number.bitLength() <= WORD_BITS) {
            keys.add(number.signum() < 0 ? number.add(BigInteger.ONE.shiftLeft(WORD_BITS)) : number);
        }
    }

    /** The keys that a mapping of this type can have, as the words that are hashed. */
    static List<BigInteger> fitting(AbiType type, List<BigInteger> keys) {
        List<BigInteger> fitting = new ArrayList<>();
        for (BigInteger key : keys) {
            if (AbiWord.isWord(type, key)) {
                fitting.add(key);
            }
        }
        return fitting;
    }
}
