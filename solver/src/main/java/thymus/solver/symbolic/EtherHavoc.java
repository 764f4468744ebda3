package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import thymus.solver.state.Ether;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.UnknownFunction;

/** Any balances after any number of transfers that the path does not show. */
final class EtherHavoc {
    private static final Interval BALANCE = Interval.unsigned(128);

    private EtherHavoc() {}

    /**
     * The world after such transfers. The balance of a contract that does not pay can only grow.
     *
     * @param contracts those of the system
     * @param payers the contracts that may pay
     * @param time the prefix of the unknowns' names
     */
    static SymbolicWorld after(Path path, List<BigInteger> contracts, Set<BigInteger> payers, String time) {
        SortedMap<BigInteger, IntTerm> known = new TreeMap<>();
        for (BigInteger contract : contracts) {
            IntTerm given = path.terms.symbol(time + "ether of " + contract.toString(16), BALANCE);
            known.put(
                    contract,
                    payers.contains(contract)
                            ? given
                            : path.terms.add(
                                    path.world.balance(path.terms.constant(contract), path.simplifier), given));
        }
        return path.world.withEther(
                new Ether.Renewed(known, UnknownFunction.into(time + "ether", BALANCE), false), payers);
    }
}
