package thymus.contracts.layout;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import thymus.evm.primitive.Keccak;

/** A text names a slot, unless it may be the key of a mapping with the mapping's slot behind it. */
class NamedSlotsTest {
    private static BigInteger hash(String text) {
        return Keccak.hash(text.getBytes(StandardCharsets.UTF_8)).toBigInteger();
    }

    private static boolean isNamed(String text) {
        return NamedSlots.of(List.of(text)).contains(hash(text).subtract(BigInteger.ONE));
    }

    @Test
    void shortAndLongNamesCount() {
        assertTrue(isNamed("vault.admin"));
        assertTrue(isNamed("diamond.standard.diamond.storage"));
        assertTrue(isNamed("company.protocol.storage.of.the.vault"));
    }

    @Test
    void aKeyWithTheSlotOfItsMappingIsNoName() {
        assertFalse(isNamed("abc" + "\0".repeat(31) + "\1"));
        assertFalse(isNamed("a".repeat(64)));
    }

    @Test
    void onlyNamesCount() {
        assertFalse(NamedSlots.of(List.of("vault.admin")).contains(hash("vault.owner")));
    }
}
