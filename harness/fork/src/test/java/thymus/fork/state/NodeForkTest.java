package thymus.fork.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.StateProvider;
import thymus.fixtures.Node;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Tag("integration")
class NodeForkTest {
    private static final Address CONTRACT = Address.parse(FakeNode.CONTRACT);

    @TempDir
    private Path cache;

    private final List<String> notes = new CopyOnWriteArrayList<>();

    private Forks.Settings settings(boolean offline, boolean verifying) {
        return new Forks.Settings(cache, offline, verifying, notes::add);
    }

    private ForkState open(String text) {
        return Forks.open(text, settings(false, false));
    }

    private ForkState offline(String text) {
        return Forks.open(text, settings(true, false));
    }

    private List<Path> facts() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(f -> f.toString().endsWith(".facts")).sorted().toList();
        }
    }

    private static String failure(Runnable action) {
        return assertThrows(ForkException.class, action::run).getMessage();
    }

    @Test
    void whatIsAskedForIsFetchedOnce() {
        FakeNode fake = new FakeNode();
        try (Node node = fake.start()) {
            StateProvider origin = open(node.url() + "@100").origin();
            StateProvider.Found found = origin.account(CONTRACT).orElseThrow();
            assertEquals(Word.of(5), found.balance());
            assertEquals(1, found.nonce());
            assertEquals("0x6001", found.code().toString());
            assertEquals(Word.of(7), origin.storage(CONTRACT, Word.of(7)));
            int seen = node.seen().size();
            assertEquals(Word.of(7), origin.storage(CONTRACT, Word.of(7)));
            assertEquals(seen, node.seen().size());
        }
    }

    /** EIP-1898: the hash is what makes sure that the node speaks of this block. */
    @Test
    void theBlockIsNamedByItsHashWhereTheNodeCanDoThat() {
        FakeNode fake = new FakeNode();
        try (Node node = fake.start()) {
            open(node.url() + "@100").origin().storage(CONTRACT, Word.ONE);
            assertTrue(node.seen().getLast().toString().contains("{\"blockHash\":\"" + FakeNode.HASH + "\"}"));
        }
        FakeNode old = new FakeNode()
                .replace(
                        "eth_getStorageAt",
                        params -> params.get(2).isObject()
                                ? JsonNodeFactory.instance
                                        .objectNode()
                                        .set(
                                                "error",
                                                JsonNodeFactory.instance
                                                        .objectNode()
                                                        .put("code", -32602)
                                                        .put("message", "invalid argument 2"))
                                : JsonNodeFactory.instance.stringNode("0x3"));
        try (Node node = old.start()) {
            assertEquals(Word.of(3), open(node.url() + "@100").origin().storage(CONTRACT, Word.of(2)));
            assertTrue(node.seen().getLast().toString().contains("\"0x64\""));
        }
    }

    @Test
    void theSecondRunNeedsNoNode() {
        String url;
        FakeNode fake = new FakeNode();
        try (Node node = fake.start()) {
            url = node.url();
            ForkState state = open(url + "@100");
            state.origin().account(CONTRACT);
            state.origin().storage(CONTRACT, Word.of(7));
            state.blockHash(99);
        }
        ForkState again = offline(url + "@100");
        assertEquals(
                "0x6001", again.origin().account(CONTRACT).orElseThrow().code().toString());
        assertEquals(Word.of(7), again.origin().storage(CONTRACT, Word.of(7)));
        assertEquals(Word.parse(FakeNode.HASH), again.blockHash(99));
        assertEquals(
                again.point().fingerprint(),
                Forks.kept(again.point(), settings(true, false))
                        .orElseThrow()
                        .point()
                        .fingerprint());
    }

    @Test
    void itsWordsHaveTheWholeHashOfTheBlock() {
        try (Node node = new FakeNode().start()) {
            assertEquals(
                    "block 100 of chain 42 (block hash " + FakeNode.HASH + ")",
                    open(node.url() + "@100").point().description());
        }
    }

    @Test
    void aBlockIsNamedAsItIsPrinted() {
        try (Node node = new FakeNode().start()) {
            assertEquals(100, open(node.url() + "@1_00").point().number());
            String message = failure(() -> open(node.url() + "@21_000_000"));
            assertTrue(message.contains("there is no block 21_000_000 of chain 42; the latest is 100"), message);
        }
    }

    @Test
    void aWordInPlaceOfABlockIsNotTakenForAHost() {
        assertEquals(
                "\"abc\" behind @ is no block; write its number or latest."
                        + " If it is the host of a URL with a user, name the port too",
                failure(() -> open("http://127.0.0.1:1@abc")));
    }

    @Test
    void aKeptStateSaysWhoCouldBeAskedForWhatIsMissing() {
        try (Node node = new FakeNode().start()) {
            ForkState state = Forks.kept(open(node.url() + "@100").point(), settings(false, false))
                    .orElseThrow();
            String slot = failure(() -> state.origin().storage(CONTRACT, Word.of(0x1234)));
            assertTrue(slot.contains("give --fork URL@100") && !slot.contains("--offline"), slot);
        }
    }

    @Test
    void offlineNamesWhatIsMissing() {
        try (Node node = new FakeNode().start()) {
            assertTrue(failure(() -> offline(node.url() + "@100")).contains("block 100 is not in"));
            assertTrue(failure(() -> offline(node.url())).contains("the latest block is not in"));
            ForkState state = open(node.url() + "@100");
            state.origin().storage(CONTRACT, Word.ONE);
            ForkState offline = offline(node.url() + "@100");
            String slot = failure(() -> offline.origin().storage(CONTRACT, Word.of(0x1234)));
            assertTrue(slot.contains("the slot 0x1234 of " + CONTRACT) && slot.contains("--offline"), slot);
            assertTrue(failure(() -> offline.origin().account(CONTRACT)).contains("the account " + CONTRACT));
            assertTrue(failure(() -> offline.blockHash(3)).contains("the hash of block 3"));
        }
    }

    @Test
    void theLatestBlockIsNamedOnce() {
        try (Node node = new FakeNode().start()) {
            assertEquals(100, open(node.url()).point().number());
            assertEquals(1, notes.size());
            assertTrue(notes.getFirst().contains(" is 100; name it"), notes::toString);
            assertEquals(100, open(node.url() + "@latest").point().number());
        }
    }

    @Test
    void aBlockThatIsNotThere() {
        try (Node node = new FakeNode().start()) {
            assertTrue(failure(() -> open(node.url() + "@101"))
                    .contains("there is no block 101 of chain 42; the latest is 100"));
        }
    }

    @Test
    void aNodeThatGivesAnotherBlock() {
        FakeNode fake = new FakeNode().replace("eth_getBlockByNumber", params -> FakeNode.block("0x63"));
        try (Node node = fake.start()) {
            assertTrue(
                    failure(() -> open(node.url() + "@100")).contains("asked for block 100, the node gives block 99"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing trie node 9d1f (path ) <nil>",
                "historical state ab is not available",
                "required historical state unavailable (reexec=128)",
                "BlockOutOfRangeError: block height is 13 but requested was 3",
                "state histories haven't been fully indexed yet",
                "old data not available due to pruning"
            })
    void aPrunedNodeIsNamed(String message) {
        FakeNode fake = new FakeNode().failing("eth_getStorageAt", -32000, message);
        try (Node node = fake.start()) {
            String failure = failure(() -> open(node.url() + "@100").origin().storage(CONTRACT, Word.ONE));
            assertTrue(failure.contains("archive node"), failure);
            assertTrue(failure.contains("block 100 of chain 42"), failure);
        }
    }

    @Test
    void aBlockThatIsGone() {
        FakeNode fake = new FakeNode().failing("eth_getStorageAt", -32001, "Resource not found");
        try (Node node = fake.start()) {
            assertTrue(failure(() -> open(node.url() + "@100").origin().storage(CONTRACT, Word.ONE))
                    .contains("reorganised"));
        }
    }

    /** A dev chain that was started anew has the same chain id and numbers, and another hash. */
    @Test
    void anotherHashIsAnotherState() {
        try (Node node = new FakeNode().start()) {
            open(node.url() + "@100").origin().storage(CONTRACT, Word.of(7));
        }
        String other = "0x" + "cd".repeat(32);
        FakeNode fake = new FakeNode()
                .replace("eth_getBlockByNumber", p -> ((ObjectNode) FakeNode.block("0x64")).put("hash", other))
                .replace("eth_getStorageAt", p -> JsonNodeFactory.instance.stringNode("0x8"));
        try (Node node = fake.start()) {
            assertEquals(Word.of(8), open(node.url() + "@100").origin().storage(CONTRACT, Word.of(7)));
        }
    }

    @Test
    void damagedEntriesAreFetchedAgain() throws IOException {
        try (Node node = new FakeNode().start()) {
            ForkState state = open(node.url() + "@100");
            for (int slot = 1; slot < 5; slot++) {
                state.origin().storage(CONTRACT, Word.of(slot));
            }
            byte[] bytes = Files.readAllBytes(facts().getFirst());
            bytes[bytes.length / 2] ^= 1;
            Files.write(facts().getFirst(), bytes);
            Files.writeString(facts().getLast(), "slot");
            notes.clear();
            ForkState again = open(node.url() + "@100");
            assertTrue(notes.getFirst().contains("2 entries are damaged and will be fetched again"), notes::toString);
            for (int slot = 1; slot < 5; slot++) {
                assertEquals(Word.of(slot), again.origin().storage(CONTRACT, Word.of(slot)));
            }
            notes.clear();
            open(node.url() + "@100");
            assertEquals(List.of(), notes);
        }
    }

    @Test
    void entriesOfAnotherStateAreNotRead() throws IOException {
        try (Node node = new FakeNode().start()) {
            open(node.url() + "@100").origin().storage(CONTRACT, Word.of(7));
            open(node.url() + "@99");
            Path other = facts().getFirst().getParent().resolveSibling("99-" + FakeNode.HASH.substring(2, 18));
            Files.copy(facts().getFirst(), other.resolve("moved.facts"));
            ForkState state = offline(node.url() + "@99");
            assertThrows(ForkException.class, () -> state.origin().storage(CONTRACT, Word.of(7)));
        }
    }

    @Test
    void manyFilesBecomeOne() throws IOException {
        try (Node node = new FakeNode().start()) {
            ForkState state = open(node.url() + "@100");
            for (int slot = 0; slot < 40; slot++) {
                state.origin().storage(CONTRACT, Word.of(slot));
            }
            assertEquals(40, facts().size());
            open(node.url() + "@100");
            assertEquals(1, facts().size());
            ForkState again = offline(node.url() + "@100");
            assertEquals(Word.of(39), again.origin().storage(CONTRACT, Word.of(39)));
        }
    }

    @Test
    void severalProcessesMayUseOneCache() throws Exception {
        try (Node node = new FakeNode().start()) {
            List<Process> users = new ArrayList<>();
            for (int first : new int[] {0, 30, 60}) {
                users.add(new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                CacheUser.class.getName(),
                                node.url() + "@100",
                                cache.toString(),
                                Integer.toString(first))
                        .redirectErrorStream(true)
                        .start());
            }
            for (Process user : users) {
                String said = new String(user.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(0, user.waitFor(), said);
            }
            ForkState offline = offline(node.url() + "@100");
            for (int slot = 0; slot < 120; slot++) {
                assertEquals(Word.of(slot), offline.origin().storage(CONTRACT, Word.of(slot)));
            }
            assertEquals(List.of(), notes);
        }
    }

    @Test
    void severalThreadsMayUseOneCache() throws Exception {
        try (Node node = new FakeNode().start();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            open(node.url() + "@100");
            List<Future<Boolean>> all = new ArrayList<>();
            for (int user = 0; user < 4; user++) {
                int first = 10 * user;
                Callable<Boolean> work = () -> {
                    for (int round = 0; round < 25; round++) {
                        StateProvider origin = open(node.url() + "@100").origin();
                        for (int slot = first; slot < first + 25; slot++) {
                            if (!origin.storage(CONTRACT, Word.of(slot)).isEqual(Word.of(slot))) {
                                return false;
                            }
                        }
                    }
                    return true;
                };
                all.add(threads.submit(work));
            }
            for (Future<Boolean> one : all) {
                assertTrue(one.get());
            }
            ForkState offline = offline(node.url() + "@100");
            for (int slot = 0; slot < 55; slot++) {
                assertEquals(Word.of(slot), offline.origin().storage(CONTRACT, Word.of(slot)));
            }
            assertEquals(List.of(), notes);
        }
    }

    /** What was read at one block will be read at the next, so it comes with the account. */
    @Test
    void theSlotsOfTheLastRunComeInOneBatch() {
        try (Node node = new FakeNode().start()) {
            ForkState first = open(node.url() + "@99");
            first.origin().account(CONTRACT);
            for (int slot = 0; slot < 20; slot++) {
                first.origin().storage(CONTRACT, Word.of(slot));
            }
            ForkState second = open(node.url() + "@100");
            int before = node.seen().size();
            second.origin().account(CONTRACT);
            for (int slot = 0; slot < 20; slot++) {
                second.origin().storage(CONTRACT, Word.of(slot));
            }
            assertEquals(before + 1, node.seen().size());
        }
    }

    @Test
    void anAccessListSavesRequestsWhereTheNodeHasThem() {
        FakeNode fake = new FakeNode().replace("eth_createAccessList", params -> {
            var list = JsonNodeFactory.instance.objectNode();
            var entry = list.putArray("accessList").addObject().put("address", FakeNode.CONTRACT);
            entry.putArray("storageKeys").add("0x" + "00".repeat(31) + "07");
            return list;
        });
        try (Node node = fake.start()) {
            ForkState state = open(node.url() + "@100");
            state.expect(Address.of(1), CONTRACT, new byte[4]);
            int seen = node.seen().size();
            assertEquals(Word.of(7), state.origin().storage(CONTRACT, Word.of(7)));
            assertEquals(seen, node.seen().size());
        }
        try (Node node = new FakeNode().start()) {
            open(node.url() + "@98").expect(Address.of(1), CONTRACT, new byte[4]);
        }
    }

    @Test
    void aHeaderThatDoesNotHaveItsHashProvesNothing() {
        try (Node node = new FakeNode().start()) {
            String failure = assertThrows(
                            ForkException.class, () -> Forks.open(node.url() + "@100", settings(false, true)))
                    .getMessage();
            assertTrue(failure.contains("do not trust this node"), failure);
        }
    }

    @Test
    void anAccountThatIsNotThere() {
        FakeNode fake = new FakeNode()
                .replace("eth_getBalance", p -> JsonNodeFactory.instance.stringNode("0x0"))
                .replace("eth_getTransactionCount", p -> JsonNodeFactory.instance.stringNode("0x0"));
        try (Node node = fake.start()) {
            assertEquals(Optional.empty(), open(node.url() + "@100").origin().account(Address.of(5)));
        }
    }

    @Test
    void keysInUrlsAreNotKept() throws IOException {
        try (Node node = new FakeNode().start()) {
            open(node.url() + "/v2/SECRET@100").origin().storage(CONTRACT, Word.ONE);
        }
        try (Stream<Path> files = Files.walk(cache)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(file.toString().contains("SECRET")
                        || Files.readString(file).contains("SECRET"));
            }
        }
        assertEquals(Set.of(), Set.copyOf(notes));
    }
}
