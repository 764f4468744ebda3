package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import thymus.evm.code.Bytecode;

/** The code that stands at known addresses. */
public interface KnownCode {
    /** Empty for an address without code that is known to have none; unknown addresses are never asked for. */
    Optional<Bytecode> codeAt(BigInteger address);

    /** A name for the storage at the address: the instance's, or the address in hexadecimal. */
    String nameOf(BigInteger address);

    /** Whether the address is known to the system: a contract or an actor. */
    boolean isKnown(BigInteger address);

    /**
     * What an instruction is part of, in words that go on after the name of the contract: {@code .pay(address) at
     * Vault.sol:120:9}.
     *
     * @param selector of the function that the call chose; empty where it may be any
     * @param returns where the internal calls in progress may go on, the innermost first
     */
    default String place(Bytecode code, int pc, OptionalInt selector, List<Integer> returns) {
        return " at pc " + pc;
    }
}
