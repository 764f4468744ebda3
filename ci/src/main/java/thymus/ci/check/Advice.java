package thymus.ci.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Suggests what to write instead of a property that has no truth value in some reachable state. */
final class Advice {
    private static final Pattern VIEW = Pattern.compile("(\\w+\\.\\w+) (reverted|returned no value)");

    private Advice() {}

    /** @param reason as the monitor gives it */
    static Optional<String> of(String reason) {
        Matcher view = VIEW.matcher(reason);
        if (view.lookingAt()) {
            return Optional.of(
                    "say of which states it speaks, as in `!vault.frozen() ==> …` with a view that tells when "
                            + view.group(1) + " works, or claim that it works with `can(alice, " + view.group(1)
                            + "(…))`");
        }
        if (reason.startsWith("division by zero")) {
            return Optional.of("guard the division, as in `divisor != 0 ==> …`");
        }
        return Optional.empty();
    }
}
