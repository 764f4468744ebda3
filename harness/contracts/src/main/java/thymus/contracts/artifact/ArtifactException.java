package thymus.contracts.artifact;

import thymus.evm.HarnessException;

/** A compiled contract is missing, ambiguous, incomplete or unreadable. The message names the file. */
public class ArtifactException extends HarnessException {
    public ArtifactException(String message) {
        super(message);
    }
}
