package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.property.ObligationGenerator;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.property.SystemModel;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.SetupParameter;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.ContractModel;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.StoragePath;
import thymus.spec.tree.StoragePath.Access;
import thymus.spec.tree.Type;
import thymus.spec.tree.Walk;

/** Finds a system's state variables and how transactions change them. */
final class VocabularyReader {
    private static final int MOST_AMOUNTS = 14;
    private static final int MOST_CONSTANTS = 12;
    /** Narrower numbers are flags and enums. */
    private static final int LEAST_BYTES = 4;

    private static final int DEEPEST = 4;
    private static final int MOST_PERIODS = 4;
    private static final int MOST_CHOICES = 8;

    private final SystemModel model;
    private final ObligationGenerator reader;
    private final SymbolicState before;
    private final List<SymbolicTransaction> transactions;
    private final NamedKeys keys;
    private final List<Expr> amounts = new ArrayList<>();
    private final List<Expr> moments = new ArrayList<>();
    private final List<Expr> heights = new ArrayList<>();
    private final List<Expr> constants = new ArrayList<>();
    private final List<Expr> sums = new ArrayList<>();
    private final List<Number> numbers = new ArrayList<>();
    private final List<Vocabulary.Period> keyed = new ArrayList<>();
    private final List<Vocabulary.Choice> choices = new ArrayList<>();
    private final List<Vocabulary.Ceiling> ceilings = new ArrayList<>();

    VocabularyReader(
            SystemModel model,
            ObligationGenerator reader,
            SymbolicState before,
            List<SymbolicTransaction> transactions) {
        this(model, reader, before, transactions, NamedKeys.of(model.specification()));
    }

    private VocabularyReader(
            SystemModel model,
            ObligationGenerator reader,
            SymbolicState before,
            List<SymbolicTransaction> transactions,
            NamedKeys keys) {
        this.model = model;
        this.reader = reader;
        this.before = before;
        // What unknown code may change later is known where it begins.
        this.transactions = transactions.stream()
                .flatMap(transaction -> Stream.concat(transaction.untilCalls().stream(), Stream.of(transaction)))
                .toList();
        this.keys = keys;
    }

    /** Finds the elements of mappings at the key of a window too. */
    VocabularyReader at(GhostVariable key) {
        return new VocabularyReader(model, reader, before, transactions, keys.and(key));
    }

    Vocabulary read() {
        for (SetupParameter parameter : model.specification().parameters().values()) {
            if (parameter.greatest().signum() > 0) {
                constants.add(new Expr.Parameter(parameter.name(), Vocabulary.NOWHERE));
            }
        }
        for (String instance : model.specification().instances().keySet()) {
            ContractModel contract = model.specification().modelOf(instance);
            for (StorageVariable variable : contract.storage().orElse(List.of())) {
                visit(instance, variable, List.of(), variable.type());
            }
            for (FunctionModel function : contract.functions()) {
                constantView(instance, function);
            }
        }
        sumsOfMembers();
        return new Vocabulary(
                List.copyOf(amounts.subList(0, Math.min(MOST_AMOUNTS, amounts.size()))),
                List.copyOf(moments),
                List.copyOf(heights),
                List.copyOf(constants.subList(0, Math.min(MOST_CONSTANTS, constants.size()))),
                List.copyOf(sums),
                periods(),
                List.copyOf(choices),
                List.copyOf(ceilings));
    }

    /** Sums of structs' members that the file speaks of: there may be many members that nobody adds up. */
    private void sumsOfMembers() {
        model.specification().properties().stream()
                .flatMap(property -> property.expressions().stream())
                .flatMap(Walk::all)
                .filter(e -> e instanceof Expr.MappingSum sum
                        && !sum.members().isEmpty()
                        && Walk.free(List.of(sum)).isEmpty())
                .map(e -> new Expr.MappingSum(
                        ((Expr.MappingSum) e).contract(),
                        ((Expr.MappingSum) e).path(),
                        ((Expr.MappingSum) e).members(),
                        Vocabulary.NOWHERE))
                .distinct()
                .forEach(sums::add);
    }

    /** Those with a field for their number, and those whose number is the key of what is counted. */
    private List<Vocabulary.Period> periods() {
        List<Vocabulary.Period> periods = new ArrayList<>(keyed);
        for (Number number : numbers) {
            periods.add(new Vocabulary.Period(
                    Vocabulary.binary(BinaryOperator.MULTIPLY, number.field(), Vocabulary.number(number.length())),
                    Vocabulary.number(number.length()),
                    List.copyOf(amounts)));
        }
        return List.copyOf(periods.subList(0, Math.min(MOST_PERIODS, periods.size())));
    }

    /** A field that is set to the time divided by a length. */
    private record Number(Expr field, BigInteger length) {}

