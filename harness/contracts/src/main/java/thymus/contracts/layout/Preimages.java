package thymus.contracts.layout;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thymus.contracts.abi.AbiWord;
import thymus.evm.primitive.Word;

/**
 * The keys of mappings that executions used. They come from the 64-byte inputs of KECCAK256, which are a key and a
 * mapping's slot.
 *
 * <p>A value can only be in a mapping if some execution hashed its key, so no element is missing. Some elements are
 * zero, and some hashes are not of a mapping; neither does harm. A rollback forgets what was recorded after its
 * snapshot, because the storage written since then is gone too.
 */
public final class Preimages {
    /**
     * An element of a mapping.
     *
     * @param slot where the value of {@code key} in the mapping at {@code mapping} begins
     */
    public record Element(BigInteger key, BigInteger mapping, BigInteger slot) {}

    private static final int RECENT = 512;

    private final List<Element> elements = new ArrayList<>();
    private final Set<Word> hashes = new HashSet<>();
    private final Map<BigInteger, List<Element>> byMapping = new HashMap<>();
    /** A cache of recent hashes by identity; the same few recur. */
    private final Word[] recent = new Word[RECENT];

    /**
     * Records the input and result of KECCAK256.
     *
     * @param bytes with the input, 64 bytes from {@code from}
     * @param hash the result
     */
    public void record(byte[] bytes, int from, Word hash) {
        int index = (int) hash.d() & RECENT - 1;
        if (recent[index] == hash) {
            return;
        }
        recent[index] = hash;
        if (!hashes.contains(hash)) {
            add(new Element(
                    new BigInteger(1, bytes, from, AbiWord.SIZE),
                    new BigInteger(1, bytes, from + AbiWord.SIZE, AbiWord.SIZE),
                    hash.toBigInteger()));
        }
    }

    /** Records an element that no execution hashed, because the compiler did. */
    void add(Element element) {
        if (hashes.add(Word.of(element.slot()))) {
            elements.add(element);
            byMapping
                    .computeIfAbsent(element.mapping(), m -> new ArrayList<>(4))
                    .add(element);
        }
    }

    /** Returns whether the value of some key begins at the slot. */
    public boolean isElement(Word slot) {
        return hashes.contains(slot);
    }

    /** The elements that the mapping may have, in the order of first use. */
    public List<Element> of(BigInteger mapping) {
        List<Element> found = byMapping.get(mapping);
        return found == null ? List.of() : Collections.unmodifiableList(found);
    }

    /** All elements, in the order of recording. */
    public List<Element> all() {
        return Collections.unmodifiableList(elements);
    }

    /** The state to return to, as the number of elements. */
    public int snapshot() {
        return elements.size();
    }

    /** Forgets what was recorded after the snapshot. */
    public void rollback(int snapshot) {
        if (elements.size() > snapshot) {
            Arrays.fill(recent, null);
        }
        while (elements.size() > snapshot) {
            Element element = elements.removeLast();
            hashes.remove(Word.of(element.slot()));
            // Elements are removed in reverse order of recording, so it is the last of its mapping.
            List<Element> siblings = byMapping.get(element.mapping());
            siblings.removeLast();
            if (siblings.isEmpty()) {
                byMapping.remove(element.mapping());
            }
        }
    }
}
