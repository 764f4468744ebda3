package thymus.system.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.artifact.ArtifactStore;
import thymus.evm.HarnessException;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;
import thymus.fixtures.Fixtures;
import thymus.fork.state.ForkException;
import thymus.fork.state.ForkState;
import thymus.fork.state.Forks;
import thymus.spec.check.SpecificationReader;
import thymus.spec.monitor.UndefinedValue;
import thymus.system.replay.Counterexample;
import thymus.system.replay.Replay;
import thymus.system.replay.ReplayFileException;
import thymus.system.replay.Replayer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A system that goes on from what another one has left. */
@Tag("integration")
class ForkedSystemTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private DeployedSystem before;
    private Address box;

    @BeforeEach
    void live() {
        before = Systems.of(
                "box.put(alice, 70) from alice; box.put(bob, 5) from bob; box.fill() from bob;" + "box.nest(alice, 0x"
                        + "0".repeat(63) + "5, -4) from bob;",
                "");
        box = before.addressOf("box");
    }

    /** The state as a genesis file. */
    private ObjectNode state() {
        World world = before.chain().world();
        ObjectNode file =
                JSON.createObjectNode().put("timestamp", 1_600_000_000).put("number", "0x10");
        file.putObject("config").put("chainId", 7);
        ObjectNode alloc = file.putObject("alloc");
        for (Address address : world.addresses()) {
            ObjectNode account = alloc.putObject(address.toString());
            account.put("balance", world.balance(address).toBigInteger().toString());
            account.put("nonce", world.nonce(address))
                    .put("code", world.code(address).toString());
            ObjectNode storage = account.putObject("storage");
            world.storage(address).forEach((slot, value) -> storage.put(hex(slot), hex(value)));
        }
        return file;
    }

    private static String hex(Word word) {
        return "0x" + word.toBigInteger().toString(16);
    }

    private DeployedSystem fork(ObjectNode state, String declarations) throws IOException {
        Files.writeString(folder.resolve("state.json"), state.toString());
        Path file = folder.resolve("fork.inv");
        Files.writeString(file, "fork \"state.json\";\n" + declarations);
        ArtifactStore store = ArtifactStore.at(Fixtures.standard());
        return DeployedSystem.deploy(SpecificationReader.read(file, store), store);
    }

    private String box() {
        return "contract box = \"Layout.sol:Layout\" at " + box + ";\n";
    }

    private DeployedSystem fork(String more) throws IOException {
        return fork(state(), box() + more);
    }

    private static boolean holds(DeployedSystem system) {
        return Systems.holds(system, system.state());
    }

    @Test
    void readsWhatIsThere() throws IOException {
        assertTrue(holds(fork("actor carol; invariant claim: box.shareOf(" + before.addressOf("alice") + ") == 70"
                + " && box.low == 1 && box.negative == -5 && box.fixedSmall[4] == 5 && sum(box.shares) == 75;")));
        assertTrue(holds(fork("actor carol; invariant claim: sum(box.nested[" + before.addressOf("alice")
                + "]) == -4 && box.limit() == 500;")));
    }

    @Test
    void goesOnFromIt() throws IOException {
        DeployedSystem system = fork(
                "actor carol; setup { box.put(carol, 7) from carol; }" + "invariant claim: sum(box.shares) == 82;");
        assertTrue(holds(system));
        system.execute(
                Systems.step(system, "carol", "put", Systems.account(system, "carol"), AbiValue.of(BigInteger.ONE)));
        assertFalse(holds(system));
        assertTrue(Systems.holds(system, system.state().previous()));
    }

    @Test
    void theClockAndTheChainGoOn() throws IOException {
        DeployedSystem system =
                fork("actor carol; invariant claim: now == 1_600_000_001 && block.number == 17 && box.time() == now;");
        assertTrue(holds(system));
        assertEquals(Word.of(7), system.chain().block().chainId());
        assertEquals(BigInteger.valueOf(1_600_000_001), system.specification().startTime());
        assertEquals(
                system.fork().orElseThrow().blockHash(16),
                system.chain().block().blockHashes().apply(16));
        assertEquals(
                List.of("the state is that of block 16 of chain 7 (file digest, sha-256: "
                        + system.fork().orElseThrow().point().fingerprint() + ")"),
                system.forkNotes());
    }

    @Test
    void aKeyThatNothingShowsLeavesSumsWithoutAValue() throws IOException {
        ObjectNode state = state();
        ((ObjectNode) state.at("/alloc/" + box + "/storage")).put("0x" + "9".repeat(64), "0x1");
        DeployedSystem system = fork(state, box() + "actor carol; invariant claim: sum(box.shares) == 75;");
        String reason = assertThrows(UndefinedValue.class, () -> holds(system)).getMessage();
        assertTrue(reason.contains("sum(box.shares): the fork has 1 storage slot of box"), reason);
        assertTrue(reason.contains("0x" + "9".repeat(64)), reason);
        assertEquals(Optional.of(reason.substring("sum(box.shares): ".length())), system.unlisted("box"));
        assertTrue(holds(fork(
                state, box() + "actor carol; invariant claim: box.shares[" + before.addressOf("bob") + "] == 5;")));
    }

    @Test
    void contractsThatSetupDeploysAreKnownCompletely() throws IOException {
        assertTrue(holds(fork(
                state(),
                "contract Layout = \"Layout.sol:Layout\"; actor carol;"
                        + "setup { fresh = new Layout(1) from carol; fresh.put(carol, 3) from carol; }"
                        + "invariant claim: sum(fresh.shares) == 3;")));
    }

    @Test
    void nothingAtTheAddress() {
        String message = assertThrows(
                        SetupException.class,
                        () -> fork(
                                state(),
                                "contract box = \"Layout.sol:Layout\" at "
                                        + "0x00000000000000000000000000000000000000aa; actor carol;"))
                .getMessage();
        assertTrue(
                message.contains("the contract box has no code at 0x00000000000000000000000000000000000000aa"),
                message);
        assertTrue(message.contains("block 16 of chain 7"), message);
    }

    @Test
    void aUserIsNoContract() {
        ObjectNode state = state();
        ((ObjectNode) state.at("/alloc/" + box)).put("code", "0xef0100" + "00".repeat(19) + "aa");
        String message = assertThrows(SetupException.class, () -> fork(state, box() + "actor carol;"))
                .getMessage();
        assertTrue(message.contains("EIP-7702"), message);
    }

    @Test
    void otherCodeThanTheArtifactsIsNoted() throws IOException {
        ObjectNode state = state();
        ObjectNode account = (ObjectNode) state.at("/alloc/" + box);
        account.put("code", account.get("code").asString() + "00");
        DeployedSystem system = fork(state, box() + "actor carol;");
        assertTrue(system.forkNotes().getLast().contains("which is not what src/Layout.sol:Layout compiles to"));
    }

    @Test
    void withoutAForkNothingStandsAnywhere() {
        ArtifactStore store = ArtifactStore.at(Fixtures.standard());
        var specification = SpecificationReader.read(box() + "actor carol;", "x.inv", store);
        String message = assertThrows(SetupException.class, () -> DeployedSystem.deploy(specification, store))
                .getMessage();
        assertTrue(message.contains("box stands at an address, but nothing says of which chain"), message);
    }

    /** Wallets and timelocks are contracts, and what they decide to send is sent. */
    @Test
    void anActorMayBeAContract() throws IOException {
        DeployedSystem system = fork(
                state(),
                "contract Layout = \"Layout.sol:Layout\"; actor carol, wallet at " + box + ";"
                        + "setup { box = new Layout(1) from carol; box.put(carol, 3) from wallet; }"
                        + "invariant claim: box.shareOf(carol) == 3;");
        assertTrue(holds(system));
        AbiValue carol = Systems.account(system, "carol");
        assertEquals(
                Optional.empty(),
                Systems.failure(
                        system.execute(Systems.step(system, "wallet", "put", carol, AbiValue.of(BigInteger.TWO)))));
    }

    @Test
    void contractsWithoutANameSendNothing() throws IOException {
        DeployedSystem system = fork(
                state(),
                "contract Layout = \"Layout.sol:Layout\"; actor carol;" + "setup { box = new Layout(1) from carol; }");
        AbiValue carol = Systems.account(system, "carol");
        Step step = Systems.step(system, box.toString(), "put", carol, AbiValue.of(BigInteger.TWO));
        String message = assertThrows(ImpossibleTransactionException.class, () -> system.execute(step))
                .getMessage();
        assertEquals("invalid transaction: the sender is a contract", message);
    }

    @Test
    void aReplayRefusesAnotherState() throws IOException {
        DeployedSystem system = fork("actor carol; invariant claim: sum(box.shares) == 75;");
        Step step = Systems.step(system, "carol", "put", Systems.account(system, "carol"), AbiValue.of(BigInteger.ONE));
        Path file = folder.resolve("claim.json");
        Path artifacts = Fixtures.standard();
        Counterexample.of(system, folder.resolve("fork.inv"), Optional.of(artifacts), 1, "claim", 1, List.of(step))
                .write(file);
        Replay replay = Replayer.replay(Counterexample.read(file), file);
        assertTrue(replay.outcome() instanceof Replay.Outcome.Broken, replay::toString);
        ObjectNode other = state();
        ((ObjectNode) other.get("alloc"))
                .putObject("0x00000000000000000000000000000000000000aa")
                .put("balance", "1");
        Files.writeString(folder.resolve("state.json"), other.toString());
        String message = assertThrows(ReplayFileException.class, () -> Replayer.replay(Counterexample.read(file), file))
                .getMessage();
        assertTrue(message.contains("was recorded on block 16 of chain 7"), message);
    }

    @Test
    void aForkOfTheCommandLineComesInPlaceOfTheFiles() throws IOException {
        Files.writeString(folder.resolve("other.json"), state().toString());
        ForkState state = Forks.open(folder.resolve("other.json").toString(), Forks.Settings.usual());
        ArtifactStore store = ArtifactStore.at(Fixtures.standard());
        var specification = SpecificationReader.read(
                "fork \"none.json\";" + box() + "actor carol; invariant claim: sum(box.shares) == 75;", "x.inv", store);
        assertTrue(holds(DeployedSystem.deploy(specification, store, Optional.of(state))));
        assertThrows(ForkException.class, () -> DeployedSystem.deploy(specification, store));
    }

    @Test
    void anEnvironmentVariableThatIsNotSet() {
        ArtifactStore store = ArtifactStore.at(Fixtures.standard());
        var specification =
                SpecificationReader.read("fork env THYMUS_NO_SUCH_FORK;" + box() + "actor carol;", "x.inv", store);
        String message = assertThrows(HarnessException.class, () -> DeployedSystem.deploy(specification, store))
                .getMessage();
        assertTrue(message.contains("the environment variable THYMUS_NO_SUCH_FORK is not set"), message);
    }
}
