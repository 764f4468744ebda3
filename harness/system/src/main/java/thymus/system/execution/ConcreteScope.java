package thymus.system.execution;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.CallLayout;
import thymus.contracts.abi.EventFields;
import thymus.contracts.abi.Selector;
import thymus.contracts.layout.StorageSnapshot;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.spec.contract.AbiType;
import thymus.spec.monitor.Algebra;
import thymus.spec.monitor.ConcreteAlgebra;
import thymus.spec.monitor.Evaluator;
import thymus.spec.monitor.Scope;
import thymus.spec.monitor.UndefinedValue;
import thymus.spec.monitor.UnknownValue;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Type;
import thymus.spec.tree.Variable;

/**
 * A settled state of a deployed system, read by the names of its specification.
 *
 * <p>It is readable until the system executes the next step or rolls back beyond it; afterwards every method that needs
 * the state throws {@link IllegalStateException}. Windows and ghosts are the monitor's: it wraps this scope.
 */
public final class ConcreteScope implements Scope<BigInteger, Boolean> {
    private final DeployedSystem system;
    private final SettledState moment;
    private final NameBindings locals;
    /** The place within a step, in words. */
    private final Optional<String> place;

    ConcreteScope(DeployedSystem system, SettledState moment) {
        this(system, moment, NameBindings.NONE, Optional.empty());
    }

    private ConcreteScope(DeployedSystem system, SettledState moment, NameBindings locals, Optional<String> place) {
        this.system = system;
        this.moment = moment;
        this.locals = locals;
        this.place = place;
    }

    /** A moment in the middle of the step that led here, where control leaves a contract. */
    ConcreteScope departing(Departed departed, String where) {
        return new ConcreteScope(system, moment.inside(departed.moment()), locals, Optional.of(where));
    }

    /** The end of a call in the middle of the step that led here. */
    ConcreteScope calling(MadeCall call, String where) {
        SettledState end = moment.ofCall(
                call.begin(),
                call.end(),
                Convert.number(call.message().sender()),
                call.message().value().toBigInteger(),
                Selector.padded(call.message().input()).value());
        return new ConcreteScope(system, end, locals, Optional.of(where));
    }

    @Override
    public Optional<String> moment() {
        return place;
    }

    @Override
    public Algebra<BigInteger, Boolean> algebra() {
        return ConcreteAlgebra.INSTANCE;
    }

    @Override
    public ConcreteScope previous() {
        return moment.previous()
                .map(b -> new ConcreteScope(system, b, locals, place))
                .orElse(this);
    }

    @Override
    public ConcreteScope at(Expr.Context.Field clock, BigInteger time) {
        SettledState then =
                clock == Expr.Context.Field.BLOCK ? moment.inBlock(time.longValue()) : moment.at(time.longValue());
        return new ConcreteScope(system, then, locals, place);
    }

    @Override
    public ConcreteScope bind(Variable variable, BigInteger value) {
        return new ConcreteScope(system, moment, new NameBindings.Value(variable, value, locals), place);
    }

    /** With names for fields of an event. */
    ConcreteScope bind(Trigger.Emitted event, EventFields fields) {
        return new ConcreteScope(system, moment, new NameBindings.Fields(event, fields, locals), place);
    }

    @Override
    public BigInteger local(Variable variable) {
        return locals.value(variable);
    }

    @Override
    public BigInteger account(String name) {
        return system.accounts().number(name);
    }

    @Override
    public BigInteger parameter(String name) {
        return system.specification().parameters().get(name).value();
    }

    @Override
    public BigInteger context(Expr.Context.Field field) {
        return switch (field) {
            case TIMESTAMP -> Convert.unsigned(moment.timestamp());
            case BLOCK -> Convert.unsigned(moment.number());
            case SENDER -> moment.sender();
            case VALUE -> moment.value();
            case SELECTOR -> BigInteger.valueOf(Integer.toUnsignedLong(moment.selector()));
        };
    }

    @Override
    public BigInteger call(Expr.ViewCall call, List<BigInteger> arguments) {
        if (call.type() == Type.TEXT || moment.inner().isPresent()) {
            return execute(call, arguments);
        }
        BigInteger known = system.viewSites().of(call, arguments).value(moment, system.history());
        return known == null ? execute(call, arguments) : known;
    }

    @Override
    public Optional<BigInteger> distance(Expr.ViewCall call, List<BigInteger> arguments) {
        return moment.inner().isPresent()
                ? Optional.empty()
                : system.viewSites().of(call, arguments).distance(moment, system.history());
    }

