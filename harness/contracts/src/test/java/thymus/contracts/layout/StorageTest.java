package thymus.contracts.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import thymus.contracts.abi.AbiText;
import thymus.contracts.abi.AbiWord;
import thymus.contracts.artifact.ArtifactStore;
import thymus.evm.primitive.Word;
import thymus.fixtures.Fixtures;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;
import thymus.spec.monitor.UndefinedValue;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.StoragePath;
import thymus.spec.tree.StoragePath.Access;
import thymus.spec.tree.Type;

/** Over the layout of the contract in Layout.sol, whose slots solc has written into Layout.json. */
class StorageTest {
    private static final Access INDEX =
            new Access.Index(new Expr.IntegerLiteral(BigInteger.ZERO, Type.INTEGER, new Span("t", 1, 1, 1)));

    private final List<StorageVariable> layout = ArtifactStore.at(Fixtures.standard())
            .artifact("Layout")
            .model()
            .storage()
            .orElseThrow();
    private final Map<BigInteger, BigInteger> words = new HashMap<>();
    private final StorageSnapshot slots = slot -> words.getOrDefault(slot, BigInteger.ZERO);
    private final Preimages preimages = new Preimages();
    private final SlotHash hash = new SlotHash();
    private final StorageReader reader = new StorageReader();

