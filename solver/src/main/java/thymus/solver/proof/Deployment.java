package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import thymus.contracts.artifact.CodeMatch;
import thymus.evm.code.Bytecode;
import thymus.evm.code.Delegation;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.property.SymbolicContext;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SystemModel;
import thymus.solver.state.DeployedSource;
import thymus.solver.state.Region;
import thymus.solver.state.SlotLocation;
import thymus.solver.state.SlotReader;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.KnownCode;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.spec.CalleeBehaviour;
import thymus.spec.Specification;
import thymus.spec.contract.StorageType;
import thymus.system.execution.DeployedSystem;

/** The deployed system as the prover sees it: addresses, code, and the storage that setup left. */
public final class Deployment implements KnownCode, DeployedSource.Known, SlotReader.FoldedHashes {
    /** The slots in which compilers put the first few hundred variables. */
    private static final ArrayData SMALL_SLOTS =
            new ArrayData(IntStream.range(0, 400).mapToObj(BigInteger::valueOf).toList());

    private final DeployedSystem system;
    /** Without the contracts whose code is not read. */
    private final Specification specification;

    private final Terms terms;
    private final Map<String, BigInteger> addresses = new LinkedHashMap<>();
    private final Map<BigInteger, String> names = new HashMap<>();
    private final CodePlaces places;
    private final HashedSlots hashed;
    private final Map<Region, List<DeployedSource.Entry>> entries = new HashMap<>();
    private final Set<String> unplaced = new HashSet<>();

    /** Present where the deployment has parameters, once setup was run on terms. */
    private Optional<SymbolicSetup.Result> setup = Optional.empty();

    /** @param system in the state to be read; it is not to change while this object is in use */
    public Deployment(DeployedSystem system, Terms terms) {
        this.system = system;
        this.specification = system.specification().withoutCallees();
        this.terms = terms;
        this.places = new CodePlaces(system);
        this.hashed =
                new HashedSlots(system.preimages().all(), SystemModel.layoutOf(specification), this::hasNoMapping);
        specification.actors().forEach(this::add);
        specification.callees().keySet().forEach(this::add);
        specification.instances().keySet().forEach(this::add);
        specification.instances().keySet().forEach(this::readStorage);
    }

    /**
     * The system as a model of the prover.
     *
     * @param possible whether conditions can hold together; may answer true when in doubt
     */
    public SystemModel model(Predicate<List<BoolTerm>> possible) {
        return new SystemModel(
                terms,
                specification,
                addresses(),
                this,
                DeployedSystem.OBSERVER.word().toBigInteger(),
                chainId(),
                this,
                system::unlisted,
                possible,
                this::state);
    }

    /**
     * Reads what depends on the parameters of the deployment; nothing where it has none.
     *
     * @throws UnsupportedConstructException if that is not modelled
     */
    void readParameters(SystemModel model, Predicate<List<BoolTerm>> possible) {
        if (!system.specification().parameters().isEmpty()) {
            SymbolicSetup.Result result = SymbolicSetup.run(system, model, this, possible);
            setup = Optional.of(result);
            model.assume(result.facts());
        }
    }

    @Override
    public Map<Integer, IntTerm> openWords(BigInteger address) {
        return setup.map(s -> s.openWords().getOrDefault(address, Map.of())).orElse(Map.of());
    }

    @Override
    public Optional<SymbolicWorld> world() {
        return setup.map(SymbolicSetup.Result::world);
    }

    @Override
    public boolean isOpen(Region region) {
        return setup.isPresent()
                && setup.get().world().writes().getOrDefault(region, List.of()).stream()
                        .anyMatch(write -> write.others().isPresent()
                                || !write.keys().stream().allMatch(IntTerm.Constant.class::isInstance)
                                || !write.values().stream().allMatch(IntTerm.Constant.class::isInstance));
    }

    private void add(String name) {
        BigInteger address = system.addressOf(name).word().toBigInteger();
        addresses.put(name, address);
        names.put(address, name);
    }

