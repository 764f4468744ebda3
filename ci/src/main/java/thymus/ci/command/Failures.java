package thymus.ci.command;

import thymus.ci.CiException;
import thymus.ci.ExitCode;
import thymus.evm.HarnessException;
import thymus.spec.SeveralErrors;
import thymus.spec.SpecException;

/** Says why a command ended without a result: mistakes of the user in their own words, all else as a fault of ours. */
final class Failures {
    private Failures() {}

    /** Prints it. */
    static ExitCode explain(Console console, CrashLog log, Throwable fault) {
        console.clearStatus();
        return switch (fault) {
            case SeveralErrors several -> {
                several.errors().forEach(e -> say(console, e.getMessage(), ExitCode.WRONG_INPUT));
                yield ExitCode.WRONG_INPUT;
            }
            case SpecException e -> say(console, e.getMessage(), ExitCode.WRONG_INPUT);
            case HarnessException e -> say(console, e.getMessage(), ExitCode.WRONG_INPUT);
            case CiException.WrongInput e -> say(console, e.getMessage(), ExitCode.WRONG_INPUT);
            default -> say(console, "internal error: " + log.report("running the command", fault), ExitCode.INTERNAL);
        };
    }

    private static ExitCode say(Console console, String message, ExitCode code) {
        console.err().println(code == ExitCode.INTERNAL ? message : "error: " + message);
        return code;
    }

    /** The message of a fault for machine-readable reports. */
    static String message(Throwable fault) {
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }
}
