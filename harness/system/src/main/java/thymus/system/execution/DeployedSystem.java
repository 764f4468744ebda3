package thymus.system.execution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.contracts.artifact.Artifact;
import thymus.contracts.artifact.ArtifactStore;
import thymus.contracts.layout.Preimages;
import thymus.contracts.layout.StorageReader;
import thymus.evm.EvmFork;
import thymus.evm.HarnessException;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.BlockContext;
import thymus.evm.interpreter.Coverage;
import thymus.evm.interpreter.Receipt;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.trace.TraceCache;
import thymus.fork.state.ForkState;
import thymus.fork.state.Forks;
import thymus.spec.Specification;
import thymus.spec.contract.FunctionModel;
import thymus.spec.monitor.QuantifierBudget;
import thymus.spec.text.NumberText;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Walk;

/**
 * The contracts of a specification on a local chain of their own, as {@code setup} leaves them, and what steps make of
 * them. For one thread.
 *
 * <p>Actors have 1,000,000 ether each, those of a fork at least as much. An unknown sender, given as an address, gets
 * what it lacks when it sends ether.
 */
public final class DeployedSystem {
    /**
     * The gas of every step, every view and every {@code can}: the most that a transaction may take since Osaka
     * (EIP-7825).
     */
    public static final long GAS = 16_777_216;

    /** Who calls the views of an expression: nobody that a contract could know. */
    public static final Address OBSERVER = Convert.hashed("thymus observer");

    /** Some block far from the first, for contracts that look back. */
    private static final long START_BLOCK = 20_000_000;

    /** What every actor begins with, in wei: 1,000,000 ether. */
    static final BigInteger ALLOWANCE = BigInteger.TEN.pow(24);

    /** What rollback goes back to. */
    private record Mark(int chain, int preimages, int slots, int seen, SettledState moment) {}

    /** With the contracts that setup created, once it has run. */
    private Specification specification;

    private final Optional<ForkedPart> forked;
    private final LocalChain chain;
    private final AccountNames accounts = new AccountNames();
    private final Map<String, Artifact> artifacts = new LinkedHashMap<>();
    private final Map<String, Artifact> codes = new HashMap<>();
    private final Preimages preimages;
    private final WrittenSlots slots;
    private final TransactionSender transactor;
    private final SeenValues seen;
    private List<Witness> witnesses = List.of();
    /** Whether anybody will ask what was seen. */
    private final boolean quantifies;

    private final QuantifierBudget quantifiers = new QuantifierBudget();
    private final StorageReader reader = new StorageReader();
    private final Layouts layouts = new Layouts(accounts);
    private final ChainPlaces places;
    private final History history;
    private final TraceCache views;
    private final ViewSites viewSites;
    private final RevertReasons reasons;
    private final StepRunner steps;
    private final TwoRuns twoRuns;
    private final RelayBooks books;
    private final Map<String, List<FunctionModel>> functions = new HashMap<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<SetupTransaction> setup = new ArrayList<>();
    private final List<CreatedContract> created = new ArrayList<>();

    /** @param byName the compiled contracts by their names in the specification; none is deployed yet */
    DeployedSystem(Specification specification, Map<String, Artifact> byName, Optional<ForkState> fork) {
        this.forked = fork.map(state -> new ForkedPart(this, state));
        this.specification = forked.map(part -> part.clocked(specification)).orElse(specification);
        this.chain = forked.map(part -> part.chain(specification, byName))
                .orElseGet(() ->
                        new LocalChain(EvmFork.OSAKA, specification.startTime().longValue(), START_BLOCK));
        this.preimages = new Preimages();
        this.seen = new SeenValues(preimages);
        this.quantifies = specification.expressions().flatMap(Walk::all).anyMatch(Expr.ForAll::isOverType);
        this.places = new ChainPlaces(specification.chains(), chain, accounts);
        this.history = new History(chain, places);
        this.views = new TraceCache(chain);
        this.viewSites = new ViewSites(this, views);
        this.slots =
                new WrittenSlots(preimages, !Summing.contracts(specification).isEmpty());
        this.transactor = new TransactionSender(
                chain,
                accounts,
                preimages,
                slots,
                specification.flows().stream().anyMatch(flow -> flow.trigger() instanceof Trigger.EtherMoved),
                specification
                        .expressions()
                        .flatMap(Walk::all)
                        .anyMatch(e -> e instanceof Expr.Matched matched
                                && matched.triggers().stream().anyMatch(Trigger.Entered.class::isInstance)),
                specification.chains().areSeveral(),
                places,
                new InsideNotes(specification, chain.world(), accounts));
        this.reasons = new RevertReasons(byName.values(), accounts.text());
        this.steps = new StepRunner(this);
        this.twoRuns = new TwoRuns(this);
        this.books = new RelayBooks(this);
    }

