package thymus.fuzz.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.AbiWord;
import thymus.evm.precompile.Secp256k1;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;

/** What a contract takes from its arguments is found there, replaced, and written in other forms. */
class SignaturesTest {
    private static final AbiType WORD = new AbiType.FixedBytes(32);
    private static final BigInteger KEY = BigInteger.valueOf(77);
    private static final Address SIGNER = Secp256k1.address(KEY);
    private static final Word HASH = Keccak.hash(new byte[] {1});

    private static final List<Parameter> SPLIT = List.of(
            new Parameter("amount", new AbiType.UInt(256)),
            new Parameter("v", new AbiType.UInt(8)),
            new Parameter("r", WORD),
            new Parameter("s", WORD));
    private static final List<Parameter> JOINED =
            List.of(new Parameter("amount", new AbiType.UInt(256)), new Parameter("signature", new AbiType.Bytes()));
    private static final List<Parameter> COMPACT = List.of(new Parameter("r", WORD), new Parameter("vs", WORD));

    /** What a contract hands to ecrecover for the arguments. */
    private static ChainView.Recovery taken(List<Parameter> parameters, List<AbiValue> arguments) {
        if (parameters == COMPACT) {
            BigInteger half = number(arguments.get(1));
            return recovery(number(arguments.get(0)), half.clearBit(255), half.testBit(255) ? 28 : 27);
        }
        if (parameters == SPLIT) {
            return recovery(
                    number(arguments.get(2)),
                    number(arguments.get(3)),
                    number(arguments.get(1)).intValue());
        }
        byte[] bytes = ((AbiValue.Bytes) arguments.get(1)).content();
        BigInteger r = new BigInteger(1, Arrays.copyOf(bytes, 32));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(bytes, 32, 64));
        int v = bytes.length == 64 ? 27 + (s.testBit(255) ? 1 : 0) : bytes[64] < 27 ? bytes[64] + 27 : bytes[64];
        return recovery(r, bytes.length == 64 ? s.clearBit(255) : s, v);
    }

    private static ChainView.Recovery recovery(BigInteger r, BigInteger s, int v) {
        return new ChainView.Recovery(HASH.toBigInteger(), BigInteger.valueOf(v), r, s);
    }

    private static BigInteger number(AbiValue value) {
        return ((AbiValue.Number) value).value();
    }

    private static Optional<Address> signer(ChainView.Recovery taken) {
        return taken.form().flatMap(f -> Secp256k1.recover(HASH, f.odd(), f.r(), f.s()));
    }

    private static void check(List<Parameter> parameters, List<AbiValue> unsigned, SplitRandom random) {
        List<AbiValue> placed = SignatureShapes.placeholders(parameters, unsigned, random);
        ChainView.Recovery taken = taken(parameters, placed);
        List<AbiValue> signed = new SignaturePlace(parameters, taken)
                .with(Secp256k1.sign(HASH, KEY), placed)
                .orElseThrow();
        assertEquals(Optional.of(SIGNER), signer(taken(parameters, signed)));
        List<AbiValue> altered = SignatureForms.altered(parameters, signed, random);
        assertEquals(parameters == COMPACT, signed.equals(altered), "a compact signature has no other form of words");
        assertEquals(Optional.of(SIGNER), signer(taken(parameters, altered)));
    }

    @Property(tries = 30)
    void wordsOfTheirOwn(@ForAll long seed) {
        AbiValue zero = AbiValue.of(0);
        check(SPLIT, List.of(zero, zero, zero, zero), new SplitRandom(seed));
        check(COMPACT, List.of(zero, zero), new SplitRandom(seed));
    }

    @Property(tries = 30)
    void aParityThatIsNoneKeepsItsType(@ForAll @IntRange(max = 255) int v, @ForAll long seed) {
        AbiValue scalar = AbiValue.of(7);
        List<AbiValue> altered = SignatureForms.altered(
                SPLIT, List.of(AbiValue.of(0), AbiValue.of(v), scalar, scalar), new SplitRandom(seed));
        assertTrue(AbiWord.fits(new AbiType.UInt(8), number(altered.get(1))), altered.toString());
    }

    @Property(tries = 60)
    void bytes(@ForAll long seed) {
        List<AbiValue> unsigned = List.of(AbiValue.of(0), AbiValue.of(new byte[0]));
        List<AbiValue> placed = SignatureShapes.placeholders(JOINED, unsigned, new SplitRandom(seed));
        int size = ((AbiValue.Bytes) placed.get(1)).size();
        if (size == 64 || size == 65) {
            check(JOINED, unsigned, new SplitRandom(seed));
        }
        assertTrue(SignatureShapes.fit(JOINED));
    }
}
