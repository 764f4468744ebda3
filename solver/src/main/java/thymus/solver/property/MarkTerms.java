package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import thymus.contracts.abi.Selector;
import thymus.solver.state.BitField;
import thymus.solver.state.Region;
import thymus.solver.symbolic.SymbolicLog;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.StorageType;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Mark;
import thymus.spec.tree.StoragePath;

/** What a comparison of two symbolic runs leaves out: marks, and whole contracts. */
final class MarkTerms {
    /** No struct of a mark has more slots that are told apart. */
    private static final int MOST_SLOTS = 64;

    private final SystemModel model;
    private final Terms terms;
    private final List<Stored> stored = new ArrayList<>();
    private final List<IntTerm> ether = new ArrayList<>();
    private final List<Mark.Event> events = new ArrayList<>();
    private final List<String> contracts = new ArrayList<>();

    /** @param isLength whether the slot alone is meant, which holds the length of an array, and none of its elements */
    private record Stored(StorageTerms.Place place, String contract, boolean isLength) {}

    MarkTerms(SystemModel model) {
        this.model = model;
        this.terms = model.terms();
    }

    /** @param value of a key */
    void add(List<Mark> marks, Function<Expr, IntTerm> value) {
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Variable variable -> {
                    List<IntTerm> keys =
                            variable.path().keys().stream().map(value).toList();
                    stored.add(new Stored(
                            StorageTerms.locate(terms, model.layout(), variable.contract(), variable.path(), keys),
                            variable.contract(),
                            isLength(variable.path())));
                }
                case Mark.Ether balance -> ether.add(value.apply(balance.account()));
                case Mark.Event event -> events.add(event);
            }
        }
    }

    /** The storage and the events of a contract. */
    void addContract(String instance) {
        contracts.add(instance);
    }

    /** Whether a field of a region at these keys is left out. */
    BoolTerm covers(Region region, int field, List<IntTerm> keys) {
        if (contracts.contains(region.contract())) {
            return terms.yes;
        }
        BoolTerm covered = terms.no;
        for (Stored mark : stored) {
            if (mark.contract().equals(region.contract()) && isWithin(mark, region, field)) {
                covered = terms.or(covered, samePrefix(mark.place().keys(), keys));
            }
        }
        return covered;
    }

    private static boolean isLength(StoragePath path) {
        return !path.accesses().isEmpty() && path.accesses().getLast() instanceof StoragePath.Access.Length;
    }

    private boolean isWithin(Stored stored, Region region, int field) {
        StorageTerms.Place mark = stored.place();
        if (stored.isLength()) {
            return region.equals(mark.region());
        }
        if (mark.type() instanceof StorageType.Value value) {
            return region.equals(mark.region())
                    && model.layout().of(region).get(field).equals(new BitField(8 * mark.offset(), 8 * value.bytes()));
        }
        int slots = slots(mark.type());
        Region around = region;
        while (true) {
            for (int i = 0; i < slots; i++) {
                if (around.equals(mark.region().plus(BigInteger.valueOf(i)))) {
                    return true;
                }
            }
            if (around.isPlain() || around.isHashed()) {
                return false;
            }
            around = around.container();
        }
    }

    private static int slots(StorageType type) {
        BigInteger slots = switch (type) {
            case StorageType.Struct struct -> struct.slots();
            case StorageType.FixedArray array -> array.slots();
            case StorageType.Value _, StorageType.Mapping _, StorageType.DynamicArray _, StorageType.ByteString _ ->
                BigInteger.ONE;
        };
        return slots.max(BigInteger.ONE).min(BigInteger.valueOf(MOST_SLOTS)).intValue();
    }

    private BoolTerm samePrefix(List<IntTerm> mark, List<IntTerm> keys) {
        if (mark.size() > keys.size()) {
            return terms.no;
        }
        BoolTerm same = terms.yes;
        for (int i = 0; i < mark.size(); i++) {
            same = terms.and(same, terms.equal(mark.get(i), keys.get(i)));
        }
        return same;
    }

    /** Whether the balance of the account is left out. */
    BoolTerm coversEther(IntTerm account) {
        BoolTerm covered = terms.no;
        for (IntTerm mark : ether) {
            covered = terms.or(covered, terms.equal(mark, account));
        }
        return covered;
    }

    /** The events that are compared. One of which it is not known which it is stays. */
    List<SymbolicLog> compared(List<SymbolicLog> logs) {
        return logs.stream()
                .filter(log -> contracts.stream().noneMatch(contract -> isOf(log, contract)))
                .filter(log -> events.stream().noneMatch(event -> is(log, event)))
                .toList();
    }

    private boolean isOf(SymbolicLog log, String contract) {
        return Terms.constantOf(log.address())
                .filter(model.addressOf(contract)::equals)
                .isPresent();
    }

    private boolean is(SymbolicLog log, Mark.Event event) {
        long indexed = event.event().fields().stream()
                .filter(EventModel.Field::indexed)
                .count();
        return isOf(log, event.contract())
                && !event.event().anonymous()
                && log.topics().size() == 1 + indexed
                && Terms.constantOf(log.topics().getFirst())
                        .filter(Selector.topic(event.event())::equals)
                        .isPresent();
    }
}
