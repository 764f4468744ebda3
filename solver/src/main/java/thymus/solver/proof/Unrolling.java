package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import thymus.solver.property.Explorer;
import thymus.solver.property.Inside;
import thymus.solver.property.ObligationGenerator;
import thymus.solver.property.SymbolicContext;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.property.SystemModel;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.state.Ether;
import thymus.solver.state.Region;
import thymus.solver.state.SlotLocation;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.CallBegin;
import thymus.solver.symbolic.Departure;
import thymus.solver.symbolic.EnteredCall;
import thymus.solver.symbolic.Moment;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.symbolic.StateOperations;
import thymus.solver.symbolic.SymbolicLog;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Replacer;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/**
 * Chains the transactions of the arbitrary state. Each is executed once from an arbitrary state; then the values of a
 * given state replace the unknowns of the arbitrary one.
 */
final class Unrolling {
    private static final String STEP = "tx.";

    private final SystemModel model;
    private final Terms terms;
    private final List<BoolTerm> deploymentFacts;
    private final Explorer explorer;
    private final ArbitraryState arbitrary;
    private final ObligationGenerator reader;

    /** A state after a sequence of transactions, and the sequence. */
    record Node(SymbolicState state, List<BoolTerm> conditions, PathFacts facts, List<SymbolicTransaction> path) {}

    Unrolling(SystemModel model, Explorer explorer, ArbitraryState arbitrary, ObligationGenerator reader) {
        this.model = model;
        this.terms = model.terms();
        this.deploymentFacts = model.deploymentFacts();
        this.explorer = explorer;
        this.arbitrary = arbitrary;
        this.reader = reader;
    }

    Node root(SymbolicState deployed) {
        PathFacts facts = PathFacts.none(terms);
        for (BoolTerm fact : deploymentFacts) {
            facts = facts.assume(fact);
        }
        return new Node(deployed, deploymentFacts, facts, List.of());
    }

    /** The node after the transaction; empty if the transaction is obviously impossible there. */
    Optional<Node> follow(Node node, SymbolicTransaction transaction) {
        String step = "step" + (node.path().size() + 1);
        SymbolicState before = node.state();
        SymbolicContext chosen = explorer.contexts().context(step, before.context());
        Replacer replacer = new Replacer(terms, new Values(step, before, node.facts()));
        List<BoolTerm> conditions = new ArrayList<>(explorer.contexts().facts(chosen, before.context()));
        SymbolicTransaction.CallSymbols call = new SymbolicTransaction.CallSymbols(
                replacer.replace(transaction.call().selector()),
                i -> replacer.replace(transaction.call().argument().apply(i)),
                replacer.replace(transaction.call().size()));
        SymbolicContext context = transaction.attempted().isEmpty() ? chosen : chosen.calling(call.selector());
        transaction
                .attempted()
                .ifPresent(target -> conditions.addAll(explorer.contexts().callFacts(target, call, context)));
        PathFacts facts = node.facts();
        for (BoolTerm condition : conditions) {
            facts = facts.assume(condition);
        }
        for (BoolTerm condition : transaction.conditions()) {
            BoolTerm here = new Simplifier(terms, facts).simplify(replacer.replace(condition));
            conditions.add(here);
            facts = facts.assume(here);
            if (facts.isContradictory()) {
                return Optional.empty();
            }
        }
        Simplifier simplifier = new Simplifier(terms, facts);
        UnaryOperator<SymbolicWorld> followed = reached -> {
            SymbolicWorld world = before.world();
            for (Map.Entry<Region, List<SymbolicWorld.Write>> entry :
                    reached.writes().entrySet()) {
                for (SymbolicWorld.Write write : entry.getValue()) {
                    world = world.with(
                            entry.getKey(),
                            new SymbolicWorld.Write(
                                    replacer.replaceAll(write.keys()).stream()
                                            .map(simplifier::simplify)
                                            .toList(),
                                    replacer.replaceAll(write.values()).stream()
                                            .map(simplifier::simplify)
                                            .toList(),
                                    write.others().map(source -> source.later(step + "."))));
                }
            }
            world = world.with(reached.unseen());
            return world.withEtherOf(
                    reached, term -> simplifier.simplify(replacer.replace(term)), function -> renamed(step, function));
        };
        SymbolicWorld world = followed.apply(transaction.after().world());
        List<SymbolicLog> logs = transaction.logs().stream()
                .map(log -> new SymbolicLog(
                        log.address(),
                        replacer.replaceAll(log.topics()),
                        replacer.replaceAll(log.data()),
                        replacer.replace(log.size())))
                .toList();
        SymbolicTransaction taken = new SymbolicTransaction(
                        transaction.target(),
                        call,
                        before,
                        new SymbolicState(world, context, before.ghosts()),
                        transaction.conditions().stream().map(replacer::replace).toList(),
                        simplifier,
                        logs,
                        replacer.replaceAll(transaction.output()))
                .attempting(
                        transaction.attempted(),
                        transaction
                                .failure()
                                .map(failure -> new PathOutcome.Failure(
                                        replacer.replace(failure.size()),
                                        replacer.replace(failure.begin()),
                                        replacer.replace(failure.argument()),
                                        failure.invalid())))
                .with(inside(transaction, replacer, followed));
        List<BoolTerm> all = new ArrayList<>(node.conditions());
        all.addAll(conditions);
        List<SymbolicTransaction> path = new ArrayList<>(node.path());
        path.add(taken);
        return Optional.of(new Node(reader.after(taken), List.copyOf(all), facts, List.copyOf(path)));
    }

