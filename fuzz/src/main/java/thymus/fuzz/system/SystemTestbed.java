package thymus.fuzz.system;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import thymus.contracts.abi.Selector;
import thymus.evm.code.Bytecode;
import thymus.evm.jit.ExecutionMode;
import thymus.evm.primitive.Address;
import thymus.fuzz.generate.Dictionary;
import thymus.fuzz.generate.SpecificationConstants;
import thymus.fuzz.run.MonitoredSystem;
import thymus.fuzz.run.Testbed;
import thymus.spec.Specification;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;

/** Makes deployed systems into what sequences run on. */
public final class SystemTestbed {
    private static final BigInteger SHORTEST = BigInteger.valueOf(30);
    private static final BigInteger LONGEST = BigInteger.valueOf(10L * 365 * 86_400);
    private static final BigInteger MINUTE = BigInteger.valueOf(60);
    /** How often a window of the specification is in the list, and a number of whole minutes. */
    private static final int WINDOW_WEIGHT = 8;

    private static final int MINUTES_WEIGHT = 4;

    private SystemTestbed() {}

    /**
     * @param systems of one specification, as they are after setup, one for each thread; the caller does not use them
     *     meanwhile
     * @param properties of that specification
     */
    public static Testbed of(List<DeployedSystem> systems, List<Property> properties) {
        DeployedSystem first = systems.getFirst();
        SystemUniverse universe = new SystemUniverse(first);
        List<MonitoredSystem> subjects = new ArrayList<>();
        for (DeployedSystem system : systems) {
            subjects.add(new SystemSubject(system, properties, universe.outsiders()));
        }
        return new Testbed(
                subjects,
                universe,
                universe,
                dictionary(first),
                properties,
                new CodeBlocks(codes(first), selectors(first)));
    }

    /**
     * Compiles the code of the contracts to classes of the JVM now. A program stays with its code, whatever else
     * decides what is compiled.
     */
    public static void compile(DeployedSystem system) {
        codes(system).forEach(ExecutionMode.COMPILED.tiers()::enter);
    }

    private static Set<Bytecode> codes(DeployedSystem system) {
        Set<Bytecode> codes = new LinkedHashSet<>();
        for (String instance : system.specification().instances().keySet()) {
            codes.add(system.chain().world().code(system.addressOf(instance)));
        }
        return codes;
    }

    private static Set<BigInteger> selectors(DeployedSystem system) {
        return system.specification().contracts().values().stream()
                .flatMap(contract -> contract.model().functions().stream())
                .map(function -> new BigInteger(1, Selector.of(function).bytes()))
                .collect(Collectors.toSet());
    }

    static Dictionary dictionary(DeployedSystem system) {
        Specification specification = system.specification();
        Set<BigInteger> constants = new LinkedHashSet<>(SpecificationConstants.numbers(specification));
        for (String instance : specification.instances().keySet()) {
            Address address = system.addressOf(instance);
            constants.addAll(
                    CodeConstants.of(system.chain().world().account(address).code()));
        }
        return new Dictionary(List.copyOf(constants), durations(specification, constants), List.of());
    }

    private static List<Long> durations(Specification specification, Set<BigInteger> constants) {
        List<Long> durations = new ArrayList<>();
        for (BigInteger window : SpecificationConstants.windows(specification)) {
            add(durations, window, WINDOW_WEIGHT);
        }
        for (BigInteger constant : constants) {
            if (constant.compareTo(SHORTEST) >= 0) {
                boolean wholeMinutes = constant.mod(MINUTE).signum() == 0;
                add(durations, constant, wholeMinutes ? MINUTES_WEIGHT : 1);
            }
        }
        return durations;
    }

    private static void add(List<Long> durations, BigInteger seconds, int times) {
        for (int i = 0; i < times && seconds.signum() > 0 && seconds.compareTo(LONGEST) <= 0; i++) {
            durations.add(seconds.longValueExact());
        }
    }
}
