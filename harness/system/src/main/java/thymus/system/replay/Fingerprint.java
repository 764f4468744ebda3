package thymus.system.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import thymus.spec.SpecException;
import thymus.spec.check.SpecificationReader;

/** The hexadecimal SHA-256, by which a replay detects changes of its inputs. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

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
                : of(files.stream()
                        .map(Fingerprint::of)
                        .collect(Collectors.joining(" "))
                        .getBytes(StandardCharsets.US_ASCII));
    }

    static String of(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ReplayFileException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
