package thymus.evm.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import thymus.evm.primitive.Word;

class WordMapTest {
    /** @param value negative to remove */
    record Action(Word key, int value) {}

    /** Whatever is put and removed, it holds what Java's own table holds. */
    @Property
    void isAMap(@ForAll("actions") List<Action> actions) {
        WordMap<Integer> map = new WordMap<>();
        Map<Word, Integer> model = new HashMap<>();
        for (Action action : actions) {
            if (action.value() < 0) {
                map.remove(action.key());
                model.remove(action.key());
            } else {
                map.put(action.key(), action.value());
                model.put(action.key(), action.value());
            }
            assertEquals(model.get(action.key()), map.get(action.key()));
        }
        Map<Word, Integer> seen = new HashMap<>();
        map.forEach(seen::put);
        assertEquals(model, seen);
        assertEquals(model.size(), map.size());
        model.forEach((key, value) -> assertEquals(value, map.get(key)));
    }

    /**
     * Few keys, some of the smallest, and some that begin at the same place: the hash turns the limbs before it mixes
     * them.
     */
    @Provide
    Arbitrary<List<Action>> actions() {
        Arbitrary<Word> small = Arbitraries.longs().between(0, 10).map(Word::of);
        // The values of keys below 64 are kept twice.
        Arbitrary<Word> edge = Arbitraries.longs().between(58, 70).map(Word::of);
        Arbitrary<Word> colliding =
                Arbitraries.integers().between(0, 20).map(i -> Word.of(i, Long.rotateRight(i, 17), 0, 7));
        return Arbitraries.oneOf(small, edge, colliding)
                .flatMap(key -> Arbitraries.integers().between(-1, 3).map(value -> new Action(key, value)))
                .list()
                .ofMaxSize(300);
    }
}
