package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.contracts.abi.Selector;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.property.SymbolicTransaction.Match;
import thymus.solver.state.Ether;
import thymus.solver.symbolic.CodesOfChain;
import thymus.solver.symbolic.EnteredCall;
import thymus.solver.symbolic.Interruption;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.contract.FunctionModel;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/** The matches of triggers in a transaction. */
final class StepMatches {
    private final SymbolicTransaction transaction;
    private final SystemModel model;
    private final Terms terms;
    private final Simplifier simplifier;
    private final FunctionCalls calls;
    private final Optional<String> target;
    /** The place of the step's own call, which ends after all its events. */
    private final int place;

    StepMatches(SymbolicTransaction transaction, SystemModel model) {
        this.transaction = transaction;
        this.model = model;
        this.terms = model.terms();
        this.simplifier = transaction.simplifier();
        this.calls = new FunctionCalls(terms, simplifier);
        this.target = transaction.target();
        this.place = transaction.logs().size();
    }

    List<Match> of(Trigger trigger) {
        return switch (trigger) {
            case Trigger.TriedCall c -> tried(c);
            case Trigger.Called c -> called(c);
            case Trigger.SuccessfulCall c -> target.isEmpty() ? List.of() : call(c);
            case Trigger.Entered e -> target.isEmpty() ? List.of() : entered(e);
            case Trigger.Departure d ->
                target.isEmpty() ? List.of() : new InsideMatches(transaction, model).departures(d, false);
            case Trigger.InnerCall c ->
                target.isEmpty() ? List.of() : new InsideMatches(transaction, model).calls(c, false);
            case Trigger.EtherMoved m -> target.isEmpty() ? List.of() : payments(m);
            case Trigger.Emitted e -> target.isEmpty() ? List.of() : events(e);
        };
    }

    /**
     * The matches that the path shows, be there others.
     *
     * @param after the number of the interruption after which they are wanted; negative: all
     */
    List<Match> seen(Trigger trigger, int after) {
        Optional<Interruption> from = after < 0
                ? Optional.empty()
                : Optional.of(transaction.interruptions().get(after));
        return switch (trigger) {
            case Trigger.Emitted e -> {
                int first = from.map(f -> transaction.logs().indexOf(f.mark())).orElse(0);
                yield new EventMatches(transaction, model)
                        .seen(e).stream().filter(m -> m.place() >= first).toList();
            }
            case Trigger.EtherMoved m -> {
                List<Ether.Payment> all = transaction.after().world().ether().payments();
                int first = from.map(f -> f.after().ether().payments().size()).orElse(0);
                yield payments(m, all.subList(first, all.size()));
            }
            case Trigger.TriedCall _,
                    Trigger.Called _,
                    Trigger.SuccessfulCall _,
                    Trigger.Entered _,
                    Trigger.Departure _,
                    Trigger.InnerCall _ -> of(trigger);
        };
    }

    /**
     * Refuses triggers that symbolic execution may miss. A rule's trigger is the step's own call; a flow must count
     * all.
     *
     * @throws UnsupportedConstructException if matching calls may happen unseen within the transaction
     */
    void requireCallsToBeSeen(Trigger trigger) {
        if (trigger instanceof Trigger.SuccessfulCall c
                && transaction
                        .after()
                        .world()
                        .unseen()
                        .mayHaveCalled(model.addressOf(c.contract()), FunctionCalls.selector(c.function()))) {
            throw unseen(
                    trigger, "calls of " + c.contract() + "." + c.function().name());
        }
    }

    /** Unknown code may have caused further matches within the transaction. */
    private UnsupportedConstructException unseen(Trigger trigger, String what) {
        return new UnsupportedConstructException(trigger.span() + ": " + what
                + ", which code that is not known may bring about within a call of " + target.orElseThrow());
    }

    /**
     * Any call may fail, for want of gas if for nothing else: of a failure no more is known than what is called. The
     * reasons are not read.
     */
    private List<Match> tried(Trigger.TriedCall trigger) {
        if (trigger.reason().isPresent()) {
            throw new UnsupportedConstructException(trigger.span() + ": the reason "
                    + trigger.reason().get().text() + " of a failure; without it, the rule speaks of every failure");
        }
        boolean meant =
                transaction.attempted().filter(trigger.contract()::equals).isPresent()
                        && !(trigger.failed() && target.isPresent());
        BoolTerm condition = meant ? calls.are(transaction.call(), trigger.function()) : terms.no;
        return condition == terms.no
                ? List.of()
                : List.of(new Match(condition, arguments(trigger.function(), trigger.bindings()), place));
    }