    public Map<String, BigInteger> addresses() {
        return addresses;
    }

    public BigInteger chainId() {
        return system.chain().block().chainId().toBigInteger();
    }

    private static Address address(BigInteger value) {
        return Address.of(Word.of(value));
    }

    @Override
    public Optional<Bytecode> codeAt(BigInteger address) {
        Bytecode code = system.chain().world().code(address(address));
        if (Delegation.target(code).isPresent()) {
            throw new UnsupportedConstructException("the account at " + nameOf(address)
                    + ", a user's that has delegated its code (EIP-7702) and can change it");
        }
        return code.size() == 0 ? Optional.empty() : Optional.of(code);
    }

    @Override
    public String nameOf(BigInteger address) {
        return names.getOrDefault(address, "0x" + address.toString(16));
    }

    @Override
    public List<BigInteger> contracts() {
        return specification.instances().keySet().stream().map(addresses::get).toList();
    }

    @Override
    public boolean isKnown(BigInteger address) {
        if (behaviour(address).isPresent()) {
            return false;
        }
        // An actor of a fork may be a contract, whose functions are not among the transactions.
        boolean contract = system.artifactAt(address(address)).isPresent();
        return contract || (names.containsKey(address) && codeAt(address).isEmpty());
    }

    @Override
    public Optional<CalleeBehaviour> behaviour(BigInteger address) {
        return Optional.ofNullable(names.get(address)).map(specification.callees()::get);
    }

    @Override
    public boolean isAsDeclared(BigInteger address) {
        byte[] code = system.chain().world().code(address(address)).toBytes();
        return system.artifactAt(address(address))
                .filter(artifact -> CodeMatch.matches(artifact.runtime(), code))
                .isPresent();
    }

    @Override
    public String place(Bytecode code, int pc, OptionalInt selector, List<Integer> returns) {
        return places.of(code, pc, selector, returns);
    }

    @Override
    public BigInteger plain(Region region) {
        BigInteger address = addresses.get(region.contract());
        if (address == null) {
            address = new BigInteger(region.contract().substring(2), 16);
        }
        return word(address, new BigInteger(region.shape()));
    }

    private BigInteger word(BigInteger account, BigInteger slot) {
        return system.chain().world().storage(address(account), Word.of(slot)).toBigInteger();
    }

    @Override
    public Optional<String> unlisted(String contract) {
        return system.unlisted(contract)
                .or(() -> unplaced.contains(contract)
                        ? Optional.of("there are words at slots that may be elements of one, nobody knows which")
                        : Optional.empty());
    }

    @Override
    public List<DeployedSource.Entry> elements(Region region) {
        return entries.getOrDefault(region, List.of());
    }

    @Override
    public BigInteger element(Region region, List<BigInteger> keys) {
        return word(addresses.get(region.contract()), SlotNumbers.of(region, keys));
    }

    @Override
    public BigInteger balance(BigInteger account) {
        return system.chain().world().balance(address(account)).toBigInteger();
    }

    /** The state after setup, with empty windows that begin at any moment. */
    SymbolicState state(SystemModel model) {
        DeployedSource source = new DeployedSource(terms, model.layout(), this);
        Map<String, SymbolicContext.Clock> clocks = new LinkedHashMap<>();
        specification.chains().names().stream()
                .skip(1)
                .forEach(chain -> clocks.put(
                        chain,
                        new SymbolicContext.Clock(
                                terms.constant(system.chain().timestamp()),
                                terms.constant(system.chain().number()))));
        SymbolicContext context = new SymbolicContext(
                terms.constant(system.chain().timestamp()),
                terms.constant(system.chain().number()),
                terms.symbol("setup.sender", Interval.unsigned(160)),
                terms.symbol("setup.value", Interval.unsigned(128)),
                terms.zero,
                clocks);
        return new SymbolicState(
                model.world(source), context, ghost -> ghost.isCarried() ? terms.zero : model.ghost(ghost));
    }

