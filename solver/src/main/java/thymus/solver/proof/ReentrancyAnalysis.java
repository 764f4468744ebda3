package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.property.Explorer;
import thymus.solver.property.ObligationGenerator;
import thymus.solver.property.SymbolicContext;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SystemModel;
import thymus.solver.property.UnreadFunction;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.state.ArbitrarySource.Place;
import thymus.solver.state.BitField;
import thymus.solver.state.DeployedSource;
import thymus.solver.state.Region;
import thymus.solver.state.SlotLocation;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.Interference;
import thymus.solver.symbolic.ReentrantCall;
import thymus.solver.symbolic.StateOperations;
import thymus.solver.symbolic.UnknownCode;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;

/**
 * Explores the transactions of a system together with what code that nobody knows may do within them. Both depend on
 * each other, and on which fields never change: the search begins with the least that can happen, and adds what some
 * path shows, until no path shows more. What is then left out cannot happen: by induction over the length of an
 * execution.
 */
final class ReentrancyAnalysis {
    /** A system for which so many are not enough is refused; most need two or three. */
    private static final int MOST_STATES = 64;

    /** From so many on each contract is looked at on its own. */
    private static final int MANY = 12;

    /** From so many on nothing is known of the other contracts then. */
    private static final int TOO_MANY = 24;

    private static final int MOST_EXPLORATIONS = 300;

    /** The most values of one field that are told apart. */
    private static final int MOST_VALUES = 4;

    /** The most elements of an array that nothing changes among which one at an unknown index is chosen. */
    private static final int MOST_CONSTANTS = 40;

    private final SystemModel model;
    private final Explorer explorer;
    private final DeployedSource.Known deployed;
    private final ArrayBounds bounds;
    private final Map<Map<Place, Optional<BigInteger>>, EntryState> states = new LinkedHashMap<>();
    private final EntryState settled;
    private final Map<String, BigInteger> relays = new HashMap<>();
    private final List<BigInteger> contracts = new ArrayList<>();
    private final Set<ReentrantCall> reentrantCalls = new LinkedHashSet<>();
    /** What some path has written where it calls code that nobody knows, which finds that, be it undone later. */
    private final Set<Region> writtenAtCalls = new HashSet<>();

    private boolean isCreating;

    /** @param deployed the state after setup */
    ReentrancyAnalysis(SystemModel model, Explorer explorer, DeployedSource.Known deployed) {
        this.model = model;
        this.explorer = explorer;
        this.deployed = deployed;
        this.bounds = new ArrayBounds(model, deployed);
        model.specification().chains().relays().keySet().forEach(name -> relays.put(name, model.addressOf(name)));
        settled = new EntryState(Map.of(), relays);
        states.put(Map.of(), settled);
        model.specification().instances().keySet().forEach(instance -> contracts.add(model.addressOf(instance)));
        model.specification().adversary().trusted().forEach(trust -> addCallsOf(model.addressOf(trust.actor())));
    }

    /** A trusted actor sends nothing, but one of a fork may have code, which calls the system when it is called. */
    private void addCallsOf(BigInteger actor) {
        if (model.contracts().codeAt(actor).isPresent()) {
            contracts.forEach(
                    target -> reentrantCalls.add(new ReentrantCall(target, Optional.of(actor), Optional.empty())));
        }
    }

    /** The state between transactions, and every transaction from it. */
    ArbitraryState explore() {
        Map<EntryState, Explored> found = new HashMap<>();
        int explorations = 0;
        for (Optional<EntryState> next = next(); next.isPresent(); next = next()) {
            if (++explorations > MOST_EXPLORATIONS) {
                throw new UnsupportedConstructException(
                        "calls of code that is not known, in so many states that what it may"
                                + " change was not found within " + MOST_EXPLORATIONS + " explorations");
            }
            found.put(next.get(), explore(next.get()));
        }
        Explored between = found.get(settled);
        List<EntryState> reached = settled.reached();
        boolean isEntered = reached.stream().anyMatch(m -> m.uses().contains(settled));
        List<ArbitraryState> inside = new ArrayList<>();
        if (isEntered && !between.reentrant().transactions().isEmpty()) {
            inside.add(between.inside(between.reentrant()));
        }
        reached.stream()
                .filter(m -> m != settled)
                .map(found::get)
                .map(at -> at.inside(at.transactions().and(at.reentrant())))
                .forEach(inside::add);
        return new ArbitraryState(
                between.source(),
                between.before(),
                withUnreadOfAll(between.transactions()),
                inside,
                isEntered,
                writtenAtCalls);
    }

