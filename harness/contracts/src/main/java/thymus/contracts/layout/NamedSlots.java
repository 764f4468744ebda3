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
 * Slots that are hashes of names, and so no elements of mappings: no text hashes to what a key and a slot hash to. Named are
 * the hash itself, as old proxies have it, the hash less one (ERC-1967), and the structs at a place of their own (ERC-7201).
 */
public final class NamedSlots {
    /** Of a proxy, at the hash less one (ERC-1967). */
    private static final List<String> PROXY = List.of("implementation", "beacon", "admin", "rollback");

    /** Of OpenZeppelin's upgradeable contracts, each a struct at a place of its own (ERC-7201). */
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

    private static final BigInteger NAMESPACE_SIZE = BigInteger.valueOf(256);
    private static final BigInteger LOW_BYTE = BigInteger.valueOf(255);

    private static final Set<BigInteger> SINGLE = PROXY.stream()
            .map(name -> hash("eip1967.proxy." + name).subtract(BigInteger.ONE))
            .collect(Collectors.toUnmodifiableSet());
    private static final TreeSet<BigInteger> BEGINNINGS = NAMESPACES.stream()
            .map(name -> namespace("openzeppelin.storage." + name))
            .collect(Collectors.toCollection(TreeSet::new));

    /** A struct that begins at the hash of a name is shorter than this. */
    private static final BigInteger LONGEST = BigInteger.valueOf(256);

    private final TreeSet<BigInteger> beginnings;

    private NamedSlots(TreeSet<BigInteger> beginnings) {
        this.beginnings = beginnings;
    }

    /** @param names such as stand in the sources of a contract; one as long as a key and a slot are is left out */
    public static NamedSlots of(Collection<String> names) {
        TreeSet<BigInteger> beginnings = new TreeSet<>();
        for (String name : names) {
            int length = name.getBytes(StandardCharsets.UTF_8).length;
            if (length > 0 && length % 32 != 0) {
                beginnings.add(hash(name).subtract(BigInteger.ONE));
                beginnings.add(namespace(name));
            }
        }
        return new NamedSlots(beginnings);
    }

    /** Whether the slot is named here or by a standard. */
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
