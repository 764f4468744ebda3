package thymus.corpus.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.protocol.core.methods.request.Transaction;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.artifact.ArtifactStore;
import thymus.corpus.independent.Proxy;
import thymus.corpus.independent.RealAnvil;
import thymus.corpus.independent.StartedAnvil;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;
import thymus.fixtures.Repository;
import thymus.fork.rpc.Hex;
import thymus.fork.rpc.JsonResponse;
import thymus.fork.rpc.Rpc;
import thymus.fork.rpc.RpcException;
import thymus.fork.state.ForkException;
import thymus.fork.state.ForkState;
import thymus.fork.state.Forks;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;
import thymus.system.execution.StepResult;
import thymus.system.replay.Counterexample;
import thymus.system.replay.ReplayFileException;
import thymus.system.replay.Replayer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The vault of ForkedVault.inv on a real anvil: forked there, driven here and there by the same transactions at the
 * same times, and compared.
 */
@Tag("integration")
class ForkOfAnvilTest {
    private static final Path FILE = Repository.root().resolve("corpus/vault/ForkedVault.inv");
    private static final Path STATE = FILE.resolveSibling("ForkedVault.state.json");
    private static final Address VAULT = Address.parse("0xe7f1725e7734ce288f8367e1bb143e90bb3f0512");
    private static final BigInteger TOKEN = BigInteger.TEN.pow(18);

    @TempDir
    private Path folder;

    private final ArtifactStore store = ArtifactStore.beside(FILE);
    private final Specification specification = SpecificationReader.read(FILE, store);
    private final List<String> notes = new ArrayList<>();
    private StartedAnvil anvil;
    private Rpc rpc;

    @BeforeAll
    static void install() throws InterruptedException {
        RealAnvil.install();
    }

    @BeforeEach
    void start() throws IOException {
        anvil = StartedAnvil.with(
                "--load-state",
                STATE.toString(),
                "--timestamp",
                "1750000000",
                "--no-mining",
                "--base-fee",
                "0",
                "--gas-price",
                "0");
        rpc = Rpc.at(anvil.url());
    }

    @AfterEach
    void stop() {
        anvil.close();
    }

    private Forks.Settings settings(boolean offline, boolean verifying) {
        return new Forks.Settings(folder.resolve("cache"), offline, verifying, notes::add);
    }

    private DeployedSystem deploy(ForkState state) {
        return DeployedSystem.deploy(specification, store, Optional.of(state));
    }

    private static Step step(
            DeployedSystem system, long seconds, String sender, String target, String function, Object... args) {
        List<AbiValue> values = new ArrayList<>();
        for (Object arg : args) {
            values.add(
                    arg instanceof String name
                            ? AbiValue.of(system.addressOf(name).word().toBigInteger())
                            : AbiValue.of((BigInteger) arg));
        }
        StepCall call = new StepCall.FunctionCall(
                system.functions(target).stream()
                        .filter(f -> f.name().equals(function))
                        .findFirst()
                        .orElseThrow(),
                values);
        return new Step(sender, target, call, BigInteger.ZERO, seconds, 1);
    }

    private List<Step> steps(DeployedSystem system) {
        return List.of(
                step(system, 10, "carol", "vault", "deposit", TOKEN.multiply(BigInteger.valueOf(400))),
                step(system, 5, "alice", "vault", "withdraw", TOKEN.multiply(BigInteger.valueOf(900))),
                step(system, 60, "mallory", "vault", "withdraw", TOKEN),
                step(system, 1, "guardian", "vault", "release", "mallory"),
                step(system, 30, "mallory", "vault", "withdraw", TOKEN),
                step(system, 900, "carol", "token", "transfer", "alice", BigInteger.TEN),
                step(system, 3600, "alice", "vault", "withdraw", TOKEN.multiply(BigInteger.valueOf(9_000))),
                step(system, 3000, "alice", "vault", "withdraw", TOKEN.multiply(BigInteger.valueOf(8_000))));
    }

