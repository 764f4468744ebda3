package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thymus.contracts.abi.Selector;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.spec.Adversary;
import thymus.spec.contract.FunctionModel;

/** Who makes a step, when, and with what: the unknowns of a step, and what is true of all of them. */
public final class StepContexts {
    /** Nobody has the key of an address below 0x200: it is zero, a precompile, or kept for one (EIP-7587). */
    static final Interval SENDERS =
            Interval.of(BigInteger.TWO.pow(9), BigInteger.TWO.pow(160).subtract(BigInteger.ONE));

    static final Interval SELECTORS = Interval.unsigned(32);

    /** The range of values in wei: all ether that exists is far less than 2^128 wei. */
    static final Interval VALUES = Interval.unsigned(128);

    private final SystemModel model;
    private final Terms terms;

    public StepContexts(SystemModel model) {
        this.model = model;
        this.terms = model.terms();
    }

    /** The clock's greatest value: what the file says, or the header's 64 bits. */
    public Interval clock() {
        BigInteger end = model.specification().adversary().until().orElse(BigInteger.TWO.pow(64));
        return Interval.of(model.specification().startTime(), end.subtract(BigInteger.ONE));
    }

    /** A step of the name {@code step}. */
    public SymbolicContext context(String step, SymbolicContext before) {
        return new SymbolicContext(
                terms.symbol(step + ".timestamp", clock()),
                terms.symbol(step + ".block", Interval.unsigned(64)),
                terms.symbol(step + ".sender", SENDERS),
                terms.symbol(step + ".value", VALUES),
                terms.symbol(step + ".selector", SELECTORS),
                clocks(step));
    }

    /** Any clocks of the chains beside the first one. */
    public Map<String, SymbolicContext.Clock> clocks(String step) {
        Map<String, SymbolicContext.Clock> clocks = new LinkedHashMap<>();
        for (String chain : model.otherChains()) {
            clocks.put(
                    chain,
                    new SymbolicContext.Clock(
                            terms.symbol(step + ".timestamp." + chain, Interval.unsigned(65)),
                            terms.symbol(step + ".block." + chain, Interval.unsigned(64))));
        }
        return clocks;
    }

    /** Clocks are no further apart than the file says, and do not go back. */
    private void addClocks(SymbolicContext context, SymbolicContext before, List<BoolTerm> facts) {
        IntTerm drift = terms.constant(model.specification().chains().drift());
        for (SymbolicContext at : List.of(before, context)) {
            at.clocks().values().forEach(clock -> {
                facts.add(terms.lessOrEqual(clock.timestamp(), terms.add(at.timestamp(), drift)));
                facts.add(terms.lessOrEqual(at.timestamp(), terms.add(clock.timestamp(), drift)));
            });
        }
        context.clocks().forEach((chain, clock) -> {
            facts.add(terms.lessOrEqual(before.clocks().get(chain).timestamp(), clock.timestamp()));
            facts.add(terms.lessOrEqual(before.clocks().get(chain).number(), clock.number()));
        });
    }

    /** What is true of every transaction, or of a call that the system makes within one. */
    public List<BoolTerm> facts(SymbolicContext context, SymbolicContext before) {
        Adversary adversary = model.specification().adversary();
        List<BoolTerm> facts = new ArrayList<>(model.deploymentFacts());
        IntTerm elapsed = terms.subtract(context.timestamp(), before.timestamp());
        facts.add(terms.lessOrEqual(terms.constant(adversary.minimumAdvance().max(BigInteger.ZERO)), elapsed));
        adversary.maximumAdvance().ifPresent(most -> facts.add(terms.lessOrEqual(elapsed, terms.constant(most))));
        facts.add(terms.lessOrEqual(before.number(), context.number()));
        addClocks(context, before, facts);
        if (!context.isReentrant()) {
            facts.addAll(senders(context));
        }
        return facts;
    }

    /** Who sends no transaction. The code of an actor that has some may still call the system within one. */
    private List<BoolTerm> senders(SymbolicContext context) {
        List<BoolTerm> facts = new ArrayList<>();
        if (!model.specification().chains().areSeveral()) {
            model.specification().instances().keySet().forEach(contract -> facts.add(isNotSentBy(contract, context)));
        }
        for (Adversary.Trust trust : model.specification().adversary().trusted()) {
            if (trust.functions().isEmpty()) {
                facts.add(terms.not(terms.equal(context.sender(), account(trust.actor()))));
            }
        }
        return facts;
    }

    private IntTerm account(String name) {
        return terms.constant(model.addressOf(name));
    }

    /**
     * No contract of the chain sends a transaction. The address of a contract of another chain may be anybody's here.
     * Beside it stands what the file leaves out: excluded functions, and those that a trusted actor does not call. All
     * of it is about transactions, and not about calls that the system makes within one.
     */
    public List<BoolTerm> callFacts(String instance, SymbolicTransaction.CallSymbols call, SymbolicContext context) {
        if (context.isReentrant()) {
            return List.of();
        }
        Adversary adversary = model.specification().adversary();
        List<BoolTerm> facts = new ArrayList<>();
        if (model.specification().chains().areSeveral()) {
            model.specification().instances().keySet().stream()
                    .filter(contract -> !model.specification().chains().areApart(contract, instance))
                    .forEach(contract -> facts.add(isNotSentBy(contract, context)));
        }
        for (Adversary.Exclusion exclusion : adversary.excluded()) {
            if (exclusion.instance().equals(instance)) {
                facts.add(terms.not(selects(call, exclusion.function())));
            }
        }
        for (Adversary.Trust trust : adversary.trusted()) {
            for (Adversary.Exclusion exclusion : trust.functions()) {
                if (exclusion.instance().equals(instance)) {
                    facts.add(terms.or(
                            terms.not(selects(call, exclusion.function())),
                            terms.not(terms.equal(context.sender(), account(trust.actor())))));
                }
            }
        }
        return facts;
    }

    private BoolTerm isNotSentBy(String contract, SymbolicContext context) {
        return terms.not(terms.equal(context.sender(), account(contract)));
    }

    private BoolTerm selects(SymbolicTransaction.CallSymbols call, FunctionModel function) {
        return terms.and(
                terms.equal(call.selector(), terms.constant(FunctionCalls.selector(function))),
                terms.lessOrEqual(terms.constant(Selector.SIZE), call.size()));
    }
}
