package thymus.fork.state;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthBlock;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.StateProvider;
import thymus.fork.rpc.Hex;
import thymus.fork.rpc.JsonResponse;
import thymus.fork.rpc.Rpc;
import thymus.fork.rpc.RpcException;
import thymus.spec.text.NumberText;
import tools.jackson.databind.JsonNode;

/** The state of a node, fetched on demand and cached. One request runs at a time. */
final class NodeState implements ForkState {
    /** The most slots of a contract that are fetched with it because an earlier run read them. */
    private static final int MOST_REMEMBERED = 400;

    private final NodeBlock block;
    private final Forks.Settings settings;
    private final ForkCache cache;
    private final CacheFolder folder;
    private final Optional<Rpc> rpc;
    private final Optional<NodeQueries> queries;
    private final Optional<StateReader> reader;
    private final KnownState facts = new KnownState();
    private Optional<Map<Address, List<Place>>> remembered = Optional.empty();
    private boolean givesAccessLists = true;

    /** @param rpc empty if only cached data may be used */
    NodeState(NodeBlock block, CacheFolder folder, Forks.Settings settings, Optional<Rpc> rpc) {
        this.block = block;
        this.settings = settings;
        this.folder = folder;
        this.rpc = settings.offline() ? Optional.empty() : rpc;
        this.queries = this.rpc.map(node -> new NodeQueries(node, block.point()));
        this.reader =
                queries.map(q -> settings.verifying() ? new ProvingReader(q, block.stateRoot()) : new PlainReader(q));
        this.cache = new ForkCache(folder.of(block.point()), block.point(), settings.notes());
        for (Fact fact : cache.load()) {
            if (fact.proved() || !settings.verifying()) {
                facts.add(fact);
            }
        }
    }

    @Override
    public ForkPoint point() {
        return block.point();
    }

    @Override
    public StateProvider origin() {
        return new StateProvider() {
            @Override
            public Optional<Found> account(Address address) {
                Fact.OfAccount account = facts.account(address).orElseGet(() -> {
                    fetch(new Wanted(List.of(address), List.of()));
                    return facts.account(address).orElseThrow();
                });
                boolean nothing = account.nonce() == 0
                        && account.balance().isZero()
                        && account.code().size() == 0;
                return nothing
                        ? Optional.empty()
                        : Optional.of(new Found(account.balance(), account.nonce(), account.code()));
            }

            @Override
            public Word storage(Address address, Word slot) {
                Place place = new Place(address, slot);
                return facts.slot(place).orElseGet(() -> {
                    fetch(new Wanted(List.of(), List.of(place)));
                    return facts.slot(place).orElseThrow();
                });
            }
        };
    }

    @Override
    public void prefetch(Wanted wanted) {
        if (reader.isPresent()) {
            fetch(wanted);
        }
    }

    private synchronized void fetch(Wanted wanted) {
        Wanted missing = facts.missing(wanted);
        if (missing.isNothing()) {
            return;
        }
        StateReader node =
                reader.orElseThrow(() -> new ForkException(name(missing) + " at " + point().description() + unknown()));
        keep(node.read(facts.missing(withRemembered(missing))));
    }

    /** The reason why data that was not read before is unavailable now. */
    private String unknown() {
        return " is not in " + folder.of(point()) + ", and "
                + (settings.offline()
                        ? "--offline forbids to ask a node"
                        : "it is not known which node to ask: give --fork URL@" + point().number());
    }

    private void keep(List<Fact> found) {
        cache.add(found);
        found.forEach(facts::add);
    }

    private static String name(Wanted missing) {
        return missing.accounts().isEmpty()
                ? "the slot 0x"
                        + missing.slots().getFirst().slot().toBigInteger().toString(16) + " of "
                        + missing.slots().getFirst().account()
                : "the account " + missing.accounts().getFirst();
    }

    /** Adds to each account the slots that an earlier run read, after any block. */
    private Wanted withRemembered(Wanted wanted) {
        if (wanted.accounts().isEmpty()) {
            return wanted;
        }
        if (remembered.isEmpty()) {
            Map<Address, List<Place>> places = new HashMap<>();
            folder.neighbour(point())
                    .flatMap(this::neighbour)
                    .ifPresent(other -> other.places()
                            .forEach(p -> places.computeIfAbsent(p.account(), a -> new ArrayList<>())
                                    .add(p)));
            remembered = Optional.of(places);
        }
        List<Place> slots = new ArrayList<>(wanted.slots());
        for (Address account : wanted.accounts()) {
            List<Place> places = remembered.get().getOrDefault(account, List.of());
            slots.addAll(places.subList(0, Math.min(places.size(), MOST_REMEMBERED)));
        }
        return new Wanted(wanted.accounts(), slots);
    }

    private Optional<KnownState> neighbour(Path other) {
        return folder.blockIn(other).map(known -> {
            KnownState read = new KnownState();
            new ForkCache(other, known.point(), note -> {}).load().forEach(read::add);
            return read;
        });
    }

    @Override
    public synchronized void expect(Address from, Address to, byte[] data) {
        if (queries.isEmpty() || !givesAccessLists) {
            return;
        }
        try {
            Transaction call = Transaction.createEthCallTransaction(Hex.data(from), Hex.data(to), Hex.data(data));
            NodeQueries.Query<JsonNode> query = NodeQueries.Query.of(JsonResponse.class, "eth_createAccessList", call);
            JsonNode list = queries.get().<JsonNode>ask(List.of(query)).getFirst();
            Set<Address> accounts = new LinkedHashSet<>();
            List<Place> slots = new ArrayList<>();
            for (JsonNode entry : list.path("accessList")) {
                Address address = Hex.address(entry.path("address"), "an access list");
                accounts.add(address);
                entry.path("storageKeys")
                        .forEach(key -> slots.add(new Place(address, Hex.word(key, "an access list"))));
            }
            fetch(new Wanted(List.copyOf(accounts), slots));
        } catch (RpcException e) {
            // The method only saves time; some nodes lack it, and it fails if the call fails.
            givesAccessLists = false;
        }
    }

    @Override
    public Word blockHash(long number) {
        if (number == point().number()) {
            return Word.parse(point().fingerprint());
        }
        return facts.block(number).orElseGet(() -> fetchBlock(number));
    }

    private synchronized Word fetchBlock(long number) {
        Rpc node = rpc.orElseThrow(() -> new ForkException(
                "the hash of block " + NumberText.digits(number) + " of chain " + point().chainId() + unknown()));
        if (settings.verifying()) {
            keep(new HeaderChain(node, point()).hashesDownTo(number));
            return facts.block(number).orElseThrow();
        }
        EthBlock.Block header =
                node.call(node.request(EthBlock.class, "eth_getBlockByNumber", Hex.quantity(number), false));
        if (header == null) {
            throw new ForkException(node.name() + ": the node does not have block " + NumberText.digits(number));
        }
        Word hash = Hex.word(header.getHash(), node.name() + ": the hash of block " + NumberText.digits(number));
        keep(List.of(new Fact.OfBlock(number, hash, false)));
        return hash;
    }

    @Override
    public Optional<Set<Word>> slots(Address account) {
        return Optional.empty();
    }

    @Override
    public Set<BigInteger> possibleKeys() {
        return Set.of();
    }
}
