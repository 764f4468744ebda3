package thymus.spec;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.spec.contract.ContractModel;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Flow;
import thymus.spec.tree.Ghost;
import thymus.spec.tree.MentionedContracts;
import thymus.spec.tree.Property;

/**
 * The checked content of one .inv file.
 *
 * @param file the path as the user gave it
 * @param contracts the artifact reference and the model of each declared contract name, in the order of declaration
 * @param fork the initial state of the system; empty: an empty chain
 * @param actors the actors in the order of declaration
 * @param places the addresses of contracts and actors that exist in the fork instead of being created by the system
 * @param parameters the parameters of the deployment in the order of declaration, each with the value that it has
 * @param startTime the Unix time of the first setup transaction
 * @param instances the declared contract name of each instance; the contracts of the fork, whose names are equal, come
 *     first in the order of declaration, then the others in the order of deployment
 * @param ghosts the ghosts in the order of declaration
 * @param updates what changes them, in the order of appearance
 * @param properties the properties in the order of appearance
 * @param expectations the verdicts that the file expects, by the names of properties
 * @param callees the instances whose code proofs do not read, and how they behave instead
 * @param guidance what the fuzzer tries beside what it draws by itself; proofs do not read it
 * @param chains where the instances are, and who carries messages between them; relays are the last instances
 */
public record Specification(
        String file,
        Optional<Fork> fork,
        Map<String, ContractDeclaration> contracts,
        List<String> actors,
        Map<String, BigInteger> places,
        Map<String, SetupParameter> parameters,
        BigInteger startTime,
        List<SetupStep> setup,
        Map<String, String> instances,
        Adversary adversary,
        List<Flow> flows,
        List<Ghost> ghosts,
        List<Ghost.Update> updates,
        List<Property> properties,
        Map<String, Expectation> expectations,
        Map<String, CalleeBehaviour> callees,
        Guidance guidance,
        Chains chains) {
    /** The time of setup unless the file sets another one. */
    public static final BigInteger USUAL_START = BigInteger.valueOf(1_700_000_000);

    /**
     * No account with a lower address sends transactions, because these addresses are reserved for precompiles
     * (EIP-7587).
     */
    public static final BigInteger LEAST_SENDER = BigInteger.valueOf(0x200);

    public record ContractDeclaration(String name, String reference, ContractModel model, Span span) {}

    /** The same specification with the start time of a fork. */
    public Specification startingAt(BigInteger time) {
        return with(parameters, time);
    }

    /**
     * The same specification with other values of its parameters.
     *
     * @param values of every parameter, by name
     */
    public Specification choosing(Map<String, BigInteger> values) {
        Map<String, SetupParameter> chosen = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> chosen.put(name, parameter.with(values.get(name))));
        return with(Collections.unmodifiableMap(chosen), startTime);
    }

    /** The same file, whose chains know what it reads of their relays. */
    public Specification withBooksRead() {
        return chains.relays().isEmpty()
                ? this
                : changed(contracts, parameters, startTime, instances, properties, chains.readBy(expressions()));
    }

    private Specification with(Map<String, SetupParameter> chosen, BigInteger time) {
        return changed(contracts, chosen, time, instances, properties, chains);
    }

    private Specification changed(
            Map<String, ContractDeclaration> declared,
            Map<String, SetupParameter> chosen,
            BigInteger time,
            Map<String, String> deployed,
            List<Property> claims,
            Chains several) {
        return new Specification(
                file,
                fork,
                declared,
                actors,
                places,
                chosen,
                time,
                setup,
                deployed,
                adversary,
                flows,
                ghosts,
                updates,
                claims,
                expectations,
                callees,
                guidance,
                several);
    }

    /** The values of the parameters, by name. */
    public Map<String, BigInteger> chosen() {
        Map<String, BigInteger> values = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> values.put(name, parameter.value()));
        return Collections.unmodifiableMap(values);
    }

    /**
     * All expressions of the file, without their subexpressions: those of properties, of flows, of ghosts, and the
     * arguments in setup, in this order. Senders and values of setup are not included, because they are actors and
     * amounts of ether that no property reads.
     */
    public Stream<Expr> expressions() {
        return Stream.of(
                        properties.stream().map(Property::expressions),
                        flows.stream().map(Flow::expressions),
                        ghosts.stream().map(ghost -> List.of(ghost.first())),
                        updates.stream().map(Ghost.Update::expressions),
                        setup.stream().map(SetupStep::arguments))
                .flatMap(s -> s)
                .flatMap(List::stream);
    }

    /** The same specification with one more instance. */
    public Specification with(String instance, ContractDeclaration contract) {
        Map<String, ContractDeclaration> more = new LinkedHashMap<>(contracts);
        more.put(contract.name(), contract);
        Map<String, String> all = new LinkedHashMap<>(instances);
        all.put(instance, contract.name());
        return changed(more, parameters, startTime, all, properties, chains);
    }

    /**
     * What is left for proofs: without the instances that the file assumes a behaviour of, and without the properties
     * that speak of what these do.
     */
    public Specification withoutCallees() {
        Map<String, String> known = new LinkedHashMap<>(instances);
        known.keySet().removeAll(callees.keySet());
        List<Property> readable = properties.stream()
                .filter(property -> Collections.disjoint(MentionedContracts.of(property), callees.keySet()))
                .toList();
        return changed(contracts, parameters, startTime, known, readable, chains);
    }

    public ContractModel modelOf(String instance) {
        return contracts.get(instances.get(instance)).model();
    }
}
