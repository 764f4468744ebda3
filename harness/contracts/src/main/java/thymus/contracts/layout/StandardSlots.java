package thymus.contracts.layout;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;

/** Slots that are hashes of well-known names, and so no elements of mappings. */
final class StandardSlots {
    /** Of a proxy, at the hash less one (ERC-1967). */
    private static final List<String> PROXY = List.of("implementation", "beacon", "admin", "rollback");

    /** Of OpenZeppelin's upgradeable contracts, each a struct at a place of its own (ERC-7201). */
    private static final List<String> NAMESPACES = List.of(
            "Initializable", "Ownable", "Ownable2Step", "Pausable", "ReentrancyGuard", "AccessControl",
            "AccessControlEnumerable", "AccessControlDefaultAdminRules", "AccessManaged", "AccessManager", "EIP712",
            "Nonces", "NoncesKeyed", "ERC20", "ERC20Wrapper", "ERC20Capped", "ERC20FlashMint", "ERC4626", "ERC721",
            "ERC721URIStorage", "ERC721Enumerable", "ERC721Wrapper", "ERC1155", "ERC1155Supply", "ERC1155URIStorage",
            "ERC2981", "Votes", "Governor", "VestingWallet", "VestingWalletCliff");

    private static final BigInteger NAMESPACE_SIZE = BigInteger.valueOf(256);
    private static final BigInteger LOW_BYTE = BigInteger.valueOf(255);

    private static final Set<BigInteger> SINGLE = PROXY.stream()
            .map(name -> hash("eip1967.proxy." + name).subtract(BigInteger.ONE))
            .collect(Collectors.toUnmodifiableSet());
    private static final TreeSet<BigInteger> BEGINNINGS = NAMESPACES.stream()
            .map(name -> namespace("openzeppelin.storage." + name))
            .collect(Collectors.toCollection(TreeSet::new));

    private StandardSlots() {}

    static boolean contains(BigInteger slot) {
        BigInteger beginning = BEGINNINGS.floor(slot);
        return SINGLE.contains(slot)
                || beginning != null && slot.subtract(beginning).compareTo(NAMESPACE_SIZE) < 0;
    }

    private static BigInteger namespace(String name) {
        Word id = Word.of(hash(name).subtract(BigInteger.ONE));
        return Keccak.hash(id.toBytes32()).toBigInteger().andNot(LOW_BYTE);
    }

    private static BigInteger hash(String text) {
        return Keccak.hash(text.getBytes(StandardCharsets.UTF_8)).toBigInteger();
    }
}
