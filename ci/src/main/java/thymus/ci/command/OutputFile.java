package thymus.ci.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import thymus.ci.CiException;

/** A report to be written at the end, whose place is made sure of at the beginning. */
record OutputFile(Path path) {
    /** Removes what an earlier run left there: a run that fails must not leave a report that says otherwise. */
    static OutputFile prepare(Path path) {
        if (path.toString().isEmpty()) {
            throw new CiException.WrongInput("the name of a report is empty; name a file");
        }
        try {
            Path folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            if (Files.isDirectory(path)) {
                throw new CiException.WrongInput(path + " is a folder; name a file for the report");
            }
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new CiException.WrongInput(
                        path + " is a pipe or a device, which a report would replace; name a file");
            }
            if (Files.isSymbolicLink(path)) {
                throw new CiException.WrongInput(
                        path + " is a symbolic link, which a report would replace; name the file itself");
            }
            Files.deleteIfExists(path);
            Files.createFile(path);
            Files.delete(path);
            return new OutputFile(path);
        } catch (IOException e) {
            throw new CiException.WrongInput(
                    path + ": the report cannot be written there: " + FileTrouble.reason(e), e);
        }
    }

    /** Replaces what is there, and keeps who may read and write it. */
    void write(String content) {
        try {
            // Whole or not at all, whatever stops the process. A file of createTempFile is for its owner alone.
            Path whole = path.resolveSibling(
                    "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
            Files.writeString(whole, content);
            if (Files.exists(path) && Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(whole, Files.getPosixFilePermissions(path));
            }
            Files.move(whole, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CiException.WrongInput(path + ": could not be written: " + FileTrouble.reason(e), e);
        }
    }
}
