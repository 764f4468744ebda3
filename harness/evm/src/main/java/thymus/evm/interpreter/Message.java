package thymus.evm.interpreter;

import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * The message that starts a frame: a call or a creation, by a transaction or an instruction.
 *
 * @param sender CALLER in the frame
 * @param target the account whose storage and balance the frame uses; the new account in a creation
 * @param code the account whose code runs; differs from the target in DELEGATECALL and CALLCODE
 * @param value CALLVALUE in the frame, in wei; DELEGATECALL does not transfer it
 * @param input call data or, in a creation, init code; shared, must not be modified
 * @param gas given to the frame
 * @param isStatic whether state changes halt the frame
 * @param depth 0 for the outermost frame
 */
public record Message(
        Kind kind,
        Address sender,
        Address target,
        Address code,
        Word value,
        byte[] input,
        long gas,
        boolean isStatic,
        int depth) {
    /** The instruction that starts the frame. A transaction is a CALL or a CREATE. */
    public enum Kind {
        CALL,
        CALLCODE,
        DELEGATECALL,
        STATICCALL,
        CREATE,
        CREATE2;

        /** Returns whether the message is a CREATE or CREATE2. */
        public boolean creates() {
            return this == CREATE || this == CREATE2;
        }
    }
}
