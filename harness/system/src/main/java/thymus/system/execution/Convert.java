package thymus.system.execution;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import thymus.contracts.abi.AbiWord;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;

/** Conversions between numbers of the language and words and addresses of the EVM. */
final class Convert {
    private static final BigInteger ADDRESSES = BigInteger.ONE.shiftLeft(160);

    private Convert() {}

    /** The address in the low 160 bits. */
    static Address address(BigInteger number) {
        return Address.of(Word.of(number.mod(ADDRESSES)));
    }

    static BigInteger number(Address address) {
        return address.word().toBigInteger();
    }

    /** The 64 bits as an unsigned number. */
    static BigInteger unsigned(long number) {
        return number >= 0 ? BigInteger.valueOf(number) : new BigInteger(Long.toUnsignedString(number));
    }

    /** The address in the low 20 bytes of a text's keccak-256 hash. */
    static Address hashed(String text) {
        return Address.of(Keccak.hash(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String hex(BigInteger address) {
        return "0x" + HexFormat.of().formatHex(AbiWord.bytes(address), 12, AbiWord.SIZE);
    }
}
