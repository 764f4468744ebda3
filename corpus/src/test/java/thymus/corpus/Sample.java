package thymus.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** What a build has time for of long lists of files; {@code -Plong} takes all of them. */
final class Sample {
    private Sample() {}

    /** Every second file. */
    static List<Path> of(List<Path> files) {
        return IntStream.range(0, files.size())
                .filter(i -> i % 2 == 0 || Boolean.getBoolean("thymus.long"))
                .mapToObj(files::get)
                .toList();
    }
}
