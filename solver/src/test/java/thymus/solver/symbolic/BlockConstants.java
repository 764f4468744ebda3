package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import thymus.evm.interpreter.Opcode;
import thymus.solver.term.Numbers;

/** Numbers at which word operations change their minds. */
final class BlockConstants {
    private static final List<Integer> SMALL =
            List.of(0, 0, 1, 2, 3, 7, 8, 13, 31, 32, 255, 256, 999, 1000, 1023, 1024);

    static BigInteger any(Random random) {
        return random.nextBoolean()
                ? BigInteger.valueOf(SMALL.get(random.nextInt(SMALL.size())))
                : Numbers.word(random);
    }

    /** A few runs of ones, or what they leave out: a mask of many runs makes terms of thousands of cases. */
    static BigInteger mask(Random random) {
        BigInteger runs = BigInteger.ZERO;
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            int low = random.nextBoolean() ? 8 * random.nextInt(32) : random.nextInt(16);
            int high = random.nextBoolean() ? low + 1 + random.nextInt(256 - low) : low + 8;
            runs = runs.or(BigInteger.TWO.pow(high).subtract(BigInteger.TWO.pow(low)));
        }
        runs = runs.mod(WordArithmetic.MODULUS);
        return random.nextInt(3) > 0 ? runs : runs.xor(WordArithmetic.MODULUS.subtract(BigInteger.ONE));
    }

    /** For an operation that looks at a place in its second operand: near the last bit or byte as often as anywhere. */
    static BigInteger place(Opcode opcode, Random random) {
        int places = opcode == Opcode.BYTE || opcode == Opcode.SIGNEXTEND ? 32 : 256;
        return BigInteger.valueOf(random.nextBoolean() ? random.nextInt(places) : places - 3 + random.nextInt(5));
    }

    private BlockConstants() {}
}
