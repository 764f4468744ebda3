package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.contracts.abi.Selector;
import thymus.contracts.abi.StaticHead;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.state.Ether;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.CodesOfChain;
import thymus.solver.symbolic.EnteredCall;
import thymus.solver.symbolic.Interruption;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.symbolic.SymbolicLog;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/**
 * One path of an arbitrary transaction, from one settled state to the next.
 *
 * @param target the called instance; empty for a transaction without effect, which failed or called another account
 * @param conditions the path condition
 * @param attempted the instance whose function the step calls, be it one that fails; empty: none of the system
 * @param failure what the step returns if it fails, where that was read
 * @param inside the moments within it; empty where nobody asks for them
 */
public record SymbolicTransaction(
        Optional<String> target,
        CallSymbols call,
        SymbolicState before,
        SymbolicState after,
        List<BoolTerm> conditions,
        Simplifier simplifier,
        List<SymbolicLog> logs,
        List<IntTerm> output,
        List<Interruption> interruptions,
        Optional<String> attempted,
        Optional<PathOutcome.Failure> failure,
        Optional<Inside> inside) {
    /** A transaction that calls no unknown code, and succeeds or calls nothing of the system. */
    public SymbolicTransaction(
            Optional<String> target,
            CallSymbols call,
            SymbolicState before,
            SymbolicState after,
            List<BoolTerm> conditions,
            Simplifier simplifier,
            List<SymbolicLog> logs,
            List<IntTerm> output) {
        this(
                target,
                call,
                before,
                after,
                conditions,
                simplifier,
                logs,
                output,
                List.of(),
                target,
                Optional.empty(),
                Optional.empty());
    }

    /** The same with calls of unknown code. */
    private SymbolicTransaction interrupted(List<Interruption> calls) {
        return new SymbolicTransaction(
                target, call, before, after, conditions, simplifier, logs, output, calls, attempted, failure, inside);
    }

    /** The same with the moments within it. */
    public SymbolicTransaction with(Inside moments) {
        return new SymbolicTransaction(
                target,
                call,
                before,
                after,
                conditions,
                simplifier,
                logs,
                output,
                interruptions,
                attempted,
                failure,
                Optional.of(moments));
    }

    /** The same up to the end of a round of a loop. */
    SymbolicTransaction cut() {
        return with(inside.orElseThrow().cut());
    }

    /**
     * The same as a call of the instance, be it one that fails.
     *
     * @param returned what it returns if it fails; empty where that was not read
     */
    public SymbolicTransaction attempting(Optional<String> instance, Optional<PathOutcome.Failure> returned) {
        return new SymbolicTransaction(
                target,
                call,
                before,
                after,
                conditions,
                simplifier,
                logs,
                output,
                interruptions,
                instance,
                returned,
                inside);
    }

    /** The states in which it resumes after unknown code. */
    public List<SymbolicState> resumed() {
        return interruptions.stream().map(i -> within(i.after())).toList();
    }

    /** The states in which unknown code begins, each at the place of the one in which the transaction resumes. */
    public List<SymbolicState> begun() {
        return interruptions.stream().map(i -> within(i.before())).toList();
    }

    /** The parts of the transaction from its start to each call of unknown code. */
    public List<SymbolicTransaction> untilCalls() {
        List<SymbolicTransaction> parts = new ArrayList<>();
        for (int i = 0; i < interruptions.size(); i++) {
            parts.add(new SymbolicTransaction(
                            target,
                            call,
                            before,
                            within(interruptions.get(i).before()),
                            conditions,
                            simplifier,
                            List.of(),
                            List.of())
                    .interrupted(interruptions.subList(0, i)));
        }
        return parts;
    }

    private SymbolicState within(SymbolicWorld world) {
        return new SymbolicState(world, after.context(), before.ghosts());
    }

    /** The adversary's choices: the selector and the argument words. */
    public record CallSymbols(IntTerm selector, java.util.function.IntFunction<IntTerm> argument, IntTerm size) {}

    static SymbolicTransaction of(
            String target,
            CallSymbols call,
            SymbolicState before,
            SymbolicContext context,
            PathOutcome outcome,
            SymbolicWorld transientsBefore,
            Terms terms) {
        return new SymbolicTransaction(
                        Optional.of(target),
                        call,
                        before,
                        new SymbolicState(outcome.world(), context, before.ghosts()),
                        outcome.conditions(),
                        new Simplifier(terms, outcome.facts()),
                        outcome.logs(),
                        outcome.output())
                .interrupted(outcome.interruptions())
                .with(Inside.of(outcome, transientsBefore));
    }

    /** Returns whether the state differs afterwards in more than time, or a flow may count an event. */
    public boolean changesSomething() {
        return !logs.isEmpty() || !after.world().hasSameWritesAs(before.world());
    }

    /**
     * A match of the trigger in the transaction, if its condition holds.
     *
     * @param place for an event its number on this path; for the call itself, which ends later, a greater one
     * @param moment where it is in the middle of the transaction; empty: its end
     */
    public record Match(
            BoolTerm condition, Map<Variable, IntTerm> bindings, int place, Optional<MatchedMoment> moment) {
        Match(BoolTerm condition, Map<Variable, IntTerm> bindings, int place) {
            this(condition, bindings, place, Optional.empty());
        }
    }

    /** @param before what {@code prev} reads; empty where that is not known */
    public record MatchedMoment(Optional<SymbolicState> before, SymbolicState state) {}

    /** The matches in the order of occurrence. The condition of {@code where} is not included. */
    public List<Match> matches(Trigger trigger, SystemModel model) {
        return switch (trigger) {
            case Trigger.TriedCall c -> tried(c, model);
            case Trigger.Called c -> called(c, model);
            case Trigger.SuccessfulCall c -> target.isEmpty() ? List.of() : call(c, model);
            case Trigger.Entered e -> target.isEmpty() ? List.of() : entered(e, model);
            case Trigger.Departure d ->
                target.isEmpty() ? List.of() : new InsideMatches(this, model).departures(d, false);
            case Trigger.InnerCall c -> target.isEmpty() ? List.of() : new InsideMatches(this, model).calls(c, false);
            case Trigger.EtherMoved m -> target.isEmpty() ? List.of() : payments(m, model);
            case Trigger.Emitted e -> target.isEmpty() ? List.of() : events(e, model);
        };
    }

    /**
     * Refuses triggers that symbolic execution may miss. A rule's trigger is the step's own call; a flow must count
     * all.
     *
     * @throws UnsupportedConstructException if matching calls may happen unseen within the transaction
     */
    void requireCallsToBeSeen(Trigger trigger, SystemModel model) {
        if (trigger instanceof Trigger.SuccessfulCall c
                && after.world().unseen().mayHaveCalled(model.addressOf(c.contract()), selector(c))) {
            throw unseen(
                    trigger, "calls of " + c.contract() + "." + c.function().name());
        }
    }

    /** Unknown code may have caused further matches within the transaction. */
    private UnsupportedConstructException unseen(Trigger trigger, String what) {
        return new UnsupportedConstructException(trigger.span() + ": " + what
                + ", which code that is not known may bring about within a call of " + target.orElseThrow());
    }

    private static BigInteger selector(Trigger.SuccessfulCall trigger) {
        return BigInteger.valueOf(Selector.of(trigger.function()).value() & 0xffffffffL);
    }

    /**
     * Any call may fail, for want of gas if for nothing else: of a failure no more is known than what is called. The
     * reasons are not read.
     */
    private List<Match> tried(Trigger.TriedCall trigger, SystemModel model) {
        if (trigger.reason().isPresent()) {
            throw new UnsupportedConstructException(trigger.span() + ": the reason "
                    + trigger.reason().get().text() + " of a failure; without it, the rule speaks of every failure");
        }
        Terms terms = model.terms();
        boolean meant =
                attempted.filter(trigger.contract()::equals).isPresent() && !(trigger.failed() && target.isPresent());
        BoolTerm condition = meant ? calls(trigger.function(), terms) : terms.no;
        return condition == terms.no
                ? List.of()
                : List.of(new Match(condition, arguments(trigger.function(), trigger.bindings(), terms), logs.size()));
    }

    /**
     * A step that fails in a way that was not read runs out of gas: all others that may return what a trigger asks for
     * are among the transactions.
     */
    private List<Match> called(Trigger.Called trigger, SystemModel model) {
        Terms terms = model.terms();
        Optional<Trigger.Called.Target> called = trigger.targets().stream()
                .filter(t -> attempted.equals(Optional.of(t.contract())))
                .findFirst();
        if (called.isEmpty() || (target.isEmpty() && failure.isEmpty())) {
            return List.of();
        }
        BoolTerm isView = terms.or(
                called.get().views().stream().map(view -> calls(view, terms)).toList());
        BoolTerm condition = simplifier.simplify(terms.not(isView));
        BoolTerm fails = failure.map(f -> mayBe(f, trigger, simplifier, terms)).orElse(terms.no);
        return condition == terms.no
                ? List.of()
                : List.of(new Match(
                        condition, Map.of(trigger.fails(), terms.choose(fails, terms.one, terms.zero)), logs.size()));
    }

    /** Whether a failure is one that the trigger asks for. */
    static BoolTerm mayBe(PathOutcome.Failure failure, Trigger.Called trigger, Simplifier simplifier, Terms terms) {
        BoolTerm any = trigger.invalid() && failure.invalid() ? terms.yes : terms.no;
        for (Trigger.Reason reason : trigger.reasons()) {
            int digits = reason.data().length();
            int selector = 2 * Selector.SIZE;
            BigInteger begin = new BigInteger(reason.data().substring(0, selector), 16).shiftLeft(256 - 4 * selector);
            BoolTerm same = terms.and(
                    terms.lessOrEqual(terms.constant(digits / 2), failure.size()),
                    terms.equal(failure.begin(), terms.constant(begin)));
            any = terms.or(
                    any,
                    digits == selector
                            ? same
                            : terms.and(
                                    same,
                                    terms.equal(
                                            failure.argument(),
                                            terms.constant(
                                                    new BigInteger(reason.data().substring(selector), 16)))));
        }
        return simplifier.simplify(any);
    }

    /** Less than four bytes call no function by name, whatever code makes of them. */
    BoolTerm calls(FunctionModel function, Terms terms) {
        BigInteger selector = BigInteger.valueOf(Selector.of(function).value() & 0xffffffffL);
        return simplifier.simplify(terms.and(
                terms.equal(call.selector(), terms.constant(selector)),
                terms.lessOrEqual(terms.constant(Selector.SIZE), call.size())));
    }

    Map<Variable, IntTerm> arguments(FunctionModel function, List<Trigger.Binding> bindings, Terms terms) {
        Map<Variable, IntTerm> bound = new LinkedHashMap<>();
        for (Trigger.Binding binding : bindings) {
            AbiType type = SpecValues.wordType(function.inputs(), binding.word());
            IntTerm word = simplifier.simplify(call.argument().apply(binding.word()));
            bound.put(
                    binding.variable(),
                    simplifier.simplify(SpecValues.truncate(terms, word, type, simplifier.facts()::range)));
        }
        return bound;
    }

    private List<Match> call(Trigger.SuccessfulCall trigger, SystemModel model) {
        if (!target.get().equals(trigger.contract())) {
            return List.of();
        }
        Terms terms = model.terms();
        BoolTerm condition = calls(trigger.function(), terms);
        if (condition == terms.no) {
            return List.of();
        }
        Map<Variable, IntTerm> bound = arguments(trigger.function(), trigger.bindings(), terms);
        for (Trigger.Binding binding : trigger.results()) {
            AbiType type = SpecValues.wordType(trigger.function().outputs(), binding.word());
            IntTerm word = simplifier.simplify(result(trigger, binding.word(), terms));
            bound.put(binding.variable(), simplifier.simplify(SpecValues.decode(terms, word, type)));
        }
        return List.of(new Match(condition, bound, logs.size()));
    }

    /** A result that is missing or invalid has no value. Such calls are not supported. */
    private IntTerm result(Trigger.SuccessfulCall trigger, int word, Terms terms) {
        AbiType type = SpecValues.wordType(trigger.function().outputs(), word);
        if (word >= output.size()
                || simplifier.simplify(SpecValues.isEncoded(terms, output.get(word), type)) != terms.yes) {
            throw new UnsupportedConstructException(trigger.span() + ": a result of "
                    + trigger.function().signature() + " that may be missing or malformed");
        }
        return output.get(word);
    }

    /** What unknown code calls is not among them: less matches than may. */
    private List<Match> entered(Trigger.Entered trigger, SystemModel model) {
        Terms terms = model.terms();
        IntTerm account = terms.constant(model.addressOf(trigger.contract()));
        List<BoolTerm> any = new ArrayList<>();
        for (FunctionModel function : trigger.functions()) {
            if (target.equals(Optional.of(trigger.contract()))) {
                any.add(calls(function, terms));
            }
            IntTerm selector =
                    terms.constant(BigInteger.valueOf(Selector.of(function).value() & 0xffffffffL)
                            .shiftLeft(256 - 32));
            for (EnteredCall inner : inside.map(Inside::entered).orElse(List.of())) {
                any.add(terms.and(
                        terms.equal(inner.account(), account),
                        terms.equal(inner.function().begin(), selector),
                        terms.lessOrEqual(
                                terms.constant(Selector.SIZE), inner.function().size())));
            }
        }
        BoolTerm condition = simplifier.simplify(terms.or(any));
        return condition == terms.no ? List.of() : List.of(new Match(condition, Map.of(), logs.size()));
    }

    /** Unknown code has ether of its own to send, and may bring contracts of the system to pay. */
    private List<Match> payments(Trigger.EtherMoved trigger, SystemModel model) {
        Terms terms = model.terms();
        BigInteger contract = model.addressOf(trigger.contract());
        Ether ether = after.world().ether();
        if (trigger.out()
                ? ether.hidden().payers().contains(contract)
                : ether.hidden().any()) {
            throw unseen(trigger, "ether that moves " + (trigger.out() ? "out of " : "into ") + trigger.contract());
        }
        List<Match> matches = new ArrayList<>();
        for (Ether.Payment payment : ether.payments()) {
            IntTerm side = trigger.out() ? payment.from() : payment.to();
            BoolTerm condition = simplifier.simplify(
                    terms.and(terms.equal(side, terms.constant(contract)), terms.less(terms.zero, payment.wei())));
            if (condition != terms.no) {
                Map<Variable, IntTerm> bound = new LinkedHashMap<>();
                List<IntTerm> words =
                        List.of(address(payment.from(), model), address(payment.to(), model), payment.wei());
                trigger.bindings().forEach(b -> bound.put(b.variable(), simplifier.simplify(words.get(b.word()))));
                matches.add(new Match(condition, bound, logs.size()));
            }
        }
        return matches;
    }

    /** Who holds ether at the address of another chain's contract has that address here. */
    private static IntTerm address(IntTerm holder, SystemModel model) {
        return model.specification().chains().areSeveral() ? CodesOfChain.addressOf(holder, model.terms()) : holder;
    }

    private List<Match> events(Trigger.Emitted trigger, SystemModel model) {
        if (after.world().unseen().mayHaveEmitted(model.addressOf(trigger.contract()))) {
            throw unseen(trigger, "events of " + trigger.contract());
        }
        return seen(trigger, model);
    }

    /** Of the events that the contract emits, those that were seen; unknown code may cause further ones. */
    List<Match> seen(Trigger.Emitted trigger, SystemModel model) {
        Terms terms = model.terms();
        IntTerm emitter = terms.constant(model.addressOf(trigger.contract()));
        IntTerm signature = terms.constant(Selector.topic(trigger.event()));
        List<Match> matches = new ArrayList<>();
        for (int place = 0; place < logs.size(); place++) {
            SymbolicLog log = logs.get(place);
            if (log.address() != emitter || log.topics().isEmpty()) {
                continue;
            }
            long indexed = trigger.event().fields().stream()
                    .filter(EventModel.Field::indexed)
                    .count();
            if (log.topics().size() != 1 + indexed) {
                continue;
            }
            BoolTerm named = simplifier.simplify(terms.equal(log.topics().getFirst(), signature));
            if (named == terms.no) {
                continue;
            }
            BoolTerm condition = simplifier.simplify(terms.and(named, isWellFormed(trigger, log, terms)));
            if (condition != terms.no) {
                matches.add(new Match(condition, eventBindings(trigger, log, terms), place));
            }
        }
        return matches;
    }

    /** An event with an invalid encoding is not a match, as in the monitors. */
    private BoolTerm isWellFormed(Trigger.Emitted trigger, SymbolicLog log, Terms terms) {
        BoolTerm all = terms.yes;
        int topic = 1;
        int word = 0;
        for (EventModel.Field field : trigger.event().fields()) {
            if (field.indexed()) {
                all = terms.and(all, SpecValues.isEncoded(terms, log.topics().get(topic++), field.type()));
                continue;
            }
            if (!field.type().isStatic()) {
                throw new UnsupportedConstructException(trigger.span() + ": an event with a field of unknown length");
            }
            for (AbiType type : StaticHead.types(List.of(new Parameter("", field.type())))) {
                if (word == log.wholeWords().size()) {
                    return missing(trigger, log, word, terms);
                }
                all = terms.and(
                        all,
                        log.has(word, terms),
                        SpecValues.isEncoded(terms, log.wholeWords().get(word++), type));
            }
        }
        return all;
    }

    /**
     * The event does not match if its data end before the word.
     *
     * @throws UnsupportedConstructException if the data may go on where they were not read
     */
    private BoolTerm missing(Trigger.Emitted trigger, SymbolicLog log, int word, Terms terms) {
        if (simplifier.simplify(log.has(word, terms)) != terms.no) {
            throw new UnsupportedConstructException(trigger.span() + ": " + trigger.contract() + "."
                    + trigger.event().name() + ", of which an event with data of unknown length may be one");
        }
        return terms.no;
    }

    private Map<Variable, IntTerm> eventBindings(Trigger.Emitted trigger, SymbolicLog log, Terms terms) {
        Map<Variable, IntTerm> bound = new LinkedHashMap<>();
        for (Trigger.Binding binding : trigger.bindings()) {
            int topic = 1;
            int word = 0;
            for (int i = 0; i < binding.word(); i++) {
                EventModel.Field field = trigger.event().fields().get(i);
                if (field.indexed()) {
                    topic++;
                } else {
                    word += field.type().headWords();
                }
            }
            EventModel.Field field = trigger.event().fields().get(binding.word());
            List<IntTerm> from = field.indexed() ? log.topics() : log.wholeWords();
            int index = field.indexed() ? topic : word;
            IntTerm raw = index < from.size() ? from.get(index) : terms.zero;
            bound.put(binding.variable(), simplifier.simplify(SpecValues.decode(terms, raw, field.type())));
        }
        return bound;
    }
}
