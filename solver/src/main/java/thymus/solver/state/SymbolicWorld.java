package thymus.solver.state;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/** Storage and ether of every contract on one path: a source, and the writes since, in order. Immutable. */
public final class SymbolicWorld {
    private final Terms terms;
    private final SlotReader slots;
    private final FieldLayout layout;
    private final StateSource source;
    private final Map<Region, List<Write>> writes;
    private final Ether ether;
    private final Unseen unseen;

    /**
     * A write to a region.
     *
     * @param values one for each field of the region
     * @param others the values of the whole region after unknown code may have written; there are no keys and values
     *     then
     */
    public record Write(List<IntTerm> keys, List<IntTerm> values, Optional<StateSource> others) {
        public Write(List<IntTerm> keys, List<IntTerm> values) {
            this(keys, values, Optional.empty());
        }
    }

    public SymbolicWorld(Terms terms, SlotReader slots, FieldLayout layout, StateSource source) {
        this(terms, slots, layout, source, Map.of(), Ether.OF_SOURCE, Unseen.NOTHING);
    }

    private SymbolicWorld(
            Terms terms,
            SlotReader slots,
            FieldLayout layout,
            StateSource source,
            Map<Region, List<Write>> writes,
            Ether ether,
            Unseen unseen) {
        this.terms = terms;
        this.slots = slots;
        this.layout = layout;
        this.source = source;
        this.writes = writes;
        this.ether = ether;
        this.unseen = unseen;
    }

    public Terms terms() {
        return terms;
    }

    public FieldLayout layout() {
        return layout;
    }

    public SlotReader slots() {
        return slots;
    }

    /**
     * Returns whether the writes to storage and ether are equal. Ether that was moved before the transaction is not a
     * write.
     */
    public boolean hasSameWritesAs(SymbolicWorld other) {
        return unseen.equals(other.unseen)
                && writes.equals(other.writes)
                && (ether.isAsAtEntry() || ether.equals(other.ether));
    }

    /** Returns whether the transfers of ether and the effects of unknown calls are equal. */
    public boolean hasSameEtherAs(SymbolicWorld other) {
        return unseen.equals(other.unseen) && ether.equals(other.ether);
    }

    /** The written regions, in the order of their first write. */
    public Map<Region, List<Write>> writes() {
        return Collections.unmodifiableMap(writes);
    }

    /** The whole slot, as the sum of its shifted fields. */
    public IntTerm load(SlotLocation location, Simplifier simplifier) {
        IntTerm word = terms.zero;
        List<BitField> fields = layout.of(location.region());
        for (int i = 0; i < fields.size(); i++) {
            IntTerm value = read(location, i, simplifier);
            word = terms.add(
                    word, terms.scale(value, BigInteger.TWO.pow(fields.get(i).offset())));
        }
        return word;
    }

    /** @throws UnsupportedConstructException if it is not known to which region and keys the slot belongs */
    public SlotLocation locate(String contract, IntTerm slot, Simplifier simplifier) {
        return slots.locate(contract, slot, layout, simplifier.facts()::range);
    }

    /** One field, without a mask. */
    public IntTerm read(SlotLocation location, int field, Simplifier simplifier) {
        List<Write> history = writes.getOrDefault(location.region(), List.of());
        return readBefore(location, field, history, history.size(), simplifier);
    }

    /** One field as it was before the write of that number to its region. */
    IntTerm readBefore(int write, SlotLocation location, int field, Simplifier simplifier) {
        return readBefore(location, field, writes.getOrDefault(location.region(), List.of()), write, simplifier);
    }

    private IntTerm readBefore(SlotLocation location, int field, List<Write> history, int end, Simplifier simplifier) {
        for (int i = end - 1; i >= 0; i--) {
            Write write = history.get(i);
            if (write.others().isPresent()) {
                return write.others().get().initial(location.region(), field, location.keys());
            }
            BoolTerm same = sameKeys(write.keys(), location.keys(), simplifier);
            if (same == terms.yes) {
                return write.values().get(field);
            }
            if (same != terms.no) {
                IntTerm otherwise = readBefore(location, field, history, i, simplifier);
                return simplifier.simplify(terms.choose(same, write.values().get(field), otherwise));
            }
        }
        // A new contract finds its storage empty.
        return location.region().isOfNew() ? terms.zero : source.initial(location.region(), field, location.keys());
    }

    /** The same world without the storage of the contracts that the transaction under way has created. */
    public SymbolicWorld withoutNew() {
        if (writes.keySet().stream().noneMatch(Region::isOfNew)) {
            return this;
        }
        Map<Region, List<Write>> others = new LinkedHashMap<>(writes);
        others.keySet().removeIf(Region::isOfNew);
        return new SymbolicWorld(terms, slots, layout, source, others, ether, unseen);
    }

