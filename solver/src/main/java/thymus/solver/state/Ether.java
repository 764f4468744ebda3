package thymus.solver.state;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/**
 * The ether of all accounts on one path: the balances at the beginning, and the transfers since, in order. Immutable.
 *
 * @param renewed the balances after unknown code may have moved ether; empty for those of the source
 * @param payers contracts that have sent ether, or may have
 * @param payments the transfers within the transaction that code of the system or the sender made, in order
 * @param hidden the transfers within the transaction that unknown code may have made or brought about
 */
public record Ether(
        Optional<Renewed> renewed,
        List<Change> changes,
        Set<BigInteger> payers,
        List<Payment> payments,
        Hidden hidden) {
    /** The prefix of the unknown functions for balances after unknown code within one transaction. */
    public static final String RENEWED = "renewed ";

    static final Ether OF_SOURCE = new Ether(Optional.empty(), List.of(), Set.of(), List.of(), Hidden.NOTHING);

    /**
     * A change of a balance.
     *
     * @param wei negative for the account that pays
     */
    public record Change(IntTerm account, IntTerm wei) {}

    /** A transfer of wei, which may be none. */
    public record Payment(IntTerm from, IntTerm to, IntTerm wei) {
        private Payment with(UnaryOperator<IntTerm> replace) {
            return new Payment(replace.apply(from), replace.apply(to), replace.apply(wei));
        }
    }

    /**
     * Transfers that were not seen.
     *
     * @param any whether unknown code had enough gas to move ether
     * @param payers contracts that it may have made pay
     */
    public record Hidden(boolean any, Set<BigInteger> payers) {
        static final Hidden NOTHING = new Hidden(false, Set.of());

        public Hidden {
            payers = Set.copyOf(payers);
        }
    }

    /**
     * All balances after unknown code moved ether.
     *
     * @param known the balances of the accounts of the system
     * @param others the balances of all other accounts
     * @param isEntry whether that was before the transaction
     */
    public record Renewed(SortedMap<BigInteger, IntTerm> known, UnknownFunction others, boolean isEntry) {
        public Renewed {
            known = new TreeMap<>(known);
        }

        private IntTerm of(IntTerm account, Simplifier simplifier) {
            Terms terms = simplifier.terms();
            IntTerm balance = terms.apply(others, List.of(account));
            for (Map.Entry<BigInteger, IntTerm> entry : known.entrySet()) {
                BoolTerm same = simplifier.simplify(terms.equal(account, terms.constant(entry.getKey())));
                if (same == terms.yes) {
                    return entry.getValue();
                }
                balance = terms.choose(same, entry.getValue(), balance);
            }
            return balance;
        }

        Renewed with(UnaryOperator<IntTerm> replace, Function<UnknownFunction, UnknownFunction> rename) {
            SortedMap<BigInteger, IntTerm> replaced = new TreeMap<>();
            known.forEach((account, balance) -> replaced.put(account, replace.apply(balance)));
            return new Renewed(replaced, rename.apply(others), isEntry);
        }
    }

    public Ether {
        changes = List.copyOf(changes);
        payers = Set.copyOf(payers);
        payments = List.copyOf(payments);
    }

    /** Returns whether only transfers before the transaction have changed balances. */
    boolean isAsAtEntry() {
        return changes.isEmpty() && renewed.filter(r -> !r.isEntry()).isEmpty();
    }

    Ether transfer(IntTerm from, IntTerm to, IntTerm wei, Terms terms) {
        List<Change> more = new ArrayList<>(changes);
        more.add(new Change(from, terms.subtract(terms.zero, wei)));
        more.add(new Change(to, wei));
        Set<BigInteger> paying = new TreeSet<>(payers);
        Terms.constantOf(from).ifPresent(paying::add);
        List<Payment> paid = new ArrayList<>(payments);
        paid.add(new Payment(from, to, wei));
        return new Ether(renewed, more, paying, paid, hidden);
    }

    /**
     * The state after unknown code moved ether.
     *
     * @param paying the contracts that may have paid in between
     */
    Ether renewed(Renewed now, Set<BigInteger> paying) {
        Set<BigInteger> all = new TreeSet<>(payers);
        all.addAll(paying);
        if (now.isEntry()) {
            return new Ether(Optional.of(now), List.of(), all, payments, hidden);
        }
        Set<BigInteger> unseen = new TreeSet<>(hidden.payers());
        unseen.addAll(paying);
        return new Ether(Optional.of(now), List.of(), all, payments, new Hidden(true, unseen));
    }

    /** The balance of the account in wei. */
    IntTerm balance(IntTerm account, StateSource source, Simplifier simplifier) {
        Terms terms = simplifier.terms();
        IntTerm balance = renewed.map(r -> r.of(account, simplifier)).orElseGet(() -> source.initialBalance(account));
        for (Change change : changes) {
            BoolTerm same = simplifier.simplify(terms.equal(account, change.account()));
            balance = terms.add(balance, terms.choose(same, change.wei(), terms.zero));
        }
        return balance;
    }

    Ether simplified(Simplifier simplifier) {
        Terms terms = simplifier.terms();
        List<Change> simple = new ArrayList<>();
        for (Change change : changes) {
            IntTerm wei = simplifier.simplify(change.wei());
            if (wei != terms.zero) {
                simple.add(new Change(simplifier.simplify(change.account()), wei));
            }
        }
        return new Ether(
                renewed.map(r -> r.with(simplifier::simplify, f -> f)),
                simple,
                payers,
                payments.stream().map(p -> p.with(simplifier::simplify)).toList(),
                hidden);
    }

    /** The path's effects on ether, applied after another path. */
    Ether after(Ether earlier, UnaryOperator<IntTerm> replace, Function<UnknownFunction, UnknownFunction> rename) {
        List<Change> all = new ArrayList<>(renewed.isPresent() ? List.of() : earlier.changes);
        changes.forEach(change -> all.add(new Change(replace.apply(change.account()), replace.apply(change.wei()))));
        return new Ether(
                renewed.map(r -> r.with(replace, rename)).or(earlier::renewed),
                all,
                payers,
                payments.stream().map(p -> p.with(replace)).toList(),
                hidden);
    }
}
