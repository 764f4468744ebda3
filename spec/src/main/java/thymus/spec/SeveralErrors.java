package thymus.spec;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several errors in one file. The message lists them in the order of their positions. */
public final class SeveralErrors extends SpecException {
    private final transient List<SpecificationError> errors;

    /** @param errors at least two */
    public SeveralErrors(List<SpecificationError> errors) {
        super(inOrder(errors).map(Throwable::getMessage).collect(Collectors.joining("\n")));
        this.errors = inOrder(errors).toList();
    }

    private static Stream<SpecificationError> inOrder(List<SpecificationError> errors) {
        return errors.stream()
                .sorted(Comparator.comparing((SpecificationError e) -> e.span().file())
                        .thenComparingInt(e -> e.span().line())
                        .thenComparingInt(e -> e.span().column()));
    }

    public List<SpecificationError> errors() {
        return errors;
    }
}
