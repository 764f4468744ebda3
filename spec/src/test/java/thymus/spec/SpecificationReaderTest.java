package thymus.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import thymus.spec.tree.Property;

class SpecificationReaderTest {
    @Test
    void readsAWholeFile() {
        Specification specification = SpecificationReader.read(Examples.VAULT, "Vault.inv", new TestContracts());
        assertEquals(List.of("alice", "bob", "guardian"), specification.actors());
        assertEquals(9, specification.setup().size());
        assertEquals(
                List.of("solvent", "share", "halted", "bucket", "out24", "each"),
                specification.properties().stream().map(Property::name).toList());
    }
}
