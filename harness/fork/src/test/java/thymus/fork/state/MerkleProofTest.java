package thymus.fork.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;

/**
 * Proofs of two slots as anvil 1.7.1 gave them for the vault of ForkedVault.inv: one that is there and one that is not.
 */
class MerkleProofTest {
    private static final Word ROOT = Word.parse("0x7482491c531c381318f81668a6d19067edf047a1ee9360dbb66977122f5b14c8");
    private static final String BRANCH =
            "f8f18080a0680f77ef302aa047cfc9ab089d48464dcdf16a5e659523dbda89c882d2cc61c6a06216"
                    + "bba038acccd56990a032a95ab7d4cb28c9c3892bd7b14d37f7ab377f9e3fa070"
                    + "1778522ffa2a5ee579344887669de2792f733792928b81"
                    + "4edee28837ddc8b680a05d812895c038d8245a0c95dd375b471944734af254c2"
                    + "2aed8925d77360c8b48d80808080a083c33794ac92c428d3"
                    + "488f46abc8b8ffde1ee08a00d95c4a7d0813c6f70c6f96a02b781eaf23ce6e13"
                    + "8a65fea012c5942fd44e5fc9dda5f2e24cedc2ad5bf112c7"
                    + "a0b87395267f4cc42212619748b972753b50ff8978215f021ae0bc559e74c7c2cf808080";
    private static final String LEAF =
            "f83fa0390decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e5639d9c684ee198"
                    + "00000000684ee21000000000000000a2a15d09519be00000";
    private static final byte[] THERE = new byte[32];
    private static final byte[] NOT_THERE = Word.of(0x77).toBytes32();

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static Optional<byte[]> value(List<byte[]> proof, byte[] key) throws MerkleProof.Invalid {
        return new MerkleProof(proof).value(ROOT, key);
    }

    @Test
    void whatIsThereIsProved() throws MerkleProof.Invalid {
        byte[] value = value(List.of(bytes(BRANCH), bytes(LEAF)), THERE).orElseThrow();
        assertEquals(
                Word.parse("0x684ee19800000000684ee21000000000000000a2a15d09519be00000"),
                StrictRlp.number(StrictRlp.read(value)));
        assertEquals(Optional.empty(), value(List.of(bytes(BRANCH)), NOT_THERE));
    }

    @Test
    void theOrderOfTheNodesDoesNotMatter() throws MerkleProof.Invalid {
        assertArrayEquals(
                value(List.of(bytes(BRANCH), bytes(LEAF)), THERE).orElseThrow(),
                value(List.of(bytes(LEAF), bytes(BRANCH)), THERE).orElseThrow());
    }

    @Test
    void oneByteThatIsAnotherOneIsNoticed() {
        for (String node : List.of(BRANCH, LEAF)) {
            for (int i = 0; i < node.length() / 2; i++) {
                byte[] changed = bytes(node);
                changed[i] ^= 1;
                List<byte[]> proof = new ArrayList<>(List.of(bytes(BRANCH), bytes(LEAF)));
                proof.set(node.equals(BRANCH) ? 0 : 1, changed);
                assertThrows(MerkleProof.Invalid.class, () -> value(proof, THERE));
            }
        }
    }

    @Test
    void aNodeLeftOutProvesNothing() {
        assertThrows(MerkleProof.Invalid.class, () -> value(List.of(bytes(BRANCH)), THERE));
        assertThrows(MerkleProof.Invalid.class, () -> value(List.of(), NOT_THERE));
    }

    @Test
    void anEmptyTreeHasNothing() throws MerkleProof.Invalid {
        Word empty = Keccak.hash(new byte[] {(byte) 0x80});
        assertEquals(Optional.empty(), new MerkleProof(List.of()).value(empty, THERE));
    }
}
