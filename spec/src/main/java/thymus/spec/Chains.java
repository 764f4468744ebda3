package thymus.spec;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The chains on which the contracts of a system stand. A step belongs to the chain of the contract that it enters.
 *
 * @param names in the order of declaration; none where the file has one chain, which needs no name
 * @param drift how many seconds the clocks of two chains may be apart at most
 * @param places the chain of each instance; that of a relay is the chain on which it delivers
 * @param relays who carry messages from one chain to another, by name
 */
public record Chains(List<String> names, BigInteger drift, Map<String, String> places, Map<String, Relay> relays) {
    /** A system on one chain. */
    public static final Chains ONE = new Chains(List.of(), BigInteger.ZERO, Map.of(), Map.of());

    public Chains {
        names = List.copyOf(names);
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        relays = Collections.unmodifiableMap(new LinkedHashMap<>(relays));
    }

    public boolean areSeveral() {
        return !names.isEmpty();
    }

    /** The chain of a contract; empty for an account that is on every chain. */
    public Optional<String> of(String account) {
        return Optional.ofNullable(places.get(account));
    }

    /** Whether the two are contracts of different chains, so that neither can call the other. */
    public boolean areApart(String one, String other) {
        Optional<String> first = of(one);
        Optional<String> second = of(other);
        return first.isPresent() && second.isPresent() && !first.equals(second);
    }
}
