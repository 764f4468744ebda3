package thymus.ci.check;

/** A fault inside a worker, kept for the log and told in one sentence. */
@FunctionalInterface
public interface Crash {
    /** Stores the stack trace. @return the sentence, which names where it was stored */
    String report(String where, Throwable fault);

    /** Does the same as {@link #report} where too little memory or stack may be left even for that. */
    default String tell(String where, Throwable fault) {
        try {
            return report(where, fault);
        } catch (RuntimeException | VirtualMachineError second) {
            return "Thymus failed while " + where + ", and its log could not be written; please report it";
        }
    }
}
