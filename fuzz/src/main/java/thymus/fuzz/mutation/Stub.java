package thymus.fuzz.mutation;

import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** What a dropped call reaches instead of its target: code that does nothing and returns the word 1. */
final class Stub {
    /** The largest address, which code makes without a constant: PUSH0, NOT. */
    static final Address ADDRESS = Address.of(Word.of(0, 0xffffffffL, -1, -1));

    /** PUSH1 1, PUSH0, MSTORE, PUSH1 32, PUSH0, RETURN. */
    static final Bytecode CODE = Bytecode.parse("0x60015f5260205ff3");

    private Stub() {}
}
