package thymus.spec;

import java.math.BigInteger;
import java.util.Objects;
import thymus.spec.text.Span;

/**
 * A number that setup passes on and that the file leaves open.
 *
 * @param least the least value that it stands for
 * @param greatest the greatest value that it stands for
 * @param value the value that it has where contracts are deployed
 */
public record SetupParameter(String name, BigInteger least, BigInteger greatest, BigInteger value, Span span) {
    public SetupParameter {
        if (value.compareTo(least) < 0 || value.compareTo(greatest) > 0) {
            throw new IllegalArgumentException(name + " = " + value + " is not in " + least + " .. " + greatest);
        }
    }

    public boolean contains(BigInteger number) {
        return number.compareTo(least) >= 0 && number.compareTo(greatest) <= 0;
    }

    /** The same parameter with another value. */
    SetupParameter with(BigInteger other) {
        return new SetupParameter(name, least, greatest, Objects.requireNonNull(other, name), span);
    }
}
