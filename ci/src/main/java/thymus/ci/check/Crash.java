package thymus.ci.check;

/** A fault inside a worker, kept for the log and told in one sentence. */
@FunctionalInterface
public interface Crash {
    /** Stores the stack trace. @return the sentence, which names where it was stored */
    String report(String where, Throwable fault);
}
