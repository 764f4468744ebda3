package thymus.ci.lsp;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OutlineTest {
    @Test
    void everyDeclarationIsNamedByItsKeyword() {
        assertEquals(
                Map.of(
                        "Vault", Declared.Kind.CONTRACT,
                        "alice", Declared.Kind.ACTOR,
                        "vault", Declared.Kind.INSTANCE,
                        "total", Declared.Kind.GHOST,
                        "calm", Declared.Kind.NEVER_TRIPS),
                kinds("""
                        contract Vault = "Vault.sol:Vault";
                        actor alice;
                        setup { vault = new Vault(); }
                        ghost int total = 0;
                        on vault.Paid(a): total = a;
                        never_trips calm: vault.tripped();
                        """));
    }

    @Test
    void aWordInsideADeclarationDeclaresNothing() {
        assertEquals(
                Map.of("i", Declared.Kind.ISOLATE),
                kinds("isolate i: offender a when vault.frozen(a); others keep {vault.withdraw};"));
    }

    private static Map<String, Declared.Kind> kinds(String text) {
        return Outline.of(text).names().values().stream().collect(toMap(Declared::name, Declared::kind));
    }
}
