package thymus.spec.check;

import java.nio.file.Path;
import thymus.spec.SpecException;
import thymus.spec.Specification;
import thymus.spec.contract.ContractSource;
import thymus.spec.syntax.Source;
import thymus.spec.syntax.SyntaxReader;
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
        return check(TextReader.read(file), contracts);
    }

    /**
     * Reads and checks a text.
     *
     * @param name the name of the text in messages
     */
    public static Specification read(String text, String name, ContractSource contracts) {
        return check(TextReader.source(name, text), contracts);
    }

    private static Specification check(Source source, ContractSource contracts) {
        return SpecificationChecker.check(source, SyntaxReader.parse(source), contracts);
    }
}
