package thymus.ci.guard;

import java.util.List;
import java.util.stream.Stream;
import thymus.spec.Specification;
import thymus.spec.contract.Mutability;

/**
 * What all parts of one guard share.
 *
 * @param guarded the deployed contract that takes the guard
 */
record Parts(
        Specification specification,
        String guarded,
        Numbers numbers,
        Reads reads,
        Accumulators accumulators,
        SolidityNames names) {
    static Parts of(Specification specification, String guarded, int buckets) {
        SolidityNames names = new SolidityNames();
        // What the source has in any case.
        Stream.of(Helper.values()).map(Helper::function).forEach(names::take);
        List.of("guarded", "guardRunning", "_guardEnter", "_guardLeave", "_guardPour", "_guardLevel")
                .forEach(names::take);
        for (int i = 1; i <= buckets; i++) {
            List.of("_guardAdd" + i, "_guardSum" + i, "_guardTurned" + i).forEach(names::take);
        }
        Numbers numbers = new Numbers();
        return new Parts(
                specification,
                guarded,
                numbers,
                new Reads(specification, guarded, numbers, names),
                new Accumulators(buckets, names),
                names);
    }

    /** Whether a call of the guarded contract can carry ether. */
    boolean isPaid() {
        return specification.modelOf(guarded).functions().stream()
                .anyMatch(function -> function.mutability() == Mutability.PAYABLE);
    }
}
