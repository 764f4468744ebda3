package thymus.spec;

import java.util.List;
import java.util.stream.Collectors;

/** More than one mistake in a file; the message lists them in the order of their places. */
public final class SeveralErrors extends SpecException {
    private final transient List<SpecificationError> errors;

    /** @param errors at least two */
    public SeveralErrors(List<SpecificationError> errors) {
        super(errors.stream().map(Throwable::getMessage).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    public List<SpecificationError> errors() {
        return errors;
    }
}
