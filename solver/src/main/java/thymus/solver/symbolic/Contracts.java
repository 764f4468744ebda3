package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.Optional;
import thymus.harness.evm.Bytecode;

/** The code that stands at known addresses. */
public interface Contracts {
    /** Empty for an address without code that is known to have none; unknown addresses are never asked for. */
    Optional<Bytecode> codeAt(BigInteger address);

    /** A name for the storage at the address: the instance's, or the address in hexadecimal. */
    String nameOf(BigInteger address);

    /** Whether the address is known to the system: a contract or an actor. */
    boolean isKnown(BigInteger address);
}
