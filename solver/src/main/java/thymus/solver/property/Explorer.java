package thymus.solver.property;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.LoopHeads;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.symbolic.ReentrantCall;
import thymus.solver.symbolic.UnknownCode;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Terms;

/** Every transaction that the adversary can send from a state, as symbolic paths. */
public final class Explorer {
    private final SystemModel model;
    private final Terms terms;
    private final StepContexts contexts;
    private final StepExploration.Tools tools;

    public Explorer(SystemModel model, Predicate<List<BoolTerm>> possible) {
        this.model = model;
        this.terms = model.terms();
        this.contexts = new StepContexts(model);
        this.tools = new StepExploration.Tools(
                model,
                contexts,
                possible,
                new LoopHeads(),
                new RelayTerms(model),
                FailureTriggers.of(model.specification()));
    }

    /**
     * A path that succeeds.
     *
     * @param target the contract that was called
     * @param selector of the function; empty for calls that select none by name
     */
    public record End(BigInteger target, Optional<BigInteger> selector, PathOutcome outcome) {}

    /**
     * Where steps begin.
     *
     * @param transients what a step finds in transient storage
     * @param unknownCode what code that nobody knows may do within a step
     */
    public record Beginning(SymbolicState before, SymbolicWorld transients, PathFacts known, UnknownCode unknownCode) {}

    /**
     * @param transactions all paths that succeed, for every instance, and one transaction that changes nothing
     * @param rounds paths up to the end of a round of a loop, for what happens within it
     * @param ends of the same paths, but for the one that changes nothing
     * @param unread functions of which some path is missing
     * @param views of which some path is missing, too; they are declared to change nothing
     */
    public record Exploration(
            List<SymbolicTransaction> transactions,
            List<SymbolicTransaction> rounds,
            List<End> ends,
            List<UnreadFunction> unread,
            List<UnreadFunction> views) {
        public static final Exploration NONE = new Exploration(List.of(), List.of(), List.of(), List.of(), List.of());

        public Exploration {
            transactions = List.copyOf(transactions);
            rounds = List.copyOf(rounds);
            ends = List.copyOf(ends);
            unread = List.copyOf(unread);
            views = List.copyOf(views);
        }

        /** Everything of both. */
        public Exploration and(Exploration other) {
            return new Exploration(
                    both(transactions, other.transactions),
                    both(rounds, other.rounds),
                    both(ends, other.ends),
                    both(unread, other.unread),
                    both(views, other.views));
        }

        private static <T> List<T> both(List<T> first, List<T> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }
    }

    public StepContexts contexts() {
        return contexts;
    }

    /** Every transaction that the adversary can send. */
    public Exploration explore(String step, Beginning from) {
        StepExploration search = new StepExploration(
                tools, step, from, contexts.context(step, from.before().context()));
        search.nothing();
        model.specification().instances().keySet().forEach(instance -> search.call(instance, true));
        tools.failures().attempted().forEach(search::failing);
        return search.found();
    }

    /** Every way in which this call can go on. */
    public Exploration explore(String step, Beginning from, ReentrantCall call) {
        SymbolicContext any = contexts.context(step, from.before().context());
        SymbolicContext context = any.reentering(
                call.sender().map(terms::constant).orElse(any.sender()),
                call.value().map(terms::constant).orElse(any.value()));
        StepExploration search = new StepExploration(tools, step, from, context);
        search.call(model.contracts().nameOf(call.target()), false);
        return search.found();
    }
}
