package thymus.ci.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import thymus.ci.CiException;

/**
 * The folder for evidence. It is tested before anything runs, because a counterexample that cannot be written is lost.
 */
final class OutputFolder {
    private OutputFolder() {}

    /** @throws CiException.WrongInput if nothing can be written there */
    static Path prepare(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "write", ".test"));
            return folder;
        } catch (IOException e) {
            throw new CiException.WrongInput(
                    "--out " + folder + ": nothing can be written there (" + FileTrouble.reason(e)
                            + "); name a folder of yours with --out",
                    e);
        }
    }
}