    /** The moments within the transaction; what it has in transient storage there is not followed. */
    private Inside inside(SymbolicTransaction transaction, Replacer replacer, UnaryOperator<SymbolicWorld> followed) {
        SymbolicWorld none = model.emptyTransientWorld();
        UnaryOperator<Moment> moved = moment -> new Moment(followed.apply(moment.world()), none);
        UnaryOperator<CallBegin> begun =
                call -> new CallBegin(replacer.replace(call.begin()), replacer.replace(call.size()));
        List<EnteredCall> entered = transaction.inside().map(Inside::entered).orElse(List.of()).stream()
                .map(call -> new EnteredCall(
                        replacer.replace(call.account()),
                        begun.apply(call.function()),
                        replacer.replace(call.caller()),
                        replacer.replace(call.value()),
                        call.input(),
                        call.isStatic(),
                        moved.apply(call.before()),
                        Optional.empty()))
                .toList();
        List<Departure> departures = transaction.inside().map(Inside::departures).orElse(List.of()).stream()
                .map(departure -> new Departure(
                        replacer.replace(departure.account()),
                        departure.running().stream().map(begun).toList(),
                        moved.apply(departure.found())))
                .toList();
        return new Inside(entered, departures, false, none, none);
    }

    /**
     * Replaces the unknowns of the arbitrary state by the values of a given state, and renames those of the
     * transaction.
     */
    private final class Values implements Replacer.Unknowns {
        private final String step;
        private final SymbolicState before;
        private final Simplifier simplifier;

        Values(String step, SymbolicState before, PathFacts facts) {
            this.step = step;
            this.before = before;
            this.simplifier = new Simplifier(terms, facts);
        }

        @Override
        public IntTerm symbol(IntTerm.Symbol symbol) {
            Optional<ArbitrarySource.Place> place = arbitrary.source().placeOf(symbol.name());
            if (place.isPresent()) {
                return before.world()
                        .read(
                                new SlotLocation(place.get().region(), List.of()),
                                place.get().field(),
                                simplifier);
            }
            SymbolicContext old = arbitrary.state().context();
            if (SystemModel.isParameter(symbol)) {
                return symbol;
            }
            if (symbol == old.timestamp()) {
                return before.context().timestamp();
            }
            if (symbol == old.number()) {
                return before.context().number();
            }
            for (Map.Entry<String, SymbolicContext.Clock> clock : old.clocks().entrySet()) {
                SymbolicContext.Clock now = before.context().clocks().get(clock.getKey());
                if (symbol == clock.getValue().timestamp()) {
                    return now.timestamp();
                }
                if (symbol == clock.getValue().number()) {
                    return now.number();
                }
            }
            if (symbol.name().startsWith(STEP)) {
                return terms.symbol(step + "." + symbol.name().substring(STEP.length()), symbol.range());
            }
            return terms.symbol(step + "." + symbol.name(), symbol.range());
        }

        @Override
        public IntTerm apply(IntTerm.Apply apply, List<IntTerm> arguments) {
            Optional<ArbitrarySource.Place> place =
                    arbitrary.source().placeOf(apply.function().name());
            if (place.isPresent()) {
                List<IntTerm> keys =
                        arguments.stream().map(simplifier::simplify).toList();
                return before.world()
                        .read(
                                new SlotLocation(place.get().region(), keys),
                                place.get().field(),
                                simplifier);
            }
            if (apply.function().equals(ArbitrarySource.ETHER)) {
                return before.world().balance(arguments.getFirst(), simplifier);
            }
            return terms.apply(renamed(step, apply.function()), arguments);
        }
    }

    /** Transient storage, call data and the effects of unknown code differ between transactions. */
    private static UnknownFunction renamed(String step, UnknownFunction function) {
        String name = function.name();
        boolean ofTransaction =
                name.startsWith(StateOperations.TRANSIENT) || name.startsWith(Ether.RENEWED) || name.startsWith(STEP);
        return ofTransaction ? new UnknownFunction(step + "." + function.name(), function.codomain()) : function;
    }
}
