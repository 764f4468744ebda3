package thymus.ci;

/** The root of what this module itself finds wrong; the message is a sentence for the user. */
public class CiException extends RuntimeException {
    public CiException(String message) {
        super(message);
    }

    public CiException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Wrong arguments, or a file or folder that cannot be read or written. */
    public static final class WrongInput extends CiException {
        public WrongInput(String message) {
            super(message);
        }

        public WrongInput(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The two readings of one property contradict each other: a fault of Thymus, whichever of them is wrong. */
    public static final class Contradiction extends CiException {
        public Contradiction(String message) {
            super(message);
        }
    }
}