    /**
     * Deploys and sets up, on the fork that the specification names.
     *
     * @throws thymus.fork.state.ForkException if there is no such fork
     * @throws SetupException if a step of setup fails
     * @throws thymus.contracts.artifact.ArtifactException if a contract is missing or cannot be deployed
     */
    public static DeployedSystem deploy(Specification specification, ArtifactStore store) {
        return deploy(specification, store, Forks.of(specification, Forks.Settings.usual()));
    }

    /**
     * Deploys and sets up, on a fork that has been opened.
     *
     * @param fork empty for a chain where nothing is
     * @throws SetupException if a step of setup fails, or nothing stands where the specification says
     * @throws thymus.contracts.artifact.ArtifactException if a contract is missing or cannot be deployed
     */
    public static DeployedSystem deploy(Specification specification, ArtifactStore store, Optional<ForkState> fork) {
        return Setup.run(specification, store, fork);
    }

    /** What the chain was before setup; empty for one where nothing was. */
    public Optional<ForkState> fork() {
        return forked.map(ForkedPart::state);
    }

    /** What of the fork is taken for granted beside its state, in words. */
    public List<String> forkNotes() {
        return forked.map(ForkedPart::notes).orElse(List.of());
    }

    /** Every slot of the account that was not zero in the fork, as far as they can be listed. */
    public Set<Word> forkedSlots(Address account) {
        return fork().flatMap(state -> state.slots(account)).orElse(Set.of());
    }

    /**
     * Why nobody knows all elements of the mappings of a contract.
     *
     * @return empty if {@link #preimages} has all their keys
     */
    public Optional<String> unlisted(String instance) {
        return forked.flatMap(part -> part.unlisted(instance));
    }

    /**
     * The specification of the file. Contracts that setup created and the file does not name are instances under their
     * addresses.
     */
    public Specification specification() {
        return specification;
    }

    public LocalChain chain() {
        return chain;
    }

    public AccountNames accounts() {
        return accounts;
    }

    /**
     * @param name of an actor or deployed contract
     * @throws HarnessException if there is none
     */
    public Address addressOf(String name) {
        return accounts.of(name);
    }

    public Artifact artifactOf(String instance) {
        Artifact artifact = artifacts.get(instance);
        if (artifact == null) {
            throw new HarnessException("no deployed contract is called \"" + instance + "\"");
        }
        return artifact;
    }

    /**
     * What the code at the instance's address was compiled to: of a proxy, its own. Empty where setup did not deploy
     * it.
     */
    public Optional<Artifact> codeArtifactOf(String instance) {
        return Optional.ofNullable(codes.get(instance));
    }

    /** The deployed contract at an address. */
    public Optional<Artifact> artifactAt(Address address) {
        return accounts.nameOf(address).map(artifacts::get);
    }

    /** The functions of a deployed contract; none of an account that is not one. */
    public List<FunctionModel> functions(String target) {
        return functions.getOrDefault(target, List.of());
    }

    /** The code of a deployed contract as it stands on the chain, immutables filled in. */
    public byte[] code(String instance) {
        return chain.world().code(addressOf(instance)).toBytes();
    }

    /** The mapping keys that executions have touched so far. */
    public Preimages preimages() {
        return preimages;
    }

    /** Questions to ask in the current state, or at a later time in it; cheap when they are asked again. */
    public TraceCache views() {
        return views;
    }

    public RevertReasons reasons() {
        return reasons;
    }

    /** The current settled state; after setup, {@link ConcreteScope#previous} is itself. */
    public ConcreteScope state() {
        return new ConcreteScope(this, history.current());
    }

    /**
     * Lets the step's time pass, sends its transaction or makes its call, and settles it. What fails leaves the passed
     * time, and the transaction of an attacker's contract goes on.
     *
     * @throws HarnessException if the sender or target does not exist, the sender is a contract of the system, or the
     *     step goes on with a transaction that is not the one before it
     */
    public StepResult execute(Step step) {
        return steps.run(step);
    }

    /**
     * Lets the step's call be made, with so much gas at most, and takes everything back.
     *
     * @throws HarnessException as {@link #execute}
     */
    public Receipt tryOut(Step step, long gas) {
        return steps.tryOut(step, gas);
    }

    /** The input of the step's transaction. */
    public byte[] callData(Step step) {
        return step.call() instanceof StepCall.FunctionCall call
                ? layouts.of(call.function()).callData(call.function(), call.arguments())
                : step.call().data();
    }

    /**
     * Watches the transactions of steps from now on, but not the views that properties ask.
     *
     * @param tracer {@link Tracer#NONE} for nobody; do not set the chain's own, by which mappings' keys are noticed
     * @param coverage where blocks that run are noted; {@link Coverage#NONE} for nowhere
     */
    public void watch(Tracer tracer, Coverage coverage) {
        transactor.watch(tracer, coverage);
    }

