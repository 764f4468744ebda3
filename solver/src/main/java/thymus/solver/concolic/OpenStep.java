package thymus.solver.concolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.contracts.abi.AbiException;
import thymus.solver.smt.SmtResult;
import thymus.solver.symbolic.CallData;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.system.execution.Step;

/** A step with unknowns in place of its sender, its value, its time and the words of its arguments. */
final class OpenStep {
    /** More wei than there are. */
    private static final Interval WEI = Interval.unsigned(90);

    /** In seconds: ten years. */
    private static final BigInteger LONGEST = BigInteger.valueOf(10L * 365 * 86_400);

    private final Step step;
    private final Terms terms;
    private final List<BoolTerm> facts = new ArrayList<>();
    private final Map<String, BigInteger> senders;
    private final IntTerm sender;
    private final IntTerm value;
    private final IntTerm seconds;
    private final OpenArguments arguments;

    /**
     * @param number sets its unknowns apart from those of other steps
     * @param data of its call
     * @param senders who may send it, by their names
     * @param advance the range of the time before it
     */
    OpenStep(
            int number,
            Step step,
            FunctionModel function,
            byte[] data,
            Map<String, BigInteger> senders,
            Interval advance,
            Terms terms) {
        this.step = step;
        this.terms = terms;
        this.senders = senders;
        String prefix = "goal." + number + ".";
        sender = sender(prefix);
        value = function.mutability() == Mutability.PAYABLE
                ? terms.symbol(prefix + "value", WEI)
                : terms.constant(step.value());
        seconds = terms.symbol(prefix + "seconds", advance.intersect(Interval.atMost(LONGEST)));
        arguments = new OpenArguments(function, data, prefix, terms);
    }

    private IntTerm sender(String prefix) {
        if (senders.size() == 1) {
            return terms.constant(senders.values().iterator().next());
        }
        IntTerm any = terms.symbol(prefix + "sender", Interval.unsigned(160));
        facts.add(terms.or(senders.values().stream()
                .map(address -> terms.equal(any, terms.constant(address)))
                .toList()));
        return any;
    }

    /** What is true of its unknowns, beside their ranges. */
    List<BoolTerm> facts() {
        return facts;
    }

    IntTerm sender() {
        return sender;
    }

    IntTerm value() {
        return value;
    }

    /** The time before it. */
    IntTerm seconds() {
        return seconds;
    }

    CallData input() {
        return arguments.input();
    }

    /**
     * The step with the solver's values. An unknown that the query does not speak of keeps the number of the known
     * step.
     *
     * @param mentioned the ids of the terms in the query
     * @return empty if no encoder writes the arguments
     */
    Optional<Step> read(SmtResult.Satisfiable values, Set<Integer> mentioned) {
        try {
            return Optional.of(new Step(
                    mentioned.contains(sender.id()) ? name(values.value(sender)) : step.sender(),
                    step.target(),
                    arguments.read(values, mentioned),
                    mentioned.contains(value.id()) ? values.value(value) : step.value(),
                    mentioned.contains(seconds.id()) ? values.value(seconds).longValueExact() : step.seconds(),
                    step.blocks()));
        } catch (AbiException notEncodable) {
            return Optional.empty();
        }
    }

    private String name(BigInteger address) {
        return senders.entrySet().stream()
                .filter(entry -> entry.getValue().equals(address))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(step.sender());
    }
}
