package thymus.system.execution;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thymus.contracts.abi.AbiText;
import thymus.evm.HarnessException;
import thymus.evm.precompile.PrivateKeys;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;

/** The names of actors and deployed contracts, and their addresses. */
public final class AccountNames {
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final Pattern WITHIN = Pattern.compile(HEX + "(?![0-9a-fA-F])");

    private final Map<String, Address> byName = new LinkedHashMap<>();
    private final Map<String, BigInteger> numbers = new LinkedHashMap<>();
    private final Map<Address, String> byAddress = new LinkedHashMap<>();

    void add(String name, Address address) {
        byName.put(name, address);
        numbers.put(name, Convert.number(address));
        byAddress.put(address, name);
    }

    /** The actor's own address, the same in every system: that of its key. */
    static Address ofActor(String name) {
        return PrivateKeys.address(keyOfActor(name));
    }

    /** The actor's private key: the keccak-256 hash of a text with its name. */
    static BigInteger keyOfActor(String name) {
        return Keccak.hash(("thymus actor " + name).getBytes(StandardCharsets.UTF_8))
                .toBigInteger()
                .mod(PrivateKeys.ORDER);
    }

    /** The address as a number; as {@link #of}. */
    BigInteger number(String name) {
        BigInteger number = numbers.get(name);
        return number == null ? Convert.number(of(name)) : number;
    }

    /** @throws HarnessException if there is no such actor or contract */
    public Address of(String name) {
        Address address = byName.get(name);
        if (address == null) {
            throw new HarnessException("no actor or deployed contract is called \"" + name + "\"; there are "
                    + String.join(", ", byName.keySet()));
        }
        return address;
    }

    /**
     * @param account a name, or 0x and 40 hexadecimal digits
     * @throws HarnessException if it is neither
     */
    public Address resolve(String account) {
        Address known = byName.get(account);
        if (known != null) {
            return known;
        }
        return HEX.matcher(account).matches() ? Convert.address(new BigInteger(account.substring(2), 16)) : of(account);
    }

    /** The account of this name or address; empty if it is neither. */
    Optional<Address> find(String account) {
        boolean known = byName.containsKey(account) || HEX.matcher(account).matches();
        return known ? Optional.of(resolve(account)) : Optional.empty();
    }

    public Optional<String> nameOf(Address address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /** Its name, or 0x and 40 hexadecimal digits: what {@link #resolve} takes. */
    public String text(BigInteger address) {
        return nameOf(Convert.address(address)).orElseGet(() -> Convert.hex(address));
    }

    /** The text, with the names of accounts in place of their addresses. */
    public String named(String text) {
        return WITHIN.matcher(text)
                .replaceAll(address -> find(address.group())
                        .flatMap(this::nameOf)
                        .map(Matcher::quoteReplacement)
                        .orElse(address.group()));
    }

    public AbiText text() {
        return new AbiText(this::text);
    }

    /** Actors first, in order of declaration, then contracts in order of deployment. */
    public List<Address> all() {
        return List.copyOf(byName.values());
    }
}