    /** Sends the transaction on anvil, in a block of the step's time, and compares what came of it. */
    private void compare(StepResult settled, long timestamp) {
        JsonNode receipt = rpc.call("eth_getTransactionReceipt", send(settled, timestamp));
        String what = settled.step().toString();
        assertEquals(settled.receipt().ok(), receipt.get("status").asString().equals("0x1"), what);
        assertEquals(settled.receipt().gasUsed(), Hex.number(receipt.get("gasUsed"), "gas"), what);
        assertEquals(settled.receipt().logs().size(), receipt.get("logs").size(), what);
        for (int i = 0; i < receipt.get("logs").size(); i++) {
            Log ours = settled.receipt().logs().get(i);
            JsonNode theirs = receipt.get("logs").get(i);
            assertEquals(Hex.data(ours.address()), theirs.get("address").asString(), what);
            assertEquals(Hex.data(ours.data()), theirs.get("data").asString(), what);
            List<String> topics = new ArrayList<>();
            theirs.get("topics").forEach(topic -> topics.add(topic.asString()));
            assertEquals(ours.topics().stream().map(Hex::data).toList(), topics, what);
        }
    }

    private void compareStorage(DeployedSystem system) {
        for (String name : List.of("token", "vault")) {
            Address address = system.addressOf(name);
            system.chain()
                    .world()
                    .storage(address)
                    .forEach((slot, value) -> assertEquals(
                            value,
                            Hex.word(
                                    rpc.call("eth_getStorageAt", Hex.data(address), Hex.data(slot), "latest"),
                                    "slot")));
        }
    }

    private void runsAlike(ForkState state) {
        DeployedSystem system = deploy(state);
        // Ours goes first: the node proves its latest state only.
        List<StepResult> settled = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (Step step : steps(system)) {
            settled.add(system.execute(step));
            times.add(system.chain().timestamp());
        }
        List<StepResult> setup = setup(state);
        for (int i = 0; i < setup.size(); i++) {
            send(setup.get(i), state.point().timestamp() + 1 + i);
        }
        for (int i = 0; i < settled.size(); i++) {
            compare(settled.get(i), times.get(i));
        }
        compareStorage(system);
    }

    /** What setup does, as steps: on the node they have blocks of their own, which none of the code looks at. */
    private List<StepResult> setup(ForkState state) {
        DeployedSystem system = deploy(state);
        return List.of(
                system.execute(step(
                        system, 0, "guardian", "token", "mint", "carol", TOKEN.multiply(BigInteger.valueOf(1_000)))),
                system.execute(step(
                        system,
                        0,
                        "carol",
                        "token",
                        "approve",
                        "vault",
                        BigInteger.TWO.pow(256).subtract(BigInteger.ONE))));
    }

    /** @return the transaction's hash */
    private JsonNode send(StepResult settled, long timestamp) {
        String from = Hex.data(settled.sender());
        Transaction transaction = new Transaction(
                from,
                null,
                BigInteger.ZERO,
                BigInteger.valueOf(16_000_000),
                Hex.data(settled.target()),
                null,
                Hex.data(settled.step().call().data()));
        return rpc.batch(List.of(
                        rpc.request(JsonResponse.class, "anvil_impersonateAccount", from),
                        rpc.request(JsonResponse.class, "anvil_setBalance", from, "0xd3c21bcecceda1000000"),
                        rpc.request(JsonResponse.class, "evm_setNextBlockTimestamp", Hex.quantity(timestamp)),
                        rpc.request(JsonResponse.class, "eth_sendTransaction", transaction),
                        rpc.request(JsonResponse.class, "evm_mine")))
                .get(3);
    }

    @Test
    void aForkOfTheNodeRunsAsTheNodeDoes() {
        runsAlike(Forks.open(anvil.url() + "@13", settings(false, false)));
    }

    @Test
    void aForkOfWhatTheNodeProvesDoesToo() {
        runsAlike(Forks.open(anvil.url() + "@13", settings(false, true)));
    }

    @Test
    void aForkOfWhatTheNodeDumpsDoesToo() throws IOException {
        String dump = rpc.call("anvil_dumpState").asString();
        Path file = Files.writeString(folder.resolve("dump.hex"), dump);
        ForkState state = Forks.open(file.toString(), settings(false, false));
        assertEquals(13, state.point().number());
        runsAlike(state);
    }