    /**
     * The steps from one kind of state.
     *
     * @param transactions that the adversary sends, or makes code that nobody knows send
     * @param reentrant calls of the system by its own code, which are made in the middle of a step only
     */
    private record Explored(
            ArbitrarySource source,
            SymbolicState before,
            Explorer.Exploration transactions,
            Explorer.Exploration reentrant) {
        ArbitraryState inside(Explorer.Exploration steps) {
            return new ArbitraryState(source, before, steps, List.of(), false, Set.of());
        }
    }

    /** The one that lies between transactions as long as it grows of itself, since all others depend on it. */
    private Optional<EntryState> next() {
        List<EntryState> reached = settled.reached();
        Optional<EntryState> inside =
                reached.stream().filter(m -> m != settled && m.isDue()).reduce((m, deeper) -> deeper);
        boolean first = settled.isDue() && (inside.isEmpty() || settled.isGrowing());
        return first ? Optional.of(settled) : inside;
    }

    private Explored explore(EntryState state) {
        Terms terms = model.terms();
        Set<Place> changing = Set.copyOf(state.changing());
        Set<Place> changingBetween = Set.copyOf(settled.changing());
        Set<Region> changingArrays = new HashSet<>(state.changingArrays());
        changingArrays.addAll(settled.changingArrays());
        changingArrays.addAll(writtenAtCalls);
        ArbitrarySource.Frozen known = bounds.with(new ArbitrarySource.Frozen() {
            @Override
            public Optional<BigInteger> value(Region region, BitField field) {
                Place place = place(region, field);
                return changing.contains(place)
                        ? Optional.empty()
                        : state.held().getOrDefault(place, ofSetup(place, changingBetween));
            }

            @Override
            public Optional<IntTerm> term(Region region, BitField field) {
                Place place = place(region, field);
                return changing.contains(place) || state.held().containsKey(place)
                        ? Optional.empty()
                        : ofParameters(place, changingBetween);
            }

            @Override
            public Optional<IntTerm> element(Region region, int field, List<IntTerm> keys) {
                return changingArrays.contains(region) ? Optional.empty() : ofSetup(region, field, keys);
            }
        });
        ArbitrarySource source = new ArbitrarySource(terms, model.layout(), known);
        SymbolicState before = new SymbolicState(
                model.world(source),
                new SymbolicContext(
                        terms.symbol("before.timestamp", explorer.contexts().clock()),
                        terms.symbol("before.block", Interval.unsigned(64)),
                        terms.symbol("before.sender", Interval.unsigned(160)),
                        terms.symbol("before.value", Interval.unsigned(128)),
                        terms.symbol("before.selector", Interval.unsigned(32)),
                        explorer.contexts().clocks("before")),
                new ObligationGenerator(model)::ghostSymbol);
        SymbolicWorld transients = model.arbitraryTransientWorld(known);
        state.begin();
        Explorer.Beginning beginning =
                new Explorer.Beginning(before, transients, PathFacts.none(terms), unknownCodeAt(state));
        Explorer.Exploration transactions = explorer.explore(state == settled ? "tx" : "entry", beginning);
        Explorer.Exploration reentrant = Explorer.Exploration.NONE;
        for (ReentrantCall call : List.copyOf(reentrantCalls)) {
            reentrant = reentrant.and(explorer.explore("reentry", beginning, call));
        }
        Explorer.Exploration exploration = transactions.and(reentrant);
        if (bounds.giveUp(exploration.transactions())) {
            states.values().forEach(EntryState::exploreAgain);
        }
        int changed = state.changing().size() + state.changingArrays().size();
        if (state.add(exploration, before.world(), transients)) {
            boolean knowsLess = state.changing().size() + state.changingArrays().size() > changed;
            for (EntryState other : states.values()) {
                if (other.uses().contains(state) || (knowsLess && (other == state || state == settled))) {
                    other.exploreAgain();
                }
            }
            state.grows(knowsLess);
        } else {
            state.grows(false);
        }
        return new Explored(source, before, transactions, reentrant);
    }

