package thymus.fuzz.jqwik;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import thymus.fixtures.Repository;
import thymus.fuzz.sequence.StepSequence;

/** How a Java user tests a contract: the claims of corpus/vault/Vault.inv over sequences of its system. */
@Tag("integration")
class VaultPropertyTest {
    @Provide
    Arbitrary<StepSequence> sequences() {
        return Sequences.of(Repository.vault());
    }

    @Property(tries = 100)
    boolean level(@ForAll("sequences") StepSequence sequence) {
        return sequence.holds("level");
    }

    @Property(tries = 50)
    void everyClaim(@ForAll("sequences") StepSequence sequence) {
        sequence.check();
    }
}
