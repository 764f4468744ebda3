package thymus.spec.check;

import java.nio.file.Path;
import java.util.List;
import thymus.spec.SpecException;
import thymus.spec.Specification;
import thymus.spec.contract.ContractSource;
import thymus.spec.syntax.Imports;
import thymus.spec.syntax.TextReader;

/** Reads .inv files into a checked {@link Specification}. */
public final class SpecificationReader {
    private SpecificationReader() {}

    /**
     * Reads and checks a file.
     *
     * @throws SpecException if the file is unreadable or has any error
     */
    public static Specification read(Path file, ContractSource contracts) {
        return SpecificationChecker.check(Imports.read(file), contracts);
    }

    /**
     * Reads and checks a text.
     *
     * @param name the name of the text in messages
     */
    public static Specification read(String text, String name, ContractSource contracts) {
        return SpecificationChecker.check(Imports.read(TextReader.source(name, text)), contracts);
    }

    /**
     * Reads and checks a text that is not in its file yet.
     *
     * @param file beside which imports are looked for
     */
    public static Specification read(Path file, String text, ContractSource contracts) {
        return SpecificationChecker.check(Imports.read(file, TextReader.source(file.toString(), text)), contracts);
    }

    /**
     * The file and those that it imports, the file first.
     *
     * @throws SpecException if one cannot be read or does not follow the grammar
     */
    public static List<Path> files(Path file) {
        return Imports.read(file).files();
    }
}
