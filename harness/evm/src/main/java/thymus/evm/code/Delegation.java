package thymus.evm.code;

import java.util.Arrays;
import java.util.Optional;
import thymus.evm.primitive.Address;

/** The code by which an account runs the code of another account (EIP-7702). */
public final class Delegation {
    private static final int SIZE = 23;

    private Delegation() {}

    /** The address that the code delegates to; empty for ordinary code. */
    public static Optional<Address> target(Bytecode code) {
        if (code.size() != SIZE) {
            return Optional.empty();
        }
        byte[] bytes = code.padded();
        return bytes[0] == (byte) 0xef && bytes[1] == 1 && bytes[2] == 0
                ? Optional.of(Address.of(Arrays.copyOfRange(bytes, 3, SIZE)))
                : Optional.empty();
    }

    /** The code that delegates to the address. */
    public static Bytecode to(Address target) {
        byte[] code = new byte[SIZE];
        code[0] = (byte) 0xef;
        code[1] = 1;
        System.arraycopy(target.toBytes(), 0, code, 3, 20);
        return Bytecode.of(code);
    }
}
