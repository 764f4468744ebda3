package thymus.evm.interpreter;

import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * What starts a frame: a call or a creation, from a transaction or from an instruction.
 *
 * @param sender CALLER in the frame
 * @param target the account whose storage and balance the frame works on; of a creation, the new one
 * @param code whose code runs; differs from the target in DELEGATECALL and CALLCODE
 * @param value CALLVALUE in the frame; not transferred by DELEGATECALL
 * @param input call data; of a creation, the init code; shared, not to be written to
 * @param gas given to the frame
 * @param isStatic whether state changes are refused
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
    /** By which instruction; a transaction is a CALL or a CREATE. */
    public enum Kind {
        CALL,
        CALLCODE,
        DELEGATECALL,
        STATICCALL,
        CREATE,
        CREATE2;

        public boolean creates() {
            return this == CREATE || this == CREATE2;
        }
    }
}
