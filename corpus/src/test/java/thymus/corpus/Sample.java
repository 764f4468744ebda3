package thymus.corpus;

import java.util.List;
import java.util.stream.IntStream;

/** What a build has time for of long lists of files; {@code -Plong} takes all of them. */
final class Sample {
    private Sample() {}

    /** The first of each {@code n}. */
    static <T> List<T> every(int n, List<T> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i % n == 0 || Boolean.getBoolean("thymus.long"))
                .mapToObj(all::get)
                .toList();
    }
}
