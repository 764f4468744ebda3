package thymus.fuzz.jqwik;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import thymus.fixtures.Repository;
import thymus.fuzz.sequence.StepSequence;

/** Run by {@link JqwikFaceTest}, not by the build: the vault has a second way out that forgets the quarantine. */
class BrokenVaultProperties {
    @Provide
    Arbitrary<StepSequence> sequences() {
        return Sequences.of(Repository.broken("ForgottenExit"));
    }

    @Property(tries = 5_000, seed = "1")
    boolean quarantined(@ForAll("sequences") StepSequence sequence) {
        return sequence.holds("quarantined");
    }
}