    /** The world of a fork knows the slots that it has been asked for; the fork may know more. */
    private void readStorage(String contract) {
        BigInteger account = addresses.get(contract);
        Set<Word> slots =
                new TreeSet<>(system.chain().world().storage(address(account)).keySet());
        slots.addAll(system.forkedSlots(address(account)));
        // Lists them in the order of their slots: terms are numbered in the order in which they are made.
        Map<BigInteger, BigInteger> storage = new TreeMap<>();
        for (Word slot : slots) {
            BigInteger word = word(account, slot.toBigInteger());
            if (word.signum() != 0) {
                storage.put(slot.toBigInteger(), word);
            }
        }
        if (!place(contract, storage)) {
            unplaced.add(contract);
        }
    }

    /**
     * Adds each word of a contract's storage where it stands.
     *
     * @return false if one may be an element of a mapping, nobody knows which: assembly and folded hashes write such
     */
    private boolean place(String contract, Map<BigInteger, BigInteger> storage) {
        ArrayData arrays = new ArrayData(storage.keySet());
        boolean placed = true;
        for (Map.Entry<BigInteger, BigInteger> word : storage.entrySet()) {
            HashedSlots.Place place = hashed.place(contract, word.getKey());
            Optional<ArrayData.Data> array = arrays.at(place.root());
            if (array.isPresent()) {
                placed &= placeElement(contract, word.getKey(), array.get(), word.getValue());
            } else if (SlotReader.isPlain(place.root(), this)) {
                entries.computeIfAbsent(place.region(), r -> new ArrayList<>())
                        .add(new DeployedSource.Entry(place.keys(), word.getValue()));
            } else {
                placed = false;
            }
        }
        return placed;
    }

    /** @return false if the array itself lies nobody knows where, or the word behind an element of a mapping in it */
    private boolean placeElement(String contract, BigInteger slot, ArrayData.Data array, BigInteger word) {
        HashedSlots.Place length = hashed.place(contract, array.length());
        if (!SlotReader.isPlain(length.root(), this)
                || !hashed.place(contract, slot).region().isPlain()) {
            return false;
        }
        HashedSlots.Place element = hashed.element(length, slot.subtract(array.first()));
        entries.computeIfAbsent(element.region(), r -> new ArrayList<>())
                .add(new DeployedSource.Entry(element.keys(), word));
        return true;
    }

    @Override
    public Optional<SlotReader.ArrayPlace> array(String contract, BigInteger slot) {
        return SMALL_SLOTS
                .at(slot)
                .or(() -> SMALL_SLOTS.behind(slot))
                .map(data -> new SlotReader.ArrayPlace(location(hashed.place(contract, data.length())), data.first()));
    }

    /** An element of a mapping whose slot stands in the code as a number. */
    @Override
    public Optional<SlotLocation> locate(String contract, BigInteger slot) {
        if (slot.bitLength() <= 64) {
            return Optional.empty();
        }
        HashedSlots.Place place = hashed.place(contract, slot);
        return place.keys().isEmpty() ? Optional.empty() : Optional.of(location(place));
    }

    private SlotLocation location(HashedSlots.Place place) {
        return new SlotLocation(
                place.region(), place.keys().stream().map(terms::constant).toList());
    }

    @Override
    public boolean hasNoMapping(String contract) {
        return Optional.ofNullable(specification.instances().get(contract))
                .flatMap(instance -> specification.modelOf(contract).storage())
                .filter(variables -> variables.stream().noneMatch(variable -> holdsMapping(variable.type())))
                .isPresent();
    }

    private static boolean holdsMapping(StorageType type) {
        return switch (type) {
            case StorageType.Mapping _ -> true;
            case StorageType.Struct s -> s.members().stream().anyMatch(member -> holdsMapping(member.type()));
            case StorageType.FixedArray a -> holdsMapping(a.element());
            case StorageType.DynamicArray a -> holdsMapping(a.element());
            case StorageType.Value _, StorageType.ByteString _ -> false;
        };
    }

    @Override
    public boolean isNamed(BigInteger slot) {
        return places.isNamed(slot);
    }
}
