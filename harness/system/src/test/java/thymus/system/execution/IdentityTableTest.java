package thymus.system.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdentityTableTest {
    private final IdentityTable<String, Integer> table = new IdentityTable<>();
    private int made;

    private int get(String key) {
        return table.get(key, k -> made++);
    }

    /** More keys than are looked for one by one, and all of them equal. */
    @Test
    void everyObjectHasAValueOfItsOwn() {
        List<String> keys =
                IntStream.range(0, 60).mapToObj(i -> new String("key")).toList();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < keys.size(); i++) {
                assertEquals(i, get(keys.get(i)));
            }
        }
    }

    @Test
    void whatCouldNotBeMadeIsTriedAgain() {
        assertThrows(
                IllegalStateException.class,
                () -> table.get("key", k -> {
                    throw new IllegalStateException();
                }));
        assertEquals(0, get("key"));
    }
}
