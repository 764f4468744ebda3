package thymus.solver.property;

import java.math.BigInteger;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import thymus.solver.state.Ether;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/**
 * Anyone can send a contract ether that its code does not see: a contract that destroys itself, a block's reward. What
 * other accounts do with theirs is their own affair, gas among it.
 */
final class ForcedEther {

    private ForcedEther() {}

    /** The world after any ether was forced on the contracts. */
    static SymbolicWorld on(SymbolicWorld world, String step, SystemModel model) {
        Terms terms = model.terms();
        Simplifier plain = new Simplifier(terms, PathFacts.none(terms));
        SortedMap<BigInteger, IntTerm> known = new TreeMap<>();
        for (String instance : model.specification().instances().keySet()) {
            IntTerm account = terms.constant(model.addressOf(instance));
            known.put(
                    model.addressOf(instance),
                    terms.add(
                            world.balance(account, plain),
                            terms.symbol(step + ".forced." + instance, StepContexts.VALUES)));
        }
        return world.withEther(
                new Ether.Renewed(
                        known, UnknownFunction.into(Ether.RENEWED + "ether " + step, StepContexts.VALUES), true),
                Set.of());
    }
}