    /** The length by which the term divides the time; empty if it is no such quotient. */
    private static Optional<BigInteger> length(IntTerm term, IntTerm now) {
        return switch (term) {
            case IntTerm.Quotient q
            when q.dividend() == now -> Terms.constantOf(q.divisor()).filter(length -> length.signum() > 0);
            case IntTerm.Choice c -> length(c.then(), now).or(() -> length(c.otherwise(), now));
            default -> Optional.empty();
        };
    }

    /** The element of a mapping at the number of the present period, where a transaction writes such. */
    private void periods(String instance, StorageVariable root, List<Access> accesses, StorageType.Mapping mapping) {
        if (!(mapping.key() instanceof AbiType.UInt)
                || !(mapping.value() instanceof StorageType.Value v)
                || !(v.type() instanceof AbiType.UInt)) {
            return;
        }
        Set<BigInteger> lengths = new TreeSet<>();
        for (SymbolicTransaction transaction : transactions) {
            IntTerm now = transaction.after().context().timestamp();
            transaction.after().world().writes().forEach((region, history) -> {
                if (region.contract().equals(instance)) {
                    history.stream()
                            .filter(write -> !write.keys().isEmpty())
                            .forEach(
                                    write -> length(write.keys().getLast(), now).ifPresent(lengths::add));
                }
            });
        }
        for (BigInteger length : lengths) {
            Expr number = Vocabulary.binary(BinaryOperator.DIVIDE, Vocabulary.now(), Vocabulary.number(length));
            List<Access> more = new ArrayList<>(accesses);
            more.add(new Access.Index(number));
            keyed.add(new Vocabulary.Period(
                    Vocabulary.binary(BinaryOperator.MULTIPLY, number, Vocabulary.number(length)),
                    Vocabulary.number(length),
                    List.of(read(instance, root, more, v))));
        }
    }

    private void visit(String instance, StorageVariable root, List<Access> accesses, StorageType type) {
        if (accesses.size() > DEEPEST) {
            return;
        }
        switch (type) {
            case StorageType.Value v
            when v.type() instanceof AbiType.UInt && v.bytes() >= LEAST_BYTES ->
                classify(read(instance, root, accesses, v));
            case StorageType.Value v
            when v.type() instanceof AbiType.Address ->
                choose(new Expr.StorageRead(
                        instance, new StoragePath(root, accesses, v), Type.ADDRESS, Vocabulary.NOWHERE));
            case StorageType.Struct s -> {
                for (StorageVariable member : s.members()) {
                    List<Access> more = new ArrayList<>(accesses);
                    more.add(new Access.Member(member));
                    visit(instance, root, more, member.type());
                }
            }
            case StorageType.Mapping m -> {
                if (m.value() instanceof StorageType.Value v
                        && v.type() instanceof AbiType.UInt
                        && v.bytes() >= LEAST_BYTES) {
                    sums.add(new Expr.MappingSum(instance, new StoragePath(root, accesses, m), Vocabulary.NOWHERE));
                }
                periods(instance, root, accesses, m);
                for (Expr key : keys.of(m.key())) {
                    List<Access> more = new ArrayList<>(accesses);
                    more.add(new Access.Index(key));
                    visit(instance, root, more, m.value());
                }
            }
            // The prover has no candidates for these types.
            case StorageType.Value _, StorageType.FixedArray _ -> {}
            case StorageType.DynamicArray _, StorageType.ByteString _ -> {}
        }
    }

    private static Expr read(String instance, StorageVariable root, List<Access> accesses, StorageType.Value value) {
        return new Expr.StorageRead(instance, new StoragePath(root, accesses, value), Type.INTEGER, Vocabulary.NOWHERE);
    }

    /** Finds out whether an address is always one of a few, some of which are contracts of the system. */
    private void choose(Expr variable) {
        Terms terms = model.terms();
        Simplifier plain = new Simplifier(terms, PathFacts.none(terms));
        IntTerm initially = reader.value(variable, before, plain);
        Set<BigInteger> values = new TreeSet<>();
        boolean few = addValues(reader.value(variable, model.deployed(), plain), initially, values);
        for (SymbolicTransaction transaction : transactions) {
            few = few
                    && addValues(
                            reader.value(variable, transaction.after(), transaction.simplifier()), initially, values);
        }
        Map<BigInteger, String> contracts = new HashMap<>();
        model.specification().instances().keySet().forEach(name -> contracts.put(model.addressOf(name), name));
        if (few
                && values.size() <= MOST_CHOICES
                && !(initially instanceof IntTerm.Constant)
                && values.stream().anyMatch(contracts::containsKey)) {
            choices.add(new Vocabulary.Choice(
                    variable,
                    values.stream()
                            .map(value -> contracts.containsKey(value)
                                    ? new Expr.Account(contracts.get(value), Vocabulary.NOWHERE)
                                    : (Expr) new Expr.IntegerLiteral(value, Type.ADDRESS, Vocabulary.NOWHERE))
                            .toList()));
        }
    }

