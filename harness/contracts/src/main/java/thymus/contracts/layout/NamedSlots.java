package thymus.contracts.layout;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;

/**
 * Slots that are hashes of names, and so not elements of mappings: no text hashes to the hash of a key and a slot.
 * These are the hash itself, as in old proxies, the hash minus one (ERC-1967), and namespaced structs (ERC-7201).
 */
public final class NamedSlots {
    /** The names of a proxy's slots, at the hash minus one (ERC-1967). */
    private static final List<String> PROXY = List.of("implementation", "beacon", "admin", "rollback");

    /** The namespaces of OpenZeppelin's upgradeable contracts (ERC-7201). */
    private static final List<String> NAMESPACES = List.of(
            "Initializable",
            "Ownable",
            "Ownable2Step",
            "Pausable",
            "ReentrancyGuard",
            "AccessControl",
            "AccessControlEnumerable",
            "AccessControlDefaultAdminRules",
            "AccessManaged",
            "AccessManager",
            "EIP712",
            "Nonces",
            "NoncesKeyed",
            "ERC20",
            "ERC20Wrapper",
            "ERC20Capped",
            "ERC20FlashMint",
            "ERC4626",
            "ERC721",
            "ERC721URIStorage",
            "ERC721Enumerable",
            "ERC721Wrapper",
            "ERC1155",
            "ERC1155Supply",
            "ERC1155URIStorage",
            "ERC2981",
            "Votes",
            "Governor",
            "VestingWallet",
            "VestingWalletCliff");

    private static final int WORD = 32;
    private static final BigInteger NAMESPACE_SIZE = BigInteger.valueOf(256);
    private static final BigInteger LOW_BYTE = BigInteger.valueOf(255);

    private static final Set<BigInteger> SINGLE = PROXY.stream()
            .map(name -> hash("eip1967.proxy." + name).subtract(BigInteger.ONE))
            .collect(Collectors.toUnmodifiableSet());
    private static final TreeSet<BigInteger> BEGINNINGS = NAMESPACES.stream()
            .map(name -> namespace("openzeppelin.storage." + name))
            .collect(Collectors.toCollection(TreeSet::new));

    /** The largest size in slots of a struct at the hash of a name. */
    private static final BigInteger LONGEST = BigInteger.valueOf(256);

    private final TreeSet<BigInteger> beginnings;

    private NamedSlots(TreeSet<BigInteger> beginnings) {
        this.beginnings = beginnings;
    }

    /**
     * The slots of the given names.
     *
     * @param names from the sources of a contract; what may be a key and the slot of a mapping is left out
     */
    public static NamedSlots of(Collection<String> names) {
        TreeSet<BigInteger> beginnings = new TreeSet<>();
        for (String name : names) {
            if (isName(name)) {
                beginnings.add(hash(name).subtract(BigInteger.ONE));
                beginnings.add(namespace(name));
            }
        }
        return new NamedSlots(beginnings);
    }

    /**
     * A mapping with texts as keys hashes the text and its own slot behind it, which is a small number or a hash, and
     * so not printable.
     */
    private static boolean isName(String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return length > 0
                && (length <= WORD || (length % WORD != 0 && text.chars().allMatch(c -> c >= ' ' && c <= '~')));
    }

    /** Returns whether these names or a standard name the slot. */
    public boolean contains(BigInteger slot) {
        BigInteger beginning = beginnings.floor(slot);
        return isStandard(slot)
                || (beginning != null && slot.subtract(beginning).compareTo(LONGEST) < 0);
    }

    static boolean isStandard(BigInteger slot) {
        BigInteger beginning = BEGINNINGS.floor(slot);
        return SINGLE.contains(slot)
                || (beginning != null && slot.subtract(beginning).compareTo(NAMESPACE_SIZE) < 0);
    }

    private static BigInteger namespace(String name) {
        Word id = Word.of(hash(name).subtract(BigInteger.ONE));
        return Keccak.hash(id.toBytes32()).toBigInteger().andNot(LOW_BYTE);
    }

    private static BigInteger hash(String text) {
        return Keccak.hash(text.getBytes(StandardCharsets.UTF_8)).toBigInteger();
    }
}
