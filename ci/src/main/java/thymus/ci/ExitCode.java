package thymus.ci;

import java.util.List;
import java.util.stream.Stream;

/** The exit codes of the command. They are part of its interface, so a number never changes its meaning. */
public enum ExitCode {
    /** Nothing was falsified. */
    OK(0),
    /** At least one property was falsified. */
    FALSIFIED(1),
    /** Wrong usage, specification, artifacts or setup, or a property that could not be evaluated. */
    WRONG_INPUT(2),
    /**
     * A fault of Thymus itself that leaves nothing to rely on: it contradicted itself, a side of it fell over as a
     * whole, or no property was left that a fault did not take. One that costs a property leaves it unknown.
     */
    INTERNAL(3),
    /** A requirement of {@code --require} was not met, or a verdict is not the one that the file expects. */
    REQUIREMENT(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The worst code of several checks. A falsified property comes first, whatever else happened. */
    public static ExitCode worst(List<ExitCode> codes) {
        return Stream.of(FALSIFIED, INTERNAL, WRONG_INPUT, REQUIREMENT)
                .filter(codes::contains)
                .findFirst()
                .orElse(OK);
    }

    public int number() {
        return number;
    }
}
