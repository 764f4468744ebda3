package thymus.ci.guard;

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
        Names names) {
    static Parts of(Specification specification, String guarded, int buckets) {
        Names names = new Names();
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