    private BoolTerm sameKeys(List<IntTerm> a, List<IntTerm> b, Simplifier simplifier) {
        List<BoolTerm> equal = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            equal.add(terms.equal(a.get(i), b.get(i)));
        }
        return simplifier.simplify(terms.and(equal));
    }

    /**
     * Writes a whole slot.
     *
     * @param cut takes the field (offset, width) out of the stored word
     */
    public SymbolicWorld store(SlotLocation location, Function<BitField, IntTerm> cut) {
        List<IntTerm> values = layout.of(location.region()).stream().map(cut).toList();
        return with(location.region(), new Write(location.keys(), values));
    }

    /**
     * Adds a write.
     *
     * @param write with one value for each field of the region
     */
    public SymbolicWorld with(Region region, Write write) {
        Map<Region, List<Write>> changed = new LinkedHashMap<>(writes);
        List<Write> history = new ArrayList<>(changed.getOrDefault(region, List.of()));
        history.add(write);
        changed.put(region, history);
        return new SymbolicWorld(terms, slots, layout, source, changed, ether, unseen);
    }

    /** The same world after unknown code may have written to any slot of the region. */
    public SymbolicWorld havoc(Region region, String time) {
        return with(region, new Write(List.of(), List.of(), Optional.of(source.later(time))));
    }

    /** Any value of a plain field that unknown code may have written: one that the source knows to be possible. */
    public IntTerm anything(Region region, int field, String time) {
        return source.later(time).initial(region, field, List.of());
    }

    /** The plain fields that some path has read and that are not constants. */
    public List<ArbitrarySource.Place> plainFields() {
        return source.plainFields();
    }

    /** The effects that unknown calls may have had. */
    public Unseen unseen() {
        return unseen;
    }

    public SymbolicWorld with(Unseen now) {
        return new SymbolicWorld(terms, slots, layout, source, writes, ether, now);
    }

    /** The sum of a field over the last key of a mapping's region: the source's sum, changed by each write. */
    public IntTerm sum(Region region, int field, List<IntTerm> prefix, Simplifier simplifier) {
        List<Write> history = writes.getOrDefault(region, List.of());
        int begin = history.size();
        while (begin > 0 && history.get(begin - 1).others().isEmpty()) {
            begin--;
        }
        StateSource beginning =
                begin == 0 ? source : history.get(begin - 1).others().orElseThrow();
        IntTerm total = beginning.initialSum(region, field, prefix);
        for (int i = begin; i < history.size(); i++) {
            Write write = history.get(i);
            IntTerm before = readBefore(new SlotLocation(region, write.keys()), field, history, i, simplifier);
            IntTerm change = terms.subtract(write.values().get(field), before);
            BoolTerm counts = sameKeys(write.keys().subList(0, prefix.size()), prefix, simplifier);
            total = terms.add(total, terms.choose(counts, change, terms.zero));
        }
        return simplifier.simplify(total);
    }

    /** Moves wei from one account to another. */
    public SymbolicWorld transfer(IntTerm from, IntTerm to, IntTerm wei) {
        return wei == terms.zero ? this : with(ether.transfer(from, to, wei, terms));
    }

    private SymbolicWorld with(Ether now) {
        return new SymbolicWorld(terms, slots, layout, source, writes, now, unseen);
    }

    /**
     * The same world after unknown code moved ether.
     *
     * @param paying contracts that may have paid
     */
    public SymbolicWorld withEther(Ether.Renewed now, Set<BigInteger> paying) {
        return with(ether.renewed(now, paying));
    }

    /**
     * This world with another path's transfers of ether applied after it.
     *
     * @param replace this world's values for the unknowns of the other world
     */
    public SymbolicWorld withEtherOf(
            SymbolicWorld other, UnaryOperator<IntTerm> replace, Function<UnknownFunction, UnknownFunction> rename) {
        return with(other.ether.after(ether, replace, rename));
    }

    public Ether ether() {
        return ether;
    }

    /** The balance in wei. */
    public IntTerm balance(IntTerm account, Simplifier simplifier) {
        return ether.balance(account, source, simplifier);
    }

    /** The same world with its writes simplified under the current facts of a path. */
    public SymbolicWorld simplified(Simplifier simplifier) {
        Map<Region, List<Write>> changed = new LinkedHashMap<>();
        writes.forEach((region, history) -> {
            List<Write> simple = new ArrayList<>();
            for (Write write : history) {
                simple.add(new Write(
                        write.keys().stream().map(simplifier::simplify).toList(),
                        write.values().stream().map(simplifier::simplify).toList(),
                        write.others()));
            }
            changed.put(region, simple);
        });
        return new SymbolicWorld(terms, slots, layout, source, changed, ether.simplified(simplifier), unseen);
    }
}
