package thymus.fork.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.evm.json.JsonPlace;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Rlp;
import thymus.evm.primitive.Word;
import thymus.evm.state.StateProvider;
import thymus.fixtures.Node;
import thymus.fork.rpc.Hex;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** With {@code --verify-proofs} each fact that is used is proved: every lie about one is found out. */
class VerifiedFactsTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Address CONTRACT = Address.parse(FakeNode.CONTRACT);
    private static final byte[] CODE = {0x60, 0x01};

    /** Trees of one leaf each: one account, one slot. */
    private static final byte[] SLOT = leaf(Word.of(7).toBytes32(), Rlp.number(Word.of(9)));

    private static final byte[] ACCOUNT = leaf(
            CONTRACT.toBytes(),
            Rlp.list(List.of(
                    Rlp.number(Word.ONE),
                    Rlp.number(Word.of(5)),
                    Rlp.bytes(Keccak.hash(SLOT).toBytes32()),
                    Rlp.bytes(Keccak.hash(CODE).toBytes32()))));

    @TempDir
    private Path cache;

    private final List<String> notes = new ArrayList<>();
    private final Map<Long, ObjectNode> headers = headers();

    private static byte[] leaf(byte[] key, byte[] value) {
        ByteArrayOutputStream path = new ByteArrayOutputStream();
        path.write(0x20);
        path.writeBytes(Keccak.hash(key).toBytes32());
        return Rlp.list(List.of(Rlp.bytes(path.toByteArray()), Rlp.bytes(value)));
    }

    /** The blocks 97 to 100, each of which names its parent. */
    private static Map<Long, ObjectNode> headers() {
        Map<Long, ObjectNode> headers = new HashMap<>();
        String parent = "0x" + "11".repeat(32);
        for (long number = 97; number <= 100; number++) {
            ObjectNode header = (ObjectNode) FakeNode.block("0x" + Long.toHexString(number));
            header.put("parentHash", parent).put("stateRoot", Hex.data(Keccak.hash(ACCOUNT)));
            parent = Hex.data(hash(header));
            headers.put(number, header.put("hash", parent));
        }
        return headers;
    }

    private static Word hash(JsonNode header) {
        return BlockHeader.read(new JsonPlace(Path.of("test"), "", header, ForkException::new))
                .hash();
    }

    private FakeNode node(Consumer<ObjectNode> lieOfProof) {
        return new FakeNode()
                .replace("eth_getBlockByNumber", p -> {
                    JsonNode header = headers.get(Long.decode(p.get(0).asString()));
                    return header == null ? JSON.nullNode() : header;
                })
                .replace("eth_getProof", p -> {
                    ObjectNode proof = proof(p.get(1));
                    lieOfProof.accept(proof);
                    return proof;
                });
    }

    private static ObjectNode proof(JsonNode slots) {
        ObjectNode proof = JSON.objectNode().put("nonce", "0x1").put("balance", "0x5");
        proof.putArray("accountProof").add(Hex.data(ACCOUNT));
        var storage = proof.putArray("storageProof");
        slots.forEach(slot -> {
            boolean there = Hex.word(slot, "a slot").isEqual(Word.of(7));
            storage.addObject()
                    .put("value", there ? "0x9" : "0x0")
                    .putArray("proof")
                    .add(Hex.data(SLOT));
        });
        return proof;
    }

    private Forks.Settings settings(boolean offline, boolean verifying) {
        return new Forks.Settings(cache, offline, verifying, notes::add);
    }

    private static void readAll(ForkState state) {
        StateProvider.Found account = state.origin().account(CONTRACT).orElseThrow();
        assertEquals(Word.of(5), account.balance());
        assertEquals(1, account.nonce());
        assertEquals(Word.of(9), state.origin().storage(CONTRACT, Word.of(7)));
        assertEquals(Word.ZERO, state.origin().storage(CONTRACT, Word.of(8)));
        assertEquals(Hex.data(hash(headers().get(97L))), Hex.data(state.blockHash(97)));
    }

    private void assertCaught(FakeNode fake, String what) {
        try (Node node = fake.start()) {
            String failure = assertThrows(
                            ForkException.class, () -> readAll(Forks.open(node.url() + "@100", settings(false, true))))
                    .getMessage();
            assertTrue(failure.contains(what) && failure.contains("do not trust this node"), failure);
        }
    }

    @Test
    void anHonestNodeProvesAll() {
        try (Node node = node(proof -> {}).start()) {
            readAll(Forks.open(node.url() + "@100", settings(false, true)));
            // What was proved is enough without the node.
            readAll(Forks.open(node.url() + "@100", settings(true, true)));
            assertTrue(notes.getFirst().contains("chain has the id 42 is what the node says"), notes::toString);
        }
    }

    @Test
    void lieAboutABalance() {
        assertCaught(node(proof -> proof.put("balance", "0x6")), "balance");
        assertCaught(node(proof -> account(proof, 1, 6)), "the account");
    }

    @Test
    void lieAboutANonce() {
        assertCaught(node(proof -> proof.put("nonce", "0x2")), "nonce");
        assertCaught(node(proof -> account(proof, 2, 5)), "the account");
    }

    private static void account(ObjectNode proof, int nonce, int balance) {
        proof.put("nonce", "0x" + nonce).put("balance", "0x" + balance);
        proof.putArray("accountProof")
                .add(Hex.data(leaf(
                        CONTRACT.toBytes(),
                        Rlp.list(List.of(
                                Rlp.number(Word.of(nonce)),
                                Rlp.number(Word.of(balance)),
                                Rlp.bytes(Keccak.hash(SLOT).toBytes32()),
                                Rlp.bytes(Keccak.hash(CODE).toBytes32()))))));
    }

    @Test
    void lieAboutAnAccountThatIsThere() {
        assertCaught(node(proof -> proof.putArray("accountProof")), "the account");
    }

    @Test
    void lieAboutCode() {
        assertCaught(node(proof -> {}).replace("eth_getCode", p -> JSON.stringNode("0x6002")), "the code");
    }

    @Test
    void lieAboutASlot() {
        assertCaught(
                node(proof -> proof.path("storageProof").forEach(s -> ((ObjectNode) s).put("value", "0xa"))),
                "the slot");
        assertCaught(
                node(proof -> proof.path("storageProof").forEach(s -> ((ObjectNode) s).putArray("proof"))), "the slot");
        assertCaught(node(proof -> proof.putArray("storageProof")), "not every slot");
    }

    @Test
    void lieAboutTheBlocksTimeOrRoot() {
        headers.get(100L).put("timestamp", "0x65000001");
        assertCaught(node(proof -> {}), "block 100");
        headers.get(100L).put("timestamp", "0x65000000").put("stateRoot", "0x" + "22".repeat(32));
        assertCaught(node(proof -> {}), "block 100");
    }

    @Test
    void lieAboutTheHashOfAnEarlierBlock() {
        headers.get(98L).put("parentHash", "0x" + "33".repeat(32));
        assertCaught(node(proof -> {}), "block 98");
    }

    @Test
    void aHeaderThatIsHeldBack() {
        headers.remove(98L);
        try (Node node = node(proof -> {}).start()) {
            String failure = assertThrows(
                            ForkException.class, () -> readAll(Forks.open(node.url() + "@100", settings(false, true))))
                    .getMessage();
            assertTrue(failure.contains("does not have block 98"), failure);
        }
    }

    @Test
    void whatWasOnlySaidIsNotBelievedLater() {
        ObjectNode lie = headers.get(100L).deepCopy().put("timestamp", "0x65000001");
        try (Node node =
                node(proof -> {}).replace("eth_getBlockByNumber", p -> lie).start()) {
            Forks.open(node.url() + "@100", settings(false, false)).origin().storage(CONTRACT, Word.of(7));
            String failure = assertThrows(
                            ForkException.class, () -> Forks.open(node.url() + "@100", settings(true, true)))
                    .getMessage();
            assertTrue(failure.contains("with a header that proves it"), failure);
        }
    }
}
