package thymus.corpus;

import java.nio.file.Path;
import java.util.List;
import thymus.fixtures.Repository;

/** The specifications of the corpus. */
final class CorpusFiles {
    private CorpusFiles() {}

    /** Every specification in a folder, such as {@code vault/broken}. */
    static List<Path> in(String folder) {
        return Repository.specifications(Repository.at("corpus").resolve(folder));
    }
}