    /** @return whether the term is the earlier value, or one of known numbers */
    private static boolean addValues(IntTerm term, IntTerm before, Set<BigInteger> values) {
        if (term == before) {
            return true;
        }
        if (term instanceof IntTerm.Constant constant) {
            values.add(constant.value());
            return true;
        }
        return term instanceof IntTerm.Choice choice
                && addValues(choice.then(), before, values)
                && addValues(choice.otherwise(), before, values);
    }

    private void classify(Expr variable) {
        Terms terms = model.terms();
        IntTerm initially = reader.value(variable, before, new Simplifier(terms, PathFacts.none(terms)));
        if (initially instanceof IntTerm.Constant c) {
            if (c.value().signum() > 0) {
                constants.add(variable);
            }
            return;
        }
        boolean changes = false;
        for (SymbolicTransaction transaction : transactions) {
            IntTerm afterwards = reader.value(variable, transaction.after(), transaction.simplifier());
            changes |= afterwards != initially;
            if (canBeOfClock(afterwards, transaction.after().context().timestamp())) {
                moments.add(variable);
                return;
            }
            Optional<BigInteger> length =
                    length(afterwards, transaction.after().context().timestamp());
            if (length.isPresent()) {
                numbers.add(new Number(variable, length.get()));
                return;
            }
            if (!heights.contains(variable)
                    && isOrMayBe(afterwards, transaction.after().context().number())) {
                heights.add(variable);
            }
        }
        if (changes) {
            amounts.add(variable);
            Ceilings.of(initially, transactions)
                    .forEach(most -> ceilings.add(new Vocabulary.Ceiling(variable, Vocabulary.number(most))));
        }
    }

    /** Returns whether the term is read off the clock, or is a choice with a side that is. */
    private static boolean canBeOfClock(IntTerm term, IntTerm now) {
        return isOfClock(term, now)
                || (term instanceof IntTerm.Choice c
                        && (canBeOfClock(c.then(), now) || canBeOfClock(c.otherwise(), now)));
    }

    /** Returns whether the term is the number, or is a choice with a side that is. */
    private static boolean isOrMayBe(IntTerm term, IntTerm number) {
        return term == number
                || (term instanceof IntTerm.Choice c
                        && (isOrMayBe(c.then(), number) || isOrMayBe(c.otherwise(), number)));
    }

    /** Returns whether the term is the time, or the time at which a period of constant length began. */
    private static boolean isOfClock(IntTerm term, IntTerm now) {
        if (term == now) {
            return true;
        }
        if (!(term instanceof IntTerm.Sum sum) || sum.constant().signum() != 0) {
            return false;
        }
        return switch (sum.parts().size()) {
            case 1 -> isWholePeriods(sum.parts().getFirst(), now);
            case 2 ->
                sum.parts().stream()
                                .anyMatch(
                                        p -> p.term() == now && p.coefficient().equals(BigInteger.ONE))
                        && sum.parts().stream().anyMatch(p -> isRestOfPeriod(p, now));
            default -> false;
        };
    }

    private static boolean isWholePeriods(IntTerm.Sum.Part part, IntTerm now) {
        return part.term() instanceof IntTerm.Quotient q
                && q.dividend() == now
                && Terms.constantOf(q.divisor()).equals(Optional.of(part.coefficient()));
    }

    private static boolean isRestOfPeriod(IntTerm.Sum.Part part, IntTerm now) {
        return part.term() instanceof IntTerm.Remainder r
                && r.dividend() == now
                && Terms.constantOf(r.divisor()).isPresent()
                && part.coefficient().equals(BigInteger.ONE.negate());
    }

    /** Adds a view without arguments that returns the same number in every state, such as an immutable. */
    private void constantView(String instance, FunctionModel function) {
        boolean isView = function.mutability() == Mutability.VIEW || function.mutability() == Mutability.PURE;
        if (!isView
                || !function.inputs().isEmpty()
                || function.outputs().size() != 1
                || !(function.outputs().getFirst().type() instanceof AbiType.UInt)) {
            return;
        }
        Expr call = new Expr.ViewCall(instance, function, List.of(), 0, Type.INTEGER, Vocabulary.NOWHERE);
        Optional<BigInteger> value;
        try {
            Terms terms = model.terms();
            value = Terms.constantOf(reader.value(call, before, new Simplifier(terms, PathFacts.none(terms))));
        } catch (UnsupportedConstructException e) {
            // A view that symbolic execution cannot run is not a constant. Properties that use it report the reason.
            value = Optional.empty();
        }
        if (value.filter(v -> v.signum() > 0).isPresent()) {
            constants.add(call);
        }
    }
}
