package thymus.system.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import thymus.evm.primitive.Sha256;
import thymus.spec.SpecException;
import thymus.spec.check.SpecificationReader;

/** The hexadecimal SHA-256, by which a replay detects changes of its inputs. */
final class Fingerprint {
    private Fingerprint() {}

    /** The digest of a specification with all that it imports. The digest of a single file is that of its bytes. */
    static String ofSpecification(Path file) {
        List<Path> files;
        try {
            files = SpecificationReader.files(file);
        } catch (SpecException e) {
            return of(file); // it says nothing that could be followed
        }
        return files.size() < 2
                ? of(file)
                : Sha256.hex(files.stream()
                        .map(Fingerprint::of)
                        .collect(Collectors.joining(" "))
                        .getBytes(StandardCharsets.US_ASCII));
    }

    static String of(Path file) {
        try {
            return Sha256.hex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ReplayFileException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
