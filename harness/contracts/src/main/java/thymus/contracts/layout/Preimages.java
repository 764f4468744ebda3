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
 * Which keys of mappings have been touched: the 64-byte inputs of KECCAK256, which are a key and a mapping's slot.
 *
 * <p>A value can only be in a mapping if some execution hashed its key, so these are all the places where one may be.
 * Some of them are zero, some hashes never were about a mapping: neither does harm. What is recorded after a snapshot is
 * forgotten by its rollback, for the storage that was written then is gone too.
 */
public final class Preimages {
    /** @param slot where the value of {@code key} in the mapping at {@code mapping} begins */
    public record Element(BigInteger key, BigInteger mapping, BigInteger slot) {}

    private static final int LATELY = 512;

    private final List<Element> elements = new ArrayList<>();
    private final Set<Word> hashes = new HashSet<>();
    private final Map<BigInteger, List<Element>> byMapping = new HashMap<>();
    /** Hashes that were recorded lately, by identity: contracts ask for the same few again and again. */
    private final Word[] lately = new Word[LATELY];

    /**
     * @param bytes with the input of KECCAK256, 64 bytes from {@code from}
     * @param hash its result
     */
    public void record(byte[] bytes, int from, Word hash) {
        int place = (int) hash.d() & LATELY - 1;
        if (lately[place] == hash) {
            return;
        }
        lately[place] = hash;
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

    /** Whether the value of some key begins at the slot. */
    public boolean isElement(Word slot) {
        return hashes.contains(slot);
    }

    /** The elements that the mapping may have, in the order in which they were first touched. */
    public List<Element> of(BigInteger mapping) {
        List<Element> found = byMapping.get(mapping);
        return found == null ? List.of() : Collections.unmodifiableList(found);
    }

    /** Every element, in the order of recording. */
    public List<Element> all() {
        return Collections.unmodifiableList(elements);
    }

    public int snapshot() {
        return elements.size();
    }

    public void rollback(int snapshot) {
        if (elements.size() > snapshot) {
            Arrays.fill(lately, null);
        }
        while (elements.size() > snapshot) {
            Element element = elements.removeLast();
            hashes.remove(Word.of(element.slot()));
            // Recording appends and this takes back in reverse order, so it is the last of its mapping.
            List<Element> siblings = byMapping.get(element.mapping());
            siblings.removeLast();
            if (siblings.isEmpty()) {
                byMapping.remove(element.mapping());
            }
        }
    }
}
