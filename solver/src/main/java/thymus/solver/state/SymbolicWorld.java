package thymus.solver.state;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/** Storage and ether of every contract on one path: a source, and the writes since, in order. Immutable. */
public final class SymbolicWorld {
    private final Terms terms;
    private final Slots slots;
    private final FieldLayout layout;
    private final StateSource source;
    private final Map<Region, List<Write>> writes;
    private final List<Transfer> transfers;

    /** @param values one for each field of the region */
    public record Write(List<IntTerm> keys, List<IntTerm> values) {}

    private record Transfer(IntTerm account, IntTerm change) {}

    public SymbolicWorld(Terms terms, Slots slots, FieldLayout layout, StateSource source) {
        this(terms, slots, layout, source, Map.of(), List.of());
    }

    private SymbolicWorld(
            Terms terms,
            Slots slots,
            FieldLayout layout,
            StateSource source,
            Map<Region, List<Write>> writes,
            List<Transfer> transfers) {
        this.terms = terms;
        this.slots = slots;
        this.layout = layout;
        this.source = source;
        this.writes = writes;
        this.transfers = transfers;
    }

    public FieldLayout layout() {
        return layout;
    }

    public Slots slots() {
        return slots;
    }

    /** Whether storage and ether were written alike. */
    public boolean hasSameWritesAs(SymbolicWorld other) {
        return writes.equals(other.writes) && transfers.equals(other.transfers);
    }

    /** Whether the same ether was moved. */
    public boolean hasSameEtherAs(SymbolicWorld other) {
        return transfers.equals(other.transfers);
    }

    /** Regions written since the source, in the order of their first write. */
    public Map<Region, List<Write>> writes() {
        return Collections.unmodifiableMap(writes);
    }

    /** The whole slot, as the sum of its fields in their places. */
    public IntTerm load(String contract, IntTerm slot, Simplifier simplifier) {
        Location location = slots.locate(contract, slot);
        IntTerm word = terms.zero;
        List<Field> fields = layout.of(location.region());
        for (int i = 0; i < fields.size(); i++) {
            IntTerm value = read(location, i, simplifier);
            word = terms.add(word, terms.scale(value, BigInteger.TWO.pow(fields.get(i).offset())));
        }
        return word;
    }

    /** One field, without a mask. */
    public IntTerm read(Location location, int field, Simplifier simplifier) {
        List<Write> history = writes.getOrDefault(location.region(), List.of());
        return readBefore(location, field, history, history.size(), simplifier);
    }

    private IntTerm readBefore(
            Location location, int field, List<Write> history, int end, Simplifier simplifier) {
        for (int i = end - 1; i >= 0; i--) {
            Write write = history.get(i);
            BoolTerm same = sameKeys(write.keys(), location.keys(), simplifier);
            if (same == terms.yes) {
                return write.values().get(field);
            }
            if (same != terms.no) {
                IntTerm otherwise = readBefore(location, field, history, i, simplifier);
                return simplifier.simplify(terms.choose(same, write.values().get(field), otherwise));
            }
        }
        return source.initial(location.region(), field, location.keys());
    }

    private BoolTerm sameKeys(List<IntTerm> a, List<IntTerm> b, Simplifier simplifier) {
        List<BoolTerm> equal = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            equal.add(terms.equal(a.get(i), b.get(i)));
        }
        return simplifier.simplify(terms.and(equal));
    }

    /** @param cut takes the field (offset, width) out of the stored word */
    public SymbolicWorld store(String contract, IntTerm slot, java.util.function.Function<Field, IntTerm> cut) {
        Location location = slots.locate(contract, slot);
        List<IntTerm> values = layout.of(location.region()).stream().map(cut).toList();
        return with(location.region(), new Write(location.keys(), values));
    }

    /** @param write with one value for each field of the region */
    public SymbolicWorld with(Region region, Write write) {
        Map<Region, List<Write>> changed = new LinkedHashMap<>(writes);
        List<Write> history = new ArrayList<>(changed.getOrDefault(region, List.of()));
        history.add(write);
        changed.put(region, history);
        return new SymbolicWorld(terms, slots, layout, source, changed, transfers);
    }

    /** The sum of a field over the last key of a mapping's region: the source's, changed by each write. */
    public IntTerm sum(Region region, int field, List<IntTerm> prefix, Simplifier simplifier) {
        IntTerm total = source.initialSum(region, field, prefix);
        List<Write> history = writes.getOrDefault(region, List.of());
        for (int i = 0; i < history.size(); i++) {
            Write write = history.get(i);
            IntTerm before = readBefore(new Location(region, write.keys()), field, history, i, simplifier);
            IntTerm change = terms.subtract(write.values().get(field), before);
            BoolTerm counts = sameKeys(write.keys().subList(0, prefix.size()), prefix, simplifier);
            total = terms.add(total, terms.choose(counts, change, terms.zero));
        }
        return simplifier.simplify(total);
    }

    public SymbolicWorld transfer(IntTerm from, IntTerm to, IntTerm wei) {
        if (wei == terms.zero) {
            return this;
        }
        List<Transfer> more = new ArrayList<>(transfers);
        more.add(new Transfer(from, terms.scale(wei, BigInteger.ONE.negate())));
        more.add(new Transfer(to, wei));
        return new SymbolicWorld(terms, slots, layout, source, writes, more);
    }

    /** In wei. */
    public IntTerm balance(IntTerm account, Simplifier simplifier) {
        IntTerm balance = source.initialBalance(account);
        for (Transfer transfer : transfers) {
            BoolTerm same = simplifier.simplify(terms.equal(account, transfer.account()));
            balance = terms.add(balance, terms.choose(same, transfer.change(), terms.zero));
        }
        return balance;
    }

    /** The same world with its writes simplified under what a path knows now. */
    public SymbolicWorld simplified(Simplifier simplifier) {
        Map<Region, List<Write>> changed = new LinkedHashMap<>();
        writes.forEach((region, history) -> {
            List<Write> simple = new ArrayList<>();
            for (Write write : history) {
                simple.add(new Write(
                        write.keys().stream().map(simplifier::simplify).toList(),
                        write.values().stream().map(simplifier::simplify).toList()));
            }
            changed.put(region, simple);
        });
        List<Transfer> simple = new ArrayList<>();
        for (Transfer transfer : transfers) {
            IntTerm change = simplifier.simplify(transfer.change());
            if (change != terms.zero) {
                simple.add(new Transfer(simplifier.simplify(transfer.account()), change));
            }
        }
        return new SymbolicWorld(terms, slots, layout, source, changed, List.copyOf(simple));
    }
}