    @Test
    void withoutTheNodeTheSameRunGivesTheSame() {
        DeployedSystem first = deploy(Forks.open(anvil.url() + "@13", settings(false, false)));
        List<Boolean> online = steps(first).stream()
                .map(first::execute)
                .map(s -> s.receipt().ok())
                .toList();
        anvil.close();
        DeployedSystem second = deploy(Forks.open(anvil.url() + "@13", settings(true, false)));
        assertEquals(
                online,
                steps(second).stream()
                        .map(second::execute)
                        .map(s -> s.receipt().ok())
                        .toList());
        assertEquals(List.of(), notes);
        DeployedSystem third = deploy(Forks.open(anvil.url() + "@13", settings(false, false)));
        assertEquals(
                online,
                steps(third).stream()
                        .map(third::execute)
                        .map(s -> s.receipt().ok())
                        .toList());
        assertTrue(notes.getFirst().contains("going on with what is known of block 13"), notes::toString);
    }

    /** The replay file does not have the URL: what is kept of the state is enough, and another state is refused. */
    @Test
    void aCounterexampleIsReplayedWithoutTheNode() {
        Path replay = folder.resolve("ForkedVault/caught.json");
        Forks.Settings settings =
                new Forks.Settings(Forks.Settings.beside(replay).cache(), false, false, notes::add);
        DeployedSystem system = deploy(Forks.open(anvil.url() + "@13", settings));
        Step release = step(system, 0, "guardian", "vault", "release", "mallory");
        Counterexample.of(system, FILE, Optional.empty(), 1, "caught", 1, List.of(release))
                .write(replay);
        system.execute(release);
        Property caught = specification.properties().stream()
                .filter(p -> p.name().equals("caught"))
                .findFirst()
                .orElseThrow();
        assertTrue(Replayer.run(deploy(Forks.open(anvil.url() + "@13", settings)), caught, List.of(release))
                .isBroken());
        rpc.call("evm_mine");
        String other = assertThrows(
                        ReplayFileException.class,
                        () -> Replayer.replay(
                                Counterexample.read(replay), replay, Optional.of(anvil.url() + "@14"), settings))
                .getMessage();
        assertTrue(other.contains("was recorded on block 13 of chain 31337"), other);
        anvil.close();
        assertTrue(Replayer.replay(Counterexample.read(replay), replay).isBroken());
    }

    @Test
    void aNodeThatIsKilledInBetweenIsNamed() {
        ForkState state = Forks.open(anvil.url() + "@13", settings(false, false));
        anvil.close();
        String message = assertThrows(RpcException.class, () -> state.origin().storage(VAULT, Word.of(1234)))
                .getMessage();
        assertTrue(message.contains(anvil.url()) && message.contains("is the node running?"), message);
    }

    /** Slots are others in every answer: who believes it goes wrong, who wants proofs sees it. */
    @Test
    void aLieAboutOneSlotIsFoundByItsProof() throws IOException {
        BigInteger lie = BigInteger.valueOf(0x11e);
        try (Proxy liar = new Proxy(anvil.url(), (request, result) -> {
            if (request.method().equals("eth_getStorageAt")) {
                return JsonNodeFactory.instance.stringNode(Hex.data(Word.of(lie)));
            }
            result.path("storageProof").forEach(proof -> ((ObjectNode) proof).put("value", Hex.quantity(lie)));
            return result;
        })) {
            ForkState believed = Forks.open(liar.url() + "@13", settings(false, false));
            assertEquals(Word.of(lie), believed.origin().storage(VAULT, Word.ZERO));
            ForkState proved = Forks.open(liar.url() + "@13", settings(false, true));
            String message = assertThrows(
                            ForkException.class, () -> proved.origin().storage(VAULT, Word.ZERO))
                    .getMessage();
            assertTrue(
                    message.contains("the slot 0x0 of " + VAULT) && message.contains("do not trust this node"),
                    message);
            assertEquals(
                    Word.of(1),
                    Word.of(proved.origin().account(VAULT).orElseThrow().nonce()));
        }
        ForkState honest = Forks.open(anvil.url() + "@13", settings(false, true));
        assertFalse(honest.origin().storage(VAULT, Word.ZERO).isEqual(Word.of(lie)));
    }
}
