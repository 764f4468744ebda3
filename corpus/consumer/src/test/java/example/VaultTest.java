package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fuzz.jqwik.Sequences;
import thymus.fuzz.sequence.StepSequence;
import thymus.spec.check.SpecificationReader;

/** The claims of a specification, as tests of a project that has only our published modules. */
class VaultTest {
    private static final Path VAULT = Path.of("vault/Vault.inv");

    @Provide
    Arbitrary<StepSequence> sequences() {
        return Sequences.of(VAULT);
    }

    @Property(tries = 50)
    void everyClaimHolds(@ForAll("sequences") StepSequence sequence) {
        sequence.check();
    }

    /** A claim that is written in Java, over views of the contracts. */
    @Property(tries = 20)
    void whatIsAvailableIsThere(@ForAll("sequences") StepSequence sequence) {
        for (int i = 0; i <= sequence.size(); i++) {
            assertTrue(
                    sequence.after(i)
                                    .view("vault.available()")
                                    .compareTo(sequence.after(i).view("vault.capacity()"))
                            <= 0,
                    "after step " + i);
        }
    }

    @Test
    void theSpecificationIsRead() {
        assertEquals(
                "level",
                SpecificationReader.read(VAULT, ArtifactStore.beside(VAULT)).properties().stream()
                        .filter(p -> p.name().equals("level"))
                        .findFirst()
                        .orElseThrow()
                        .name());
    }
}