    private BigInteger execute(Expr.ViewCall call, List<BigInteger> arguments) {
        CallLayout layout = system.layouts().of(call.function());
        byte[] data = WordArguments.callData(layout, call.function(), call.arguments(), arguments);
        Receipt receipt = system.history()
                .ask(
                        moment,
                        new SettledState.Question(DeployedSystem.OBSERVER, system.addressOf(call.contract()), data));
        if (!receipt.ok()) {
            throw new ViewRevertedException(
                    name(call) + " reverted: " + system.reasons().of(receipt));
        }
        try {
            return call.type() == Type.TEXT
                    ? CallLayout.text(call.function(), call.word(), receipt.output())
                    : layout.result(call.word(), receipt.output());
        } catch (AbiException e) {
            throw new ViewRevertedException(name(call) + " returned no value of its type: " + e.getMessage());
        }
    }

    private static String name(Expr.ViewCall call) {
        return call.contract() + "." + call.function().name();
    }

    @Override
    public BigInteger storage(Expr.StorageRead read, List<BigInteger> keys) {
        Address contract = system.addressOf(read.contract());
        return system.history().at(moment, () -> system.reader().read(read.path(), keys, slots(contract)));
    }

    @Override
    public BigInteger sum(Expr.MappingSum sum, List<BigInteger> keys) {
        system.unlisted(sum.contract()).ifPresent(reason -> {
            throw new UndefinedValue(
                    "sum(" + sum.contract() + "." + sum.path().root().name() + "): " + reason);
        });
        Address contract = system.addressOf(sum.contract());
        return system.history().at(moment, () -> {
            system.slots()
                    .unexplained(contract, slot -> system.chain().world().storage(contract, slot))
                    .ifPresent(slot -> {
                        throw new UnknownValue(unexplained(sum, slot));
                    });
            return system.reader().sum(sum.path(), keys, sum.members(), slots(contract), system.preimages());
        });
    }

    private static String unexplained(Expr.MappingSum sum, BigInteger slot) {
        return "sum(" + sum.contract() + "." + sum.path().root().name() + ") is not known: " + sum.contract()
                + " has written its storage at 0x" + slot.toString(16)
                + ", which may be an element of a mapping whose key "
                + "the compiler hashed, or a place that assembly made up; name the key as a number in a property, if "
                + "there is one";
    }

    private StorageSnapshot slots(Address contract) {
        return slot -> system.chain().world().storage(contract, Word.of(slot)).toBigInteger();
    }

    @Override
    public BigInteger etherBalance(BigInteger account) {
        Address address = Convert.address(account);
        return system.history()
                .at(moment, () -> system.chain().world().balance(address).toBigInteger());
    }

    @Override
    public Boolean can(Expr.Can can, BigInteger sender, List<BigInteger> arguments) {
        CallLayout layout = system.layouts().of(can.function());
        byte[] data = WordArguments.callData(layout, can.function(), can.arguments(), arguments);
        Address target = system.addressOf(can.contract());
        return system.history()
                .ask(moment, new SettledState.Question(Convert.address(sender), target, data))
                .ok();
    }

    @Override
    public Boolean sameWithout(Expr.SameWithout comparison) {
        return difference(comparison).isEmpty();
    }

    @Override
    public Optional<String> difference(Expr.SameWithout comparison) {
        return twoRuns().without(executed(), comparison.contract());
    }

    TwoRuns twoRuns() {
        return system.twoRuns();
    }

    /** The step that led to this state. */
    StepRunner.Executed executed() {
        if (moment != system.history().current()) {
            throw new IllegalStateException("only the last step is made again");
        }
        return system.steps().last();
    }

    @Override
    public Boolean forAll(Expr.ForAll quantifier, Function<BigInteger, Boolean> body) {
        List<BigInteger> domain = quantifier.domain().isEmpty()
                ? system.seen().domain(type(quantifier.variable()))
                : quantifier.domain().stream()
                        .map(value -> Evaluator.integer(value, this))
                        .toList();
        return system.quantifiers().forAll(quantifier, domain, body);
    }

    private static AbiType type(Variable variable) {
        return variable.abi()
                .orElseThrow(() -> new IllegalStateException(
                        "the monitor goes over durations, not the state: " + variable.name()));
    }

    @Override
    public BigInteger windowed(Expr.Windowed aggregate, Optional<BigInteger> seconds, Optional<BigInteger> key) {
        throw new IllegalStateException("windows are kept by the monitor: " + aggregate.span());
    }

    @Override
    public BigInteger past(Expr.Past operator, Optional<BigInteger> seconds) {
        throw new IllegalStateException("the past is kept by the monitor: " + operator.span());
    }

    @Override
    public BigInteger ghost(GhostVariable variable) {
        throw new IllegalStateException("ghosts live in proofs only: " + variable.name());
    }
}
