package thymus.solver.property;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.state.EmptySource;
import thymus.solver.state.FieldLayout;
import thymus.solver.state.Region;
import thymus.solver.state.SlotReader;
import thymus.solver.state.StateSource;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.CodesOfChain;
import thymus.solver.symbolic.KnownCode;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.spec.SetupParameter;
import thymus.spec.Specification;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.StorageVariable;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Property;
import thymus.spec.tree.StoragePath;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;
import thymus.system.execution.Witness;

/** What a proof knows of the deployed system, whatever state it is in. */
public final class SystemModel {
    private static final String PARAMETER = "parameter.";

    private final Terms terms;
    private final Specification specification;
    private final Map<String, BigInteger> addresses;
    private final KnownCode contracts;
    private final FieldLayout layout;
    private final BigInteger viewCaller;
    private final BigInteger chainId;
    private final Function<String, Optional<String>> unlisted;
    private final SlotReader slots;
    private final ViewReader views;
    private final Function<SystemModel, SymbolicState> deployment;
    private Optional<SymbolicState> deployed = Optional.empty();
    private List<BoolTerm> deploymentFacts = List.of();

    /**
     * @param addresses of actors and instances
     * @param viewCaller who views are called by
     * @param folded mapping elements whose slots the compiler computed
     * @param unlisted why nobody knows all elements of the mappings of an instance; empty where they are known
     * @param possible whether conditions can hold together; may answer true when in doubt
     * @param deployment the state after setup
     */
    public SystemModel(
            Terms terms,
            Specification specification,
            Map<String, BigInteger> addresses,
            KnownCode contracts,
            BigInteger viewCaller,
            BigInteger chainId,
            SlotReader.FoldedHashes folded,
            Function<String, Optional<String>> unlisted,
            Predicate<List<BoolTerm>> possible,
            Function<SystemModel, SymbolicState> deployment) {
        this.terms = terms;
        this.deployment = deployment;
        this.specification = specification;
        this.addresses = Map.copyOf(addresses);
        this.contracts = contracts;
        this.viewCaller = viewCaller;
        this.chainId = chainId;
        this.unlisted = unlisted;
        this.slots = new SlotReader(terms, folded);
        this.views = new ViewReader(this, possible);
        this.layout = layoutOf(specification);
    }

    /** The compilers' layouts of the instances. */
    public static FieldLayout layoutOf(Specification specification) {
        FieldLayout layout = new FieldLayout();
        for (String instance : specification.instances().keySet()) {
            Optional<List<StorageVariable>> storage =
                    specification.modelOf(instance).storage();
            layout.add(instance, storage.orElse(List.of()));
        }
        return layout;
    }

    public Terms terms() {
        return terms;
    }

    public Specification specification() {
        return specification;
    }

    public KnownCode contracts() {
        return contracts;
    }

    public FieldLayout layout() {
        return layout;
    }

    /** The state after setup. */
    public SymbolicState deployed() {
        if (deployed.isEmpty()) {
            deployed = Optional.of(deployment.apply(this));
        }
        return deployed.get();
    }

    /** A ghost variable in an arbitrary state. */
    public IntTerm ghost(GhostVariable variable) {
        Interval times = variable.isTime() ? Interval.unsigned(65) : Interval.ALL;
        return terms.symbol(
                "ghost." + variable.name(),
                variable.valueOf().map(SpecValues::range).orElse(times));
    }

    /** Any value of a parameter of the deployment, the same one in every state. */
    public IntTerm parameter(String name) {
        SetupParameter parameter = specification.parameters().get(name);
        return terms.symbol(PARAMETER + name, Interval.of(parameter.least(), parameter.greatest()));
    }

    /** Values of all parameters by their names. */
    public Map<String, BigInteger> parameters(Function<IntTerm, BigInteger> value) {
        Map<String, BigInteger> values = new LinkedHashMap<>();
        specification.parameters().keySet().forEach(name -> values.put(name, value.apply(parameter(name))));
        return values;
    }

