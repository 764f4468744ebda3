package thymus.contracts.artifact;

import thymus.evm.HarnessException;

/** A compiled contract that is missing, ambiguous, incomplete or unreadable; the message names the file. */
public class ArtifactException extends HarnessException {
    public ArtifactException(String message) {
        super(message);
    }
}
