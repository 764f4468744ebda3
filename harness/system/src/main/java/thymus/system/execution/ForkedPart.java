package thymus.system.execution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.contracts.artifact.Artifact;
import thymus.contracts.artifact.CodeMatch;
import thymus.contracts.layout.SlotExplanation;
import thymus.evm.EvmFork;
import thymus.evm.chain.LocalChain;
import thymus.evm.code.Bytecode;
import thymus.evm.code.Delegation;
import thymus.evm.jit.ExecutionMode;
import thymus.evm.precompile.Precompiles;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.fork.state.ForkPoint;
import thymus.fork.state.ForkState;
import thymus.spec.Specification;
import thymus.spec.contract.StorageVariable;
import thymus.spec.text.NumberText;

/**
 * The part of a system that comes from its fork: named contracts and accounts, and the knowledge about their storage.
 */
final class ForkedPart {
    private static final int MOST_VARIABLES = 200;

    /** The key of the cache: an account's storage explained by a layout. */
    private record Explanation(Address account, List<StorageVariable> layout) {}

    private final DeployedSystem system;
    private final ForkState state;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> unlisted = new LinkedHashMap<>();

    ForkedPart(DeployedSystem system, ForkState state) {
        this.system = system;
        this.state = state;
        notes.add("the state is that of " + state.point().description());
    }

    ForkState state() {
        return state;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    Optional<String> unlisted(String instance) {
        return Optional.ofNullable(unlisted.get(instance));
    }

    /** Sets the start of setup to the block after the fork's block. */
    Specification clocked(Specification specification) {
        if (!specification.startTime().equals(Specification.USUAL_START)) {
            throw new SetupException(specification.file()
                    + ": setup: the clock of a fork goes on from the fork's block; " + "leave the start time out");
        }
        return specification.startingAt(BigInteger.valueOf(state.point().timestamp() + 1));
    }

    LocalChain chain(Specification specification, Map<String, Artifact> artifacts) {
        prefetch(specification, artifacts);
        ForkPoint point = state.point();
        return new LocalChain(
                EvmFork.OSAKA,
                state.origin(),
                new LocalChain.Past(point.chainId(), point.number(), state::blockHash),
                point.timestamp() + 1,
                point.number() + 1,
                ExecutionMode.TIERED);
    }

    /** Fetches everything that a system reads at once, because requests to nodes are slow. */
    private void prefetch(Specification specification, Map<String, Artifact> artifacts) {
        List<Address> accounts = new ArrayList<>(Precompiles.of(EvmFork.OSAKA).addresses());
        accounts.add(Address.ZERO);
        accounts.add(DeployedSystem.OBSERVER);
        List<ForkState.Place> slots = new ArrayList<>();
        specification.actors().forEach(actor -> accounts.add(AccountNames.ofActor(actor)));
        specification.places().forEach((name, place) -> {
            Address address = Convert.address(place);
            accounts.add(address);
            Optional.ofNullable(artifacts.get(name))
                    .flatMap(artifact -> artifact.model().storage())
                    .orElse(List.of())
                    .stream()
                    .map(variable -> new ForkState.Place(address, Word.of(variable.slot())))
                    .distinct()
                    .limit(MOST_VARIABLES)
                    .forEach(slots::add);
        });
        state.prefetch(new ForkState.Wanted(accounts, slots));
    }

    /** Binds a name to the contract at the address. */
    void find(String instance, Address address, Artifact artifact) {
        Bytecode code = system.chain().world().code(address);
        if (code.size() == 0) {
            throw new SetupException(system.specification().file() + ": the contract " + instance + " has no code at "
                    + address + " at " + state.point().description() + "; is it the right address, chain and block?");
        }
        if (Delegation.target(code).isPresent()) {
            throw new SetupException(
                    system.specification().file() + ": " + instance + " at " + address + " is a user's "
                            + "account that has delegated its code (EIP-7702), which the user can change; "
                            + "name a contract");
        }
        system.deployed(instance, address, artifact);
        if (!CodeMatch.matches(artifact.runtime(), code.toBytes())) {
            notes.add(instance + " is the code at " + address + ", which is not what " + artifact.reference()
                    + " compiles to; it is read with that one's interface and storage layout");
        }
        state.slots(address)
                .ifPresentOrElse(
                        slots -> explain(instance, address, artifact, code, slots),
                        () -> unlisted.put(
                                instance,
                                "the node does not list the storage of " + instance
                                        + ", so that the keys of its mappings are not known"));
    }

    private void explain(String instance, Address address, Artifact artifact, Bytecode code, Set<Word> slots) {
        Set<BigInteger> keys = new LinkedHashSet<>(state.possibleKeys());
        for (int pc = 0; pc < code.size(); pc = code.next(pc)) {
            keys.add(code.immediate(pc).toBigInteger());
        }
        List<StorageVariable> layout = artifact.model().storage().orElse(List.of());
        SlotExplanation.Found found = state.concluded(
                new Explanation(address, layout),
                SlotExplanation.Found.class,
                () -> SlotExplanation.explain(
                        slots.stream().map(Word::toBigInteger).toList(),
                        layout,
                        keys,
                        slot -> system.chain()
                                .world()
                                .storage(address, Word.of(slot))
                                .toBigInteger()));
        found.record(system.preimages());
        Set<BigInteger> open = found.open();
        if (!open.isEmpty()) {
            unlisted.put(
                    instance,
                    "the fork has " + NumberText.count(open.size(), "storage slot")
                            + " of " + instance
                            + " that may be elements of mappings whose keys are not known, such as 0x"
                            + open.iterator().next().toString(16));
        }
    }
}
