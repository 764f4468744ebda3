package thymus.spec;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Walk;

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

    /** The same chains for a file with these expressions. */
    public Chains readBy(Stream<Expr> expressions) {
        Map<String, Set<String>> read = new HashMap<>();
        expressions
                .flatMap(Walk::all)
                .filter(e -> e instanceof Expr.StorageRead r && relays.containsKey(r.contract()))
                .map(Expr.StorageRead.class::cast)
                .forEach(r -> read.computeIfAbsent(r.contract(), _ -> new HashSet<>())
                        .add(r.path().root().name()));
        Map<String, Relay> reading = new LinkedHashMap<>();
        relays.forEach((name, relay) -> reading.put(name, relay.reading(read.getOrDefault(name, Set.of()))));
        return new Chains(names, drift, places, reading);
    }
}