    /** {@code bucket.tokens}, {@code nested[][]}: every index is a key. */
    private StoragePath path(String text) {
        String[] parts = text.replace("[]", ".[]").split("\\.");
        StorageVariable root = member(layout, parts[0]);
        List<Access> accesses = new ArrayList<>();
        StorageType type = root.type();
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].equals("[]")) {
                accesses.add(INDEX);
                type = switch (type) {
                    case StorageType.Mapping m -> m.value();
                    case StorageType.FixedArray a -> a.element();
                    case StorageType.DynamicArray a -> a.element();
                    default -> throw new IllegalArgumentException(text);
                };
            } else if (parts[i].equals("length")) {
                accesses.add(new Access.Length());
            } else {
                StorageVariable member = member(((StorageType.Struct) type).members(), parts[i]);
                accesses.add(new Access.Member(member));
                type = member.type();
            }
        }
        return new StoragePath(root, accesses, type);
    }

    private static StorageVariable member(List<StorageVariable> variables, String name) {
        return variables.stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
    }

    private BigInteger read(String path, long... keys) {
        return reader.read(path(path), numbers(keys), slots);
    }

    private static List<BigInteger> numbers(long... keys) {
        return java.util.Arrays.stream(keys).mapToObj(BigInteger::valueOf).toList();
    }

    private void put(BigInteger slot, String hex) {
        words.put(slot, new BigInteger(hex, 16));
    }

    /** What the EVM does for {@code m[key]}. */
    private BigInteger touch(BigInteger key, BigInteger mapping) {
        BigInteger slot = hash.ofElement(key, mapping);
        byte[] input = new byte[64];
        System.arraycopy(AbiWord.bytes(key), 0, input, 0, 32);
        System.arraycopy(AbiWord.bytes(mapping), 0, input, 32, 32);
        preimages.record(input, 0, Word.of(slot));
        return slot;
    }

    @Test
    void packedVariablesAreTakenApart() {
        // flag, mode, negative, low, from the high end
        put(BigInteger.ONE, "0101" + "fffffffffffffffb" + "0".repeat(31) + "1");
        assertEquals(BigInteger.ONE, read("low"));
        assertEquals(BigInteger.valueOf(-5), read("negative"));
        assertEquals(BigInteger.ONE, read("mode"));
        assertEquals(BigInteger.ONE, read("flag"));
        put(BigInteger.TWO, "11223344" + "00".repeat(19) + "09");
        assertEquals(BigInteger.valueOf(0x11223344), read("tag"));
        assertEquals(BigInteger.valueOf(9), read("owner"));
    }

    @Test
    void structsMappingsAndArraysAreFollowed() {
        put(BigInteger.valueOf(4), "77");
        assertEquals(BigInteger.valueOf(0x77), read("bucket.capacity"));
        BigInteger inner = hash.ofElement(BigInteger.TWO, hash.ofElement(BigInteger.ONE, BigInteger.valueOf(6)));
        put(inner, "f".repeat(32));
        assertEquals(BigInteger.ONE.negate(), read("nested[][]", 1, 2));
        put(BigInteger.valueOf(9), "5");
        assertEquals(BigInteger.valueOf(5), read("fixedSmall[]", 4));
        put(BigInteger.valueOf(10), "2");
        put(hash.ofArray(BigInteger.TEN).add(BigInteger.valueOf(3)), "99");
        assertEquals(BigInteger.valueOf(0x99), read("list[].capacity", 1));
        assertEquals(BigInteger.TWO, read("list.length"));
    }

    @Test
    void whatDoesNotExistHasNoValue() {
        assertThrows(UndefinedValue.class, () -> read("fixedSmall[]", 5));
        assertThrows(UndefinedValue.class, () -> read("list[].capacity", 0));
        assertThrows(UndefinedValue.class, () -> read("shares[]", -1));
        assertThrows(UndefinedValue.class, () -> read("buckets[].tokens", 65536));
    }

    @Property
    void aSumIsTheSumOfTheElementsThatWereTouched(@ForAll List<Byte> keys) {
        words.clear();
        preimages.rollback(0);
        BigInteger expected = BigInteger.ZERO;
        for (int key : keys.stream().distinct().mapToInt(k -> k & 0xff).toArray()) {
            words.put(touch(BigInteger.valueOf(key), BigInteger.valueOf(5)), BigInteger.valueOf(key));
            touch(BigInteger.valueOf(key), BigInteger.valueOf(4));
            expected = expected.add(BigInteger.valueOf(key));
        }
        assertEquals(expected, reader.sum(path("shares"), List.of(), List.of(), slots, preimages));
    }

    @Test
    void aSumGoesThroughNestedMappingsAndKeepsSigns() {
        for (int outer = 1; outer < 4; outer++) {
            BigInteger inner = touch(BigInteger.valueOf(outer), BigInteger.valueOf(6));
            put(touch(BigInteger.valueOf(7), inner), "f".repeat(32));
            put(touch(BigInteger.valueOf(8), inner), "3");
        }
        assertEquals(BigInteger.valueOf(6), reader.sum(path("nested"), List.of(), List.of(), slots, preimages));
        assertEquals(BigInteger.TWO, reader.sum(path("nested[]"), numbers(2), List.of(), slots, preimages));
    }

    @Test
    void rollbackForgetsWhatWasRecordedAfterTheSnapshot() {
        touch(BigInteger.ONE, BigInteger.TEN);
        int snapshot = preimages.snapshot();
        touch(BigInteger.ONE, BigInteger.TEN);
        touch(BigInteger.TWO, BigInteger.TEN);
        touch(BigInteger.TWO, BigInteger.ONE);
        preimages.rollback(snapshot);
        assertEquals(1, preimages.of(BigInteger.TEN).size());
        assertEquals(List.of(), preimages.of(BigInteger.ONE));
        touch(BigInteger.TWO, BigInteger.TEN);
        assertEquals(2, preimages.of(BigInteger.TEN).size());
    }

    @Test
    void slotsAreNamed() {
        put(BigInteger.TEN, "2");
        BigInteger share = touch(BigInteger.valueOf(0xa11ce), BigInteger.valueOf(5));
        BigInteger nested = touch(BigInteger.TWO, touch(BigInteger.ONE, BigInteger.valueOf(6)));
        BigInteger bucket = touch(BigInteger.valueOf(3), BigInteger.valueOf(7));
        assertEquals("low negative mode flag", names(BigInteger.ONE));
        assertEquals("bucket.tokens bucket.updated bucket.enabled", names(BigInteger.valueOf(3)));
        assertEquals("shares[alice]", names(share));
        assertEquals("nested[0x1][0x" + "0".repeat(63) + "2]", names(nested));
        assertEquals("buckets[3].capacity", names(bucket.add(BigInteger.ONE)));
        assertEquals("fixedSmall[4]", names(BigInteger.valueOf(9)));
        assertEquals("list.length", names(BigInteger.TEN));
        assertEquals("list[1].capacity", names(hash.ofArray(BigInteger.TEN).add(BigInteger.valueOf(3))));
        assertEquals(
                "ticks[0] ticks[1]", names(hash.ofArray(BigInteger.valueOf(11))).substring(0, 17));
        assertEquals("text", names(BigInteger.valueOf(12)));
        assertEquals(
                "text (contents)", names(hash.ofArray(BigInteger.valueOf(12)).add(BigInteger.ONE)));
        assertEquals("slot 0x1234", names(BigInteger.valueOf(0x1234)));
    }

    private String names(BigInteger slot) {
        AbiText text = new AbiText(a -> a.intValue() == 0xa11ce ? "alice" : "0x" + a.toString(16));
        return String.join(
                " ",
                new StorageNamer(layout, preimages, slots, text)
                        .at(slot).stream().map(StorageNamer.Named::name).toList());
    }
}