    /** The parameter as the word that an argument of a call has for it. */
    public IntTerm parameterWord(String name) {
        return SpecValues.encode(terms, parameter(name), new AbiType.Int(256));
    }

    /** Whether the symbol is a parameter of the deployment, which has one value in all states of a run. */
    public static boolean isParameter(IntTerm.Symbol symbol) {
        return symbol.name().startsWith(PARAMETER);
    }

    /** What is true of the parameters of a deployment with which setup succeeds. */
    public List<BoolTerm> deploymentFacts() {
        return deploymentFacts;
    }

    /** @param facts about parameters, true of every deployment */
    public void assume(List<BoolTerm> facts) {
        deploymentFacts = List.copyOf(facts);
    }

    /** What stands for every value of a name. */
    IntTerm unknown(Variable variable) {
        return terms.symbol("forall." + variable.name() + "." + variable.id(), SpecValues.range(variable));
    }

    /** The values of what a goal of the property lets stand for every value of a name. */
    public List<Witness> witnesses(Property property, Function<IntTerm, BigInteger> values) {
        return property.expressions().stream()
                .flatMap(Walk::all)
                .filter(Expr.ForAll::isOverType)
                .map(quantifier -> ((Expr.ForAll) quantifier).variable())
                .filter(variable -> variable.abi().isPresent())
                .distinct()
                .map(variable -> new Witness(variable.name(), values.apply(unknown(variable))))
                .toList();
    }

    ViewReader views() {
        return views;
    }

    public BigInteger addressOf(String name) {
        BigInteger address = addresses.get(name);
        if (address == null) {
            throw new UnsupportedConstructException("the account " + name + ", which setup did not make");
        }
        return address;
    }

    /** The addresses of actors and instances, in the order of their numbers. */
    List<BigInteger> accounts() {
        return addresses.values().stream().sorted().toList();
    }

    /** A sum that no trace could be judged by is not proved either. */
    void requireListed(String instance) {
        unlisted.apply(instance).ifPresent(reason -> {
            throw new UnsupportedConstructException("a sum over a mapping of " + instance + ": " + reason);
        });
    }

    IntTerm viewCaller() {
        return terms.constant(viewCaller);
    }

    /** The chains beside the first one. */
    List<String> otherChains() {
        List<String> names = specification.chains().names();
        return names.isEmpty() ? names : names.subList(1, names.size());
    }

    /** The chain of a contract; empty for the first one, and where there is one only. */
    Optional<String> chainOf(BigInteger contract) {
        return chainNamed(contract).filter(chain -> otherChains().contains(chain));
    }

    private Optional<String> chainNamed(BigInteger contract) {
        return specification.chains().areSeveral()
                ? specification.chains().of(contracts.nameOf(contract))
                : Optional.empty();
    }

    /** The codes that a contract finds on its own chain. */
    KnownCode codesFor(BigInteger contract) {
        return chainNamed(contract)
                .<KnownCode>map(chain -> new CodesOfChain(contracts, chain, specification.chains()))
                .orElse(contracts);
    }

    /** The id of the chain of a contract: they are numbered from the first one's. */
    IntTerm chainId(BigInteger contract) {
        int number = chainOf(contract)
                .map(chain -> specification.chains().names().indexOf(chain))
                .orElse(0);
        return terms.constant(chainId.add(BigInteger.valueOf(number)));
    }

    public SymbolicWorld emptyTransientWorld() {
        return new SymbolicWorld(terms, slots, new FieldLayout(), new EmptySource(terms));
    }

    /** What an earlier call in the same transaction may have left: anything, but for what is known of plain fields. */
    public SymbolicWorld arbitraryTransientWorld(ArbitrarySource.Frozen known) {
        FieldLayout whole = new FieldLayout();
        return new SymbolicWorld(terms, slots, whole, new ArbitrarySource(terms, whole, known));
    }

    /** The storage layout of a path's values, whatever its keys are. */
    public Region region(String contract, StoragePath path) {
        return StorageTerms.region(terms, layout, contract, path);
    }

    public SymbolicWorld world(StateSource source) {
        return new SymbolicWorld(terms, slots, layout, source);
    }
}
