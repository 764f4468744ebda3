package thymus.system.execution;

import java.math.BigInteger;
import thymus.evm.primitive.Address;
import thymus.spec.text.NumberText;

/**
 * How ether comes to a contract that is not asked: a transaction creates a contract whose code only destroys itself.
 * Since Cancun (EIP-6780) it then still hands over what it has.
 */
public final class ForcedEther {
    private static final byte PUSH20 = 0x73;
    private static final byte SELFDESTRUCT = (byte) 0xff;

    private ForcedEther() {}

    /** The code of the creation. */
    public static byte[] code(Address target) {
        byte[] address = target.toBytes();
        byte[] code = new byte[address.length + 2];
        code[0] = PUSH20;
        System.arraycopy(address, 0, code, 1, address.length);
        code[code.length - 1] = SELFDESTRUCT;
        return code;
    }

    /** What it does, in words. */
    public static String text(Step step) {
        return NumberText.value(step.value()) + " wei " + verb(step) + " forced into " + step.target();
    }

    private static String verb(Step step) {
        return step.value().equals(BigInteger.ONE) ? "is" : "are";
    }
}
