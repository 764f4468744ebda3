package thymus.ci.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Says in words why a file could not be used: the message of a file system exception is often its path alone. */
final class FileTrouble {
    private FileTrouble() {}

    static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case FileAlreadyExistsException exists -> exists.getFile() + " is no folder";
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileSystemException other ->
                other.getFile() + ": " + Objects.requireNonNullElse(other.getReason(), "the system refuses it");
            default -> Objects.requireNonNullElse(e.getMessage(), "the system gives no reason");
        };
    }
}