    /** What setup left in a field that no transaction changes. */
    private Optional<BigInteger> ofSetup(Place place, Set<Place> changing) {
        return place.region().contract().startsWith(StateOperations.TRANSIENT)
                        || changing.contains(place)
                        || deployed.isOpen(place.region())
                ? Optional.empty()
                : Optional.of(DeployedSource.cut(
                        deployed.plain(place.region()),
                        model.layout().of(place.region()).get(place.field())));
    }

    /** What setup left in an element of an array that no transaction changes. */
    private Optional<IntTerm> ofSetup(Region region, int field, List<IntTerm> keys) {
        if (region.contract().startsWith(StateOperations.TRANSIENT)
                || (deployed.unlisted(region.contract()).isPresent()
                        && keys.stream().anyMatch(key -> Terms.constantOf(key).isEmpty()))
                || deployed.isOpen(region)
                || deployed.elements(region).size() > MOST_CONSTANTS) {
            return Optional.empty();
        }
        return Optional.of(new DeployedSource(model.terms(), model.layout(), deployed).initial(region, field, keys));
    }

    /** What setup left in a field that no transaction changes, where that depends on parameters. */
    private Optional<IntTerm> ofParameters(Place place, Set<Place> changing) {
        if (changing.contains(place) || !place.region().isPlain() || !deployed.isOpen(place.region())) {
            return Optional.empty();
        }
        Simplifier plain = new Simplifier(model.terms(), PathFacts.none(model.terms()));
        return deployed.world()
                .map(world -> world.read(new SlotLocation(place.region(), List.of()), place.field(), plain));
    }

    private Place place(Region region, BitField field) {
        return new Place(
                region,
                region.contract().startsWith(StateOperations.TRANSIENT)
                        ? 0
                        : model.layout().of(region).indexOf(field));
    }

    private UnknownCode unknownCodeAt(EntryState begin) {
        return new UnknownCode() {
            @Override
            public List<BigInteger> contracts() {
                return contracts;
            }

            @Override
            public boolean isWatched() {
                return model.specification().properties().stream().anyMatch(Property::isJudgedInside);
            }

            @Override
            public void creating() {
                if (!isCreating) {
                    isCreating = true;
                    states.values().forEach(EntryState::exploreAgain);
                }
            }

            @Override
            public void reentering(ReentrantCall call) {
                if (hasDepartures()) {
                    throw new UnsupportedConstructException(
                            "code that calls itself with data that are not known, where the file speaks of moments"
                                    + " at which control leaves a function");
                }
                if (reentrantCalls.add(call)) {
                    states.values().forEach(EntryState::exploreAgain);
                }
            }

            @Override
            public void callingAfter(Set<Region> written, Set<Region> longArrays) {
                boolean knowsLess = false;
                for (Region region : written) {
                    knowsLess |= writtenAtCalls.add(region) && region.isInPlainArray();
                }
                for (Region lengths : longArrays) {
                    knowsLess |= bounds.giveUp(lengths);
                }
                if (knowsLess) {
                    states.values().forEach(EntryState::exploreAgain);
                }
            }

            @Override
            public Optional<String> excluded() {
                return model.specification().adversary().excluded().stream()
                        .filter(exclusion -> isCreating)
                        .map(exclusion -> exclusion.instance() + "."
                                + exclusion.function().name())
                        .findFirst();
            }

            @Override
            public Interference entering(
                    Map<Place, Optional<BigInteger>> written, Map<Place, Optional<BigInteger>> learnt) {
                List<EntryState> inside = within(begin, written, learnt);
                begin.uses().addAll(inside);
                return inside.stream()
                        .map(EntryState::interference)
                        .reduce(Interference::meet)
                        .orElseThrow();
            }
        };
    }

