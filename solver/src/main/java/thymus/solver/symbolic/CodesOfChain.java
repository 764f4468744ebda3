package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import thymus.evm.code.Bytecode;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.CalleeBehaviour;
import thymus.spec.Chains;

/**
 * The code that stands on one chain. What stands on another one has the same address here as code that nobody knows: on
 * this chain, anything may stand there.
 */
public record CodesOfChain(KnownCode codes, String chain, Chains chains) implements KnownCode {
    private static final BigInteger ADDRESSES = BigInteger.ONE.shiftLeft(160);

    @Override
    public boolean isElsewhere(BigInteger address) {
        return chains.of(codes.nameOf(address))
                .filter(place -> !place.equals(chain))
                .isPresent();
    }

    @Override
    public List<BigInteger> contracts() {
        return codes.contracts().stream()
                .filter(contract -> !isElsewhere(contract))
                .toList();
    }

    @Override
    public IntTerm holder(IntTerm address, Simplifier simplifier) {
        Terms terms = simplifier.terms();
        IntTerm holder = address;
        for (BigInteger contract : codes.contracts()) {
            if (isElsewhere(contract)) {
                BoolTerm same = simplifier.simplify(terms.equal(address, terms.constant(contract)));
                holder = terms.choose(same, terms.constant(contract.add(ADDRESSES)), holder);
            }
        }
        return holder;
    }

    /** The inverse of {@link #holder}: the address of the account that holds the ether. */
    public static IntTerm addressOf(IntTerm holder, Terms terms) {
        IntTerm addresses = terms.constant(ADDRESSES);
        return terms.choose(terms.lessOrEqual(addresses, holder), terms.subtract(holder, addresses), holder);
    }

    @Override
    public boolean mayBeElsewhere() {
        return true;
    }

    @Override
    public Optional<Bytecode> codeAt(BigInteger address) {
        return isElsewhere(address) ? Optional.empty() : codes.codeAt(address);
    }

    @Override
    public Map<Integer, IntTerm> openWords(BigInteger address) {
        return codes.openWords(address);
    }

    @Override
    public String nameOf(BigInteger address) {
        return codes.nameOf(address);
    }

    @Override
    public boolean isKnown(BigInteger address) {
        return !isElsewhere(address) && codes.isKnown(address);
    }

    @Override
    public boolean isAsDeclared(BigInteger address) {
        return !isElsewhere(address) && codes.isAsDeclared(address);
    }

    @Override
    public Optional<CalleeBehaviour> behaviour(BigInteger address) {
        return codes.behaviour(address);
    }

    @Override
    public String place(Bytecode code, int pc, OptionalInt selector, List<Integer> returns) {
        return codes.place(code, pc, selector, returns);
    }
}
