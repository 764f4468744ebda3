package thymus.fuzz.system;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import thymus.evm.code.Bytecode;

/** The numbers in deployed code: literals and immutables are immediates of PUSH instructions. */
final class CodeConstants {
    /** The list also contains some selectors and jump destinations, which do no harm. */
    private static final int MOST = 400;

    private CodeConstants() {}

    /** The distinct numbers in the order of the code. The metadata after the code may add a few meaningless ones. */
    static List<BigInteger> of(Bytecode code) {
        Set<BigInteger> found = new LinkedHashSet<>();
        for (int pc = 0; pc < code.size() && found.size() < MOST; pc = code.next(pc)) {
            int length = code.next(pc) - pc - 1;
            if (length > 0 && !isJumpTarget(code, pc)) {
                found.add(code.immediate(pc).toBigInteger());
            }
        }
        return List.copyOf(found);
    }

    private static boolean isJumpTarget(Bytecode code, int pc) {
        BigInteger value = code.immediate(pc).toBigInteger();
        return value.bitLength() <= 16 && value.signum() > 0 && code.isJumpDestination(value.intValue());
    }
}
