package thymus.spec;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.spec.contract.ContractModel;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Flow;
import thymus.spec.tree.Property;

/**
 * The checked content of one .inv file.
 *
 * @param file as the user named it
 * @param contracts declared contract name to artifact reference and model, in order of declaration
 * @param fork the state that the system begins with; empty: a chain where nothing is
 * @param actors in order of declaration
 * @param places addresses of those contracts and actors that are not made by the system but found in the fork
 * @param startTime Unix time of the first setup transaction
 * @param instances name of a contract on the chain to declared contract name: those of the fork, which have the same for
 *     both, in order of declaration, then in order of deployment
 * @param properties in order of appearance
 */
public record Specification(
        String file,
        Optional<Fork> fork,
        Map<String, ContractDeclaration> contracts,
        List<String> actors,
        Map<String, BigInteger> places,
        BigInteger startTime,
        List<SetupStep> setup,
        Map<String, String> instances,
        Adversary adversary,
        List<Flow> flows,
        List<Property> properties) {
    /** What the clock of setup shows unless the file says otherwise. */
    public static final BigInteger USUAL_START = BigInteger.valueOf(1_700_000_000);

    /** Nobody sends transactions from lower addresses: precompiles stand there, or will (EIP-7587). */
    public static final BigInteger LEAST_SENDER = BigInteger.valueOf(0x200);

    public record ContractDeclaration(String name, String reference, ContractModel model, Span span) {}

    /** The same specification with another start time: that of a fork. */
    public Specification startingAt(BigInteger time) {
        return new Specification(
                file, fork, contracts, actors, places, time, setup, instances, adversary, flows, properties);
    }

    /**
     * All expressions of the file: those of properties, of flows, and the arguments in setup, in this order. The parts
     * of each are not listed again. Senders and values of setup are left out: they are actors and amounts of ether,
     * which no property reads.
     */
    public Stream<Expr> expressions() {
        return Stream.of(
                        properties.stream().map(Property::expressions),
                        flows.stream().map(Flow::expressions),
                        setup.stream().map(SetupStep::arguments))
                .flatMap(s -> s)
                .flatMap(List::stream);
    }

    /** The same specification with one more contract on the chain. */
    public Specification with(String instance, ContractDeclaration contract) {
        Map<String, ContractDeclaration> more = new LinkedHashMap<>(contracts);
        more.put(contract.name(), contract);
        Map<String, String> all = new LinkedHashMap<>(instances);
        all.put(instance, contract.name());
        return new Specification(file, fork, more, actors, places, startTime, setup, all, adversary, flows, properties);
    }

    public ContractModel modelOf(String instance) {
        return contracts.get(instances.get(instance)).model();
    }
}
