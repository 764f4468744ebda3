package thymus.ci.junit;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import thymus.ci.CiException;

/** Files that annotations name. */
final class NamedFile {
    private NamedFile() {}

    /**
     * @param name a path from the working directory, or else a resource beside the class or from the root of its class
     *     path
     */
    static Path of(String name, Class<?> test) {
        Path path = Path.of(name);
        if (Files.exists(path)) {
            return path;
        }
        return resource(test.getResource(name))
                .or(() -> resource(test.getResource("/" + name)))
                .orElseThrow(
                        () -> new CiException.WrongInput("@Thymus of " + test.getName() + ": there is neither a file "
                                + path.toAbsolutePath() + " nor a resource " + name + " on the class path of tests"));
    }

    /** What is inside of a jar has no path. */
    private static Optional<Path> resource(URL url) {
        try {
            return url == null || !url.getProtocol().equals("file")
                    ? Optional.empty()
                    : Optional.of(Path.of(url.toURI()));
        } catch (URISyntaxException e) {
            throw new CiException.WrongInput(url + " is no path: " + e.getMessage());
        }
    }
}
