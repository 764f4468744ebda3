package thymus.contracts.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;

class AbiCodecTest {
    private static final AbiType UINT = new AbiType.UInt(256);
    private static final AbiType BYTES = new AbiType.Bytes();

    @Property
    void whatIsEncodedIsDecoded(@ForAll long seed) {
        AbiTypes generator = new AbiTypes(seed);
        List<AbiType> types = generator.list();
        List<AbiValue> values = types.stream().map(generator::value).toList();
        assertEquals(values, AbiCodec.decode(types, AbiCodec.encode(types, values)));
    }

    /** A hostile contract returns anything: the decoder answers or says AbiException, and nothing else. */
    @Property
    void changedBytesAreDecodedOrRefused(@ForAll long seed) {
        AbiTypes generator = new AbiTypes(seed);
        List<AbiType> types = generator.list();
        byte[] bytes =
                AbiCodec.encode(types, types.stream().map(generator::value).toList());
        Random random = new Random(seed);
        for (int i = 0; i < 20 && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                assertEquals(types.size(), AbiCodec.decode(types, bytes).size());
            } catch (AbiException refused) {
                assertTrue(refused.getMessage().length() < 1000);
            }
        }
    }

    /** The example of the Solidity ABI specification: f(uint256,uint32[],bytes10,bytes). */
    @Test
    void encodesTheSpecificationsExample() {
        List<AbiType> types = List.of(
                UINT, new AbiType.Array(new AbiType.UInt(32), OptionalInt.empty()), new AbiType.FixedBytes(10), BYTES);
        byte[] encoded = AbiCodec.encode(
                types,
                List.of(
                        AbiValue.of(0x123),
                        AbiValue.of(AbiValue.of(0x456), AbiValue.of(0x789)),
                        AbiValue.of(new BigInteger(1, "1234567890".getBytes(StandardCharsets.UTF_8))),
                        AbiValue.of("Hello, world!")));
        assertEquals(
                "0000000000000000000000000000000000000000000000000000000000000123"
                        + "0000000000000000000000000000000000000000000000000000000000000080"
                        + "3132333435363738393000000000000000000000000000000000000000000000"
                        + "00000000000000000000000000000000000000000000000000000000000000e0"
                        + "0000000000000000000000000000000000000000000000000000000000000002"
                        + "0000000000000000000000000000000000000000000000000000000000000456"
                        + "0000000000000000000000000000000000000000000000000000000000000789"
                        + "000000000000000000000000000000000000000000000000000000000000000d"
                        + "48656c6c6f2c20776f726c642100000000000000000000000000000000000000",
                HexFormat.of().formatHex(encoded));
    }

    @Test
    void negativeNumbersAreTwosComplement() {
        byte[] encoded = AbiCodec.encode(List.of(new AbiType.Int(8)), List.of(AbiValue.of(-2)));
        assertEquals("f".repeat(63) + "e", HexFormat.of().formatHex(encoded));
    }

    @Test
    void valuesThatDoNotFitAreRefused() {
        assertThrows(AbiException.class, () -> encode(new AbiType.UInt(8), AbiValue.of(256)));
        assertThrows(AbiException.class, () -> encode(UINT, AbiValue.of(-1)));
        assertThrows(AbiException.class, () -> encode(new AbiType.Int(8), AbiValue.of(128)));
        assertThrows(AbiException.class, () -> encode(new AbiType.Bool(), AbiValue.of(2)));
        assertThrows(AbiException.class, () -> encode(BYTES, AbiValue.of(2)));
        assertThrows(
                AbiException.class,
                () -> encode(new AbiType.Array(UINT, OptionalInt.of(2)), AbiValue.of(AbiValue.of(1))));
    }

    @Test
    void paddingThatIsNotZeroIsRefused() {
        byte[] word = HexFormat.of().parseHex("01" + "00".repeat(30) + "01");
        assertThrows(AbiException.class, () -> AbiCodec.decode(List.of(new AbiType.Address()), word));
        assertThrows(AbiException.class, () -> AbiCodec.decode(List.of(new AbiType.Bool()), word));
        assertThrows(AbiException.class, () -> AbiCodec.decode(List.of(new AbiType.FixedBytes(4)), word));
        assertThrows(AbiException.class, () -> AbiCodec.decode(List.of(new AbiType.Int(128)), word));
    }

    /** Both elements of each level point to the same next one: 2^24 values in 72 words, were there no bound. */
    @Test
    void overlappingOffsetsDoNotMultiply() {
        AbiType type = UINT;
        for (int i = 0; i < 24; i++) {
            type = new AbiType.Array(type, OptionalInt.empty());
        }
        AbiType deep = type;
        String level = ("0".repeat(63) + "2") + ("0".repeat(62) + "40").repeat(2);
        byte[] bytes = HexFormat.of().parseHex("0".repeat(62) + "20" + level.repeat(24));
        assertThrows(AbiException.class, () -> AbiCodec.decode(List.of(deep), bytes));
    }

    @Test
    void hugeLengthsAreRefused() {
        byte[] bytes = HexFormat.of().parseHex("00".repeat(31) + "20" + "ff".repeat(32));
        for (AbiType type : List.of(
                BYTES,
                new AbiType.Array(UINT, OptionalInt.empty()),
                new AbiType.Array(new AbiType.Array(UINT, OptionalInt.of(0)), OptionalInt.empty()),
                new AbiType.Array(new AbiType.Tuple(List.<Parameter>of()), OptionalInt.empty()))) {
            assertThrows(AbiException.class, () -> AbiCodec.decode(List.of(type), bytes));
        }
    }

    private static byte[] encode(AbiType type, AbiValue value) {
        return AbiCodec.encode(List.of(type), List.of(value));
    }
}
