package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import thymus.evm.code.Bytecode;
import thymus.solver.term.IntTerm;
import thymus.spec.CalleeBehaviour;
import thymus.system.execution.AbsentContract;

/**
 * The code of a system without one of its contracts.
 *
 * @param absent the address of what answers zeros and does nothing
 */
public record CodesWithout(KnownCode codes, BigInteger absent) implements KnownCode {
    @Override
    public Optional<Bytecode> codeAt(BigInteger address) {
        return address.equals(absent) ? Optional.of(AbsentContract.CODE) : codes.codeAt(address);
    }

    @Override
    public Map<Integer, IntTerm> openWords(BigInteger address) {
        return address.equals(absent) ? Map.of() : codes.openWords(address);
    }

    @Override
    public String nameOf(BigInteger address) {
        return codes.nameOf(address);
    }

    @Override
    public List<BigInteger> contracts() {
        return codes.contracts();
    }

    @Override
    public boolean isKnown(BigInteger address) {
        return codes.isKnown(address);
    }

    @Override
    public boolean isAsDeclared(BigInteger address) {
        return !address.equals(absent) && codes.isAsDeclared(address);
    }

    @Override
    public Optional<CalleeBehaviour> behaviour(BigInteger address) {
        return address.equals(absent) ? Optional.empty() : codes.behaviour(address);
    }

    @Override
    public String place(Bytecode code, int pc, OptionalInt selector, List<Integer> returns) {
        return codes.place(code, pc, selector, returns);
    }
}
