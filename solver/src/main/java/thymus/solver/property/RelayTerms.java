package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.solver.state.Ether;
import thymus.solver.state.SlotLocation;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.Relay;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;
import thymus.spec.monitor.Scope;
import thymus.spec.tree.Expr;
import thymus.spec.tree.StoragePath;
import thymus.spec.tree.Type;

/**
 * Enters the messages of a path in the books of relays, as {@code RelayBooks} does it of a step. The books are storage,
 * so that all that is known of storage is known of them: an arbitrary state has arbitrary books, and what code that
 * nobody knows may bring about within a step may change them.
 */
final class RelayTerms {
    private static final BigInteger GREATEST = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

    private final SystemModel model;
    private final Terms terms;
    private final FlowReader reader;

    RelayTerms(SystemModel model) {
        this.model = model;
        this.terms = model.terms();
        this.reader = new FlowReader(model);
    }

    /** @param transaction the same path */
    PathOutcome entered(PathOutcome outcome, SymbolicTransaction transaction) {
        if (model.specification().chains().relays().isEmpty()) {
            return outcome;
        }
        Books books = new Books(outcome, transaction);
        for (Relay relay : model.specification().chains().relays().values()) {
            for (SymbolicTransaction.Match match : new EventMatches(transaction, model).seen(relay.message())) {
                books.enter(relay, match);
            }
            books.shuffle(relay);
        }
        return books.outcome();
    }

    /** Of one path. */
    private final class Books {
        private final PathOutcome before;
        private final SymbolicTransaction transaction;
        private final List<BoolTerm> conditions;
        private PathFacts facts;
        private SymbolicWorld world;

        Books(PathOutcome outcome, SymbolicTransaction transaction) {
            this.before = outcome;
            this.transaction = transaction;
            this.conditions = new ArrayList<>(outcome.conditions());
            this.facts = outcome.facts();
            this.world = outcome.world();
        }

        void enter(Relay relay, SymbolicTransaction.Match match) {
            BoolTerm told = new Simplifier(terms, facts).simplify(reader.where(relay.message(), scope(match), match));
            if (told == terms.no) {
                return;
            }
            List<IntTerm> message = relay.fields().stream()
                    .map(field -> match.bindings().get(field.binding().variable()))
                    .toList();
            add(relay, Relay.SENT, message, terms.one, told);
            IntTerm now = transaction
                    .after()
                    .context()
                    .on(model.chainOf(model.addressOf(relay.message().contract())))
                    .timestamp();
            set(relay, Relay.SENT_AT, message, now, told);
            if (relay.inOrder()) {
                List<IntTerm> placed = new ArrayList<>(message);
                placed.add(read(place(relay, Relay.TOTAL, List.of())));
                set(relay, Relay.PLACED, placed, terms.one, told);
                add(relay, Relay.TOTAL, List.of(), terms.one, told);
            }
            if (relay.atMostOnce()) {
                add(relay, Relay.PENDING, List.of(), terms.one, told);
                for (Relay.Field field : relay.summed()) {
                    IntTerm amount = message.get(relay.fields().indexOf(field));
                    add(relay, Relay.pending(field), List.of(), amount, told);
                }
            }
        }

        /**
         * What code that nobody knows has brought about comes before or after what the path tells, or between. It
         * stands in the book already, as if it came before all that: of the places nothing is known then.
         */
        void shuffle(Relay relay) {
            BigInteger sender = model.addressOf(relay.message().contract());
            if (relay.inOrder() && world.unseen().mayHaveEmitted(sender)) {
                List<IntTerm> any = new ArrayList<>();
                relay.fields().forEach(field -> any.add(terms.zero));
                any.add(terms.zero);
                String time = Ether.RENEWED + terms.fresh("time", Interval.BIT).id() + " ";
                world = world.havoc(place(relay, Relay.PLACED, any).region(), time);
            }
        }

        private Scope<IntTerm, BoolTerm> scope(SymbolicTransaction.Match match) {
            return FlowReader.bind(FlowReader.scope(model, transaction, "a message"), match);
        }

        private StorageTerms.Place place(Relay relay, String variable, List<IntTerm> message) {
            StorageVariable root = relay.variable(variable);
            List<StoragePath.Access> accesses = new ArrayList<>();
            StorageType type = root.type();
            Expr zero = new Expr.IntegerLiteral(BigInteger.ZERO, Type.INTEGER, relay.span());
            while (type instanceof StorageType.Mapping mapping) {
                accesses.add(new StoragePath.Access.Index(zero));
                type = mapping.value();
            }
            return StorageTerms.locate(
                    terms, world.layout(), relay.name(), new StoragePath(root, accesses, type), message);
        }

        private IntTerm read(StorageTerms.Place place) {
            return world.read(new SlotLocation(place.region(), place.keys()), 0, new Simplifier(terms, facts));
        }

        private void set(Relay relay, String variable, List<IntTerm> message, IntTerm value, BoolTerm told) {
            StorageTerms.Place place = place(relay, variable, message);
            IntTerm now = new Simplifier(terms, facts).simplify(terms.choose(told, value, read(place)));
            world = world.with(place.region(), new SymbolicWorld.Write(place.keys(), List.of(now)));
        }

        /** What is under way adds up to less than a word holds, which is printed as an assumption. */
        private void add(Relay relay, String variable, List<IntTerm> message, IntTerm amount, BoolTerm told) {
            IntTerm sum = terms.add(read(place(relay, variable, message)), amount);
            BoolTerm fits = new Simplifier(terms, facts)
                    .simplify(terms.implies(told, terms.lessOrEqual(sum, terms.constant(GREATEST))));
            if (fits != terms.yes) {
                conditions.add(fits);
                facts = facts.assume(fits);
            }
            set(relay, variable, message, sum, told);
        }

        PathOutcome outcome() {
            return new PathOutcome(
                    before.ok(),
                    conditions,
                    facts,
                    world,
                    before.transientWorld(),
                    before.logs(),
                    before.entered(),
                    before.departures(),
                    before.interruptions(),
                    before.output(),
                    before.returnsMore(),
                    before.gas(),
                    before.failure(),
                    before.created());
        }
    }
}