    /** A mark that {@link #rollback} goes back to, as often as wanted. */
    public int snapshot() {
        marks.add(
                new Mark(chain.snapshot(), preimages.snapshot(), slots.snapshot(), seen.snapshot(), history.current()));
        return marks.size() - 1;
    }

    /** Later marks are forgotten. */
    public void rollback(int snapshot) {
        Mark mark = marks.get(snapshot);
        marks.subList(snapshot + 1, marks.size()).clear();
        chain.rollback(mark.chain());
        preimages.rollback(mark.preimages());
        slots.rollback(mark.slots());
        seen.rollback(mark.seen());
        history.set(mark.moment());
    }

    /** The transactions of setup, in order. */
    public List<SetupTransaction> setup() {
        return List.copyOf(setup);
    }

    /** The contracts that setup created and the file does not name, in order of creation. */
    public List<CreatedContract> created() {
        return List.copyOf(created);
    }

    void created(CreatedContract contract) {
        created.add(contract);
    }

    /** One that is an instance of its own from now on. */
    void created(
            CreatedContract contract,
            Specification.ContractDeclaration declaration,
            Address address,
            Artifact artifact) {
        created(contract);
        specification = specification.with(contract.name(), declaration);
        deployed(contract.name(), address, artifact);
        reasons.learn(artifact);
    }

    void settingUp(SetupTransaction transaction) {
        setup.add(transaction);
    }

    /**
     * @param artifact its interface and storage
     * @param code what was deployed
     */
    void deployed(String instance, Address address, Artifact artifact, Artifact code) {
        deployed(instance, address, artifact);
        codes.put(instance, code);
    }

    /** A contract whose code others have deployed. */
    void deployed(String instance, Address address, Artifact artifact) {
        accounts.add(instance, address);
        artifacts.put(instance, artifact);
        functions.put(instance, artifact.model().functions());
        seen.address(Convert.number(address));
    }

    Optional<ForkedPart> forked() {
        return forked;
    }

    /** The two runs that were compared last, of the step that led to the present state. */
    public Optional<ComparedRuns> comparedRuns() {
        return twoRuns.latest();
    }

    ChainPlaces places() {
        return places;
    }

    RelayBooks books() {
        return books;
    }

    /** The world's snapshot after the last step, before what it sent was entered in the books of relays. */
    public int sent() {
        return steps.last().sent();
    }

    /** The block in which the last step ran. */
    public BlockContext block() {
        return steps.last().block();
    }

    /**
     * The chain on which a step has run, the last one, with what an auditor may not expect of it: {@code on A, B's
     * clock 5 seconds ahead}. Empty where there is one chain.
     */
    public Optional<String> chains(Step step) {
        if (!specification.chains().areSeveral()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        Optional<String> place = places.of(accounts.resolve(step.target()));
        place.ifPresent(chain -> parts.add("on " + chain));
        if (places.isElsewhere(accounts.resolve(step.sender()), place)) {
            parts.add("where somebody has the address of " + step.sender());
        }
        for (String chain : specification.chains().names()) {
            long ahead = history.current().elsewhere().ahead(chain);
            if (ahead != 0) {
                parts.add(chain + "'s clock " + NumberText.count(Math.abs(ahead), "second")
                        + (ahead > 0 ? " ahead" : " behind"));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    /** The messages that the relay may deliver now, in the order in which they were sent. */
    public List<SentMessage> pending(String relay) {
        return Optional.ofNullable(specification.chains().relays().get(relay))
                .map(r -> history.current().elsewhere().messages().stream()
                        .filter(message -> message.relay().equals(relay) && books.isPending(r, message))
                        .toList())
                .orElse(List.of());
    }

    StepRunner steps() {
        return steps;
    }

    TwoRuns twoRuns() {
        return twoRuns;
    }

    WrittenSlots slots() {
        return slots;
    }

    TransactionSender transactor() {
        return transactor;
    }

    ViewSites viewSites() {
        return viewSites;
    }

    Layouts layouts() {
        return layouts;
    }

    StorageReader reader() {
        return reader;
    }

    History history() {
        return history;
    }

    boolean quantifies() {
        return quantifies;
    }

    /**
     * Lets {@code forall} range over these values too.
     *
     * @param values for all runs from now on
     */
    public void judgeAt(List<Witness> values) {
        witnesses = List.copyOf(values);
        seen.witnesses(values.stream().map(Witness::value).toList());
    }

    /** The values that were given to {@link #judgeAt}. */
    public List<Witness> witnesses() {
        return witnesses;
    }

    SeenValues seen() {
        return seen;
    }

    QuantifierBudget quantifiers() {
        return quantifiers;
    }
}
