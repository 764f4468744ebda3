package thymus.spec;

import java.nio.file.Path;
import thymus.spec.contract.ContractSource;

/** Reads .inv files: text to checked {@link Specification}. */
public final class SpecificationReader {
    private SpecificationReader() {}

    /**
     * Reads and checks a file.
     *
     * @throws SpecException if it cannot be read or anything in it is wrong
     */
    public static Specification read(Path file, ContractSource contracts) {
        throw new SpecException("not yet");
    }

    /**
     * Reads and checks a text.
     *
     * @param name what messages call it
     */
    public static Specification read(String text, String name, ContractSource contracts) {
        throw new SpecException("not yet");
    }
}