    /**
     * A step that fails in a way that was not read runs out of gas: all others that may return what a trigger asks for
     * are among the transactions.
     */
    private List<Match> called(Trigger.Called trigger) {
        Optional<Trigger.Called.Target> called = trigger.targets().stream()
                .filter(t -> transaction.attempted().equals(Optional.of(t.contract())))
                .findFirst();
        if (called.isEmpty() || (target.isEmpty() && transaction.failure().isEmpty())) {
            return List.of();
        }
        BoolTerm isView = terms.or(called.get().views().stream()
                .map(view -> calls.are(transaction.call(), view))
                .toList());
        BoolTerm condition = simplifier.simplify(terms.not(isView));
        BoolTerm fails = transaction
                .failure()
                .map(f -> mayBe(f, trigger, simplifier, terms))
                .orElse(terms.no);
        return condition == terms.no
                ? List.of()
                : List.of(new Match(
                        condition, Map.of(trigger.fails(), terms.choose(fails, terms.one, terms.zero)), place));
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

    private List<Match> call(Trigger.SuccessfulCall trigger) {
        if (!target.equals(Optional.of(trigger.contract()))) {
            return List.of();
        }
        BoolTerm condition = calls.are(transaction.call(), trigger.function());
        if (condition == terms.no) {
            return List.of();
        }
        Map<Variable, IntTerm> bound = arguments(trigger.function(), trigger.bindings());
        bound.putAll(calls.results(trigger.function(), trigger.results(), transaction::returned, trigger.span()));
        return List.of(new Match(condition, bound, place));
    }

    private Map<Variable, IntTerm> arguments(FunctionModel function, List<Trigger.Binding> bindings) {
        return calls.arguments(function, bindings, transaction.call().argument());
    }

    /** What unknown code calls is not among them: less matches than may. */
    private List<Match> entered(Trigger.Entered trigger) {
        IntTerm account = terms.constant(model.addressOf(trigger.contract()));
        List<BoolTerm> any = new ArrayList<>();
        for (FunctionModel function : trigger.functions()) {
            if (target.equals(Optional.of(trigger.contract()))) {
                any.add(calls.are(transaction.call(), function));
            }
            for (EnteredCall inner : transaction.inside().map(Inside::entered).orElse(List.of())) {
                any.add(terms.and(terms.equal(inner.account(), account), calls.are(inner.function(), function)));
            }
        }
        BoolTerm condition = simplifier.simplify(terms.or(any));
        return condition == terms.no ? List.of() : List.of(new Match(condition, Map.of(), place));
    }

    /** Unknown code has ether of its own to send, and may bring contracts of the system to pay. */
    private List<Match> payments(Trigger.EtherMoved trigger) {
        BigInteger contract = model.addressOf(trigger.contract());
        Ether ether = transaction.after().world().ether();
        if (trigger.out()
                ? ether.hidden().payers().contains(contract)
                : ether.hidden().any()) {
            throw unseen(trigger, "ether that moves " + (trigger.out() ? "out of " : "into ") + trigger.contract());
        }
        return payments(trigger, ether.payments());
    }

    private List<Match> payments(Trigger.EtherMoved trigger, List<Ether.Payment> payments) {
        BigInteger contract = model.addressOf(trigger.contract());
        List<Match> matches = new ArrayList<>();
        for (Ether.Payment payment : payments) {
            IntTerm side = trigger.out() ? payment.from() : payment.to();
            BoolTerm condition = simplifier.simplify(
                    terms.and(terms.equal(side, terms.constant(contract)), terms.less(terms.zero, payment.wei())));
            if (condition != terms.no) {
                Map<Variable, IntTerm> bound = new LinkedHashMap<>();
                List<IntTerm> words = List.of(address(payment.from()), address(payment.to()), payment.wei());
                trigger.bindings().forEach(b -> bound.put(b.variable(), simplifier.simplify(words.get(b.word()))));
                matches.add(new Match(condition, bound, place));
            }
        }
        return matches;
    }

    /** Who holds ether at the address of another chain's contract has that address here. */
    private IntTerm address(IntTerm holder) {
        return model.specification().chains().areSeveral() ? CodesOfChain.addressOf(holder, terms) : holder;
    }

    private List<Match> events(Trigger.Emitted trigger) {
        if (transaction.after().world().unseen().mayHaveEmitted(model.addressOf(trigger.contract()))) {
            throw unseen(trigger, "events of " + trigger.contract());
        }
        return new EventMatches(transaction, model).seen(trigger);
    }
}
