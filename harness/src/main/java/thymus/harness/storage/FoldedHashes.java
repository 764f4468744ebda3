package thymus.harness.storage;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import thymus.harness.abi.AbiWord;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;

/**
 * Where a key is a constant, as in {@code roles[ADMIN]}, an optimizer hashes it at compile time: the code then holds the
 * hash itself and no execution shows the key. Such hashes are found by trying the constants of the code as keys.
 */
public final class FoldedHashes {
    private static final int PUSH1 = 0x60;
    private static final int PUSH32 = 0x7f;
    private static final int SMALL_KEYS = 256;
    private static final int MOST_KEYS = 4096;
    private static final int DEEPEST = 3;

    private FoldedHashes() {}

    /** @param others further keys that may have been constants, such as addresses */
    public static void record(
            byte[] code, List<StorageVariable> layout, List<BigInteger> others, Preimages preimages) {
        Set<BigInteger> keys = new LinkedHashSet<>(others);
        Set<BigInteger> hashes = new HashSet<>();
        for (int i = 0; i < SMALL_KEYS; i++) {
            keys.add(BigInteger.valueOf(i));
        }
        for (int pc = 0; pc < code.length; pc++) {
            int opcode = code[pc] & 0xff;
            if (opcode >= PUSH1 && opcode <= PUSH32) {
                int size = opcode - PUSH1 + 1;
                BigInteger constant = new BigInteger(1, Arrays.copyOfRange(code, pc + 1, pc + 1 + size));
                if (keys.size() < MOST_KEYS) {
                    keys.add(constant);
                }
                if (size > AbiWord.SIZE - 4) {
                    hashes.add(constant);
                }
                pc += size;
            }
        }
        if (!hashes.isEmpty()) {
            SlotHash hash = new SlotHash();
            layout.forEach(v -> search(Location.of(v), keys, hashes, hash, preimages, 0));
        }
    }

    private static void search(
            Location location, Set<BigInteger> keys, Set<BigInteger> hashes, SlotHash hash, Preimages preimages, int depth) {
        switch (location.type()) {
            case StorageType.Struct struct ->
                struct.members().forEach(m -> search(location.member(m), keys, hashes, hash, preimages, depth));
            case StorageType.Mapping mapping when depth < DEEPEST -> {
                for (BigInteger key : keys) {
                    BigInteger slot = hash.ofElement(key, location.slot());
                    // A struct's members follow the hash; the code may hold the place of any of the first.
                    if (near(slot, mapping.value(), hashes)) {
                        preimages.add(new Preimages.Element(key, location.slot(), slot));
                        search(new Location(slot, 0, mapping.value()), keys, hashes, hash, preimages, depth + 1);
                    }
                }
            }
            default -> {}
        }
    }

    private static boolean near(BigInteger slot, StorageType value, Set<BigInteger> hashes) {
        int slots = Location.slots(value).min(BigInteger.valueOf(16)).intValue();
        for (int i = 0; i < slots; i++) {
            if (hashes.contains(Location.wrap(slot.add(BigInteger.valueOf(i))))) {
                return true;
            }
        }
        return false;
    }
}
