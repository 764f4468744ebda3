package thymus.contracts.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.web3j.abi.EventEncoder;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.FunctionReturnDecoder;
import org.web3j.abi.TypeReference;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Array;
import org.web3j.abi.datatypes.Bool;
import org.web3j.abi.datatypes.Bytes;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.NumericType;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Uint256;
import thymus.evm.primitive.Keccak;
import thymus.spec.contract.AbiType;

/**
 * Our codec against web3j's, on the types that web3j reads rightly: words, contents, and arrays of words. Of tuples,
 * arrays of arrays and arrays of contents it reads many wrongly; see the decision note about web3j.
 */
@SuppressWarnings({"unchecked", "rawtypes"}) // as web3j's lists of types are
class AbiAgreesWithWeb3jTest {
    @Property(tries = 500)
    void whatIsEncodedHereIsDecodedThere(@ForAll long seed) throws ReflectiveOperationException {
        AbiTypes generator = new AbiTypes(seed);
        List<AbiType> types = types(generator, new Random(seed));
        List<AbiValue> values = types.stream().map(generator::value).toList();
        byte[] encoded = AbiCodec.encode(types, values);
        List<Type<?>> decoded = decoded(types, encoded);
        List<AbiValue> read = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            read.add(value(types.get(i), decoded.get(i)));
        }
        assertEquals(values, read, types::toString);
    }

    @Property(tries = 500)
    void whatIsEncodedThereIsDecodedHere(@ForAll long seed) throws ReflectiveOperationException {
        AbiTypes generator = new AbiTypes(seed);
        List<AbiType> types = types(generator, new Random(seed));
        List<AbiValue> values = types.stream().map(generator::value).toList();
        byte[] encoded = AbiCodec.encode(types, values);
        List<Type> given = new ArrayList<>(decoded(types, encoded));
        assertEquals(HexFormat.of().formatHex(encoded), FunctionEncoder.encodeConstructor(given), types::toString);
    }

    @Test
    void selectorsAndTopicsAreTheSame() {
        Function transfer = new Function("transfer", List.of(new Address("0x12"), new Uint256(1)), List.of());
        assertEquals(
                Selector.of("transfer(address,uint256)").toString(),
                FunctionEncoder.encode(transfer).substring(0, 10));
        String signature = "Transfer(address,address,uint256)";
        assertEquals(
                "0x%064x"
                        .formatted(Keccak.hash(signature.getBytes(StandardCharsets.UTF_8))
                                .toBigInteger()),
                EventEncoder.buildEventSignature(signature));
    }

    private static List<AbiType> types(AbiTypes generator, Random random) {
        List<AbiType> types = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            AbiType type = generator.type(0);
            OptionalInt length = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(4));
            types.add(type.isWord() && random.nextInt(3) == 0 ? new AbiType.Array(type, length) : type);
        }
        return types;
    }

    private static List<Type<?>> decoded(List<AbiType> types, byte[] bytes) throws ReflectiveOperationException {
        List<TypeReference<Type>> references = new ArrayList<>();
        for (AbiType type : types) {
            references.add(TypeReference.makeTypeReference(type.canonicalName(), false, false));
        }
        return (List) FunctionReturnDecoder.decode(HexFormat.of().formatHex(bytes), references);
    }

    private static AbiValue value(AbiType type, Type<?> read) {
        return switch (read) {
            case Bool bool -> AbiValue.of(bool.getValue());
            case Address address -> AbiValue.of(address.toUint().getValue());
            case Utf8String text -> AbiValue.of(text.getValue());
            case DynamicBytes bytes -> AbiValue.of(bytes.getValue());
            case Bytes bytes -> AbiValue.of(new BigInteger(1, bytes.getValue()));
            case NumericType number -> AbiValue.of(number.getValue());
            case Array<?> array ->
                new AbiValue.Sequence(array.getValue().stream()
                        .map(element -> value(((AbiType.Array) type).element(), (Type<?>) element))
                        .toList());
            default -> throw new IllegalStateException(read.getTypeAsString());
        };
    }
}
