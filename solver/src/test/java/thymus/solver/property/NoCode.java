package thymus.solver.property;

import java.math.BigInteger;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.solver.symbolic.KnownCode;

/** No account has code. */
record NoCode() implements KnownCode {
    @Override
    public Optional<Bytecode> codeAt(BigInteger address) {
        return Optional.empty();
    }

    @Override
    public String nameOf(BigInteger address) {
        return address.toString();
    }

    @Override
    public boolean isKnown(BigInteger address) {
        return false;
    }
}