    /** Whether a property speaks of control that leaves the middle of a function, which may run below such a call. */
    private boolean hasDepartures() {
        return model.specification().properties().stream()
                .anyMatch(property ->
                        property instanceof Property.Rule rule && rule.trigger() instanceof Trigger.Departure);
    }

    /**
     * The kinds of states that a state within a path belongs to: what may happen at it may happen at each of them.
     *
     * <p>Systems of many locks have many combinations of them. The more there are, the less is kept of what is known.
     */
    private List<EntryState> within(
            EntryState begin, Map<Place, Optional<BigInteger>> written, Map<Place, Optional<BigInteger>> learnt) {
        Map<Place, Optional<BigInteger>> all = new LinkedHashMap<>(begin.held());
        if (begin != settled) {
            begin.changing().forEach(place -> all.put(place, Optional.empty()));
        }
        if (states.size() < MANY) {
            all.putAll(learnt);
        }
        all.putAll(written);
        all.replaceAll((place, value) -> hasManyValues(place, value) ? Optional.empty() : value);
        Map<Place, Optional<BigInteger>> exactly = key(all);
        Set<String> contracts = new TreeSet<>();
        exactly.forEach((place, value) -> contracts.add(place.region().contract()));
        boolean isOne = contracts.size() < 2 || states.size() < MANY;
        if (states.containsKey(exactly) || (isOne && states.size() < TOO_MANY)) {
            return List.of(state(exactly));
        }
        Set<Place> places = new HashSet<>(exactly.keySet());
        if (states.size() >= TOO_MANY) {
            states.keySet().forEach(key -> places.addAll(key.keySet()));
        }
        List<EntryState> found = new ArrayList<>();
        for (String contract : contracts) {
            Map<Place, Optional<BigInteger>> ofContract = new HashMap<>();
            for (Place place : places) {
                boolean isOwn = place.region().contract().equals(contract) && all.containsKey(place);
                ofContract.put(place, isOwn ? all.get(place) : Optional.empty());
            }
            found.add(state(key(ofContract)));
        }
        return found;
    }

    private EntryState state(Map<Place, Optional<BigInteger>> key) {
        if (!states.containsKey(key) && states.size() >= MOST_STATES) {
            throw new UnsupportedConstructException(
                    "a call of code that is not known, in one of more than " + MOST_STATES + " kinds of states");
        }
        return states.computeIfAbsent(key, held -> new EntryState(held, relays));
    }

    /** Without what is known of a field between transactions too. */
    private Map<Place, Optional<BigInteger>> key(Map<Place, Optional<BigInteger>> held) {
        Map<Place, Optional<BigInteger>> key = new HashMap<>(held);
        key.entrySet()
                .removeIf(entry -> entry.getValue().equals(ofSetup(entry.getKey(), settled.changing()))
                        && ofParameters(entry.getKey(), settled.changing()).isEmpty());
        return Map.copyOf(key);
    }

    /** A counter of calls in progress has another value in each of them: nothing is known of it from some depth on. */
    private boolean hasManyValues(Place place, Optional<BigInteger> value) {
        Set<BigInteger> values = new HashSet<>();
        for (EntryState state : states.values()) {
            state.held().getOrDefault(place, Optional.empty()).ifPresent(values::add);
        }
        return value.isPresent() && !values.contains(value.get()) && values.size() >= MOST_VALUES;
    }

    /** What was not read of entries within a transaction was not read of it. */
    private Explorer.Exploration withUnreadOfAll(Explorer.Exploration exploration) {
        Map<String, UnreadFunction> unread = new LinkedHashMap<>();
        Map<String, UnreadFunction> views = new LinkedHashMap<>();
        for (EntryState state : settled.reached()) {
            state.exploration().unread().forEach(function -> unread.putIfAbsent(function.name(), function));
            state.exploration().views().forEach(function -> views.putIfAbsent(function.name(), function));
        }
        return new Explorer.Exploration(
                exploration.transactions(),
                exploration.rounds(),
                exploration.ends(),
                List.copyOf(unread.values()),
                List.copyOf(views.values()));
    }
}
