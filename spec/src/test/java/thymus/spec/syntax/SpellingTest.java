package thymus.spec.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void aLetterIsNoMisspellingOfAnother() {
        assertEquals(Optional.empty(), Spelling.nearest("w", List.of("c", "v")));
        assertEquals(Optional.of("to"), Spelling.nearest("t", List.of("to")));
    }

    @Test
    void swappedLettersAreNearest() {
        assertEquals(Optional.of("vault"), Spelling.nearest("valut", List.of("bank", "vault")));
        assertEquals("did you mean 'vault'?", Spelling.suggestion("vaut", List.of("vault", "bank")));
    }
}
