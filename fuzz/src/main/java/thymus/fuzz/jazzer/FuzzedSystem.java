package thymus.fuzz.jazzer;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import thymus.fuzz.sequence.StepSequence;

/**
 * The system of a specification in a class of fuzz tests: a static field with {@code @RegisterExtension}. Registered
 * so, it has Jazzer instrument the classes that the contracts are compiled to, whose names a user need not know.
 */
public final class FuzzedSystem implements BeforeAllCallback {
    private final JazzerTarget target;

    private FuzzedSystem(JazzerTarget target) {
        this.target = target;
    }

    /** The system that a specification describes. The compiled contracts are next to the file. */
    public static FuzzedSystem of(Path specification) {
        return new FuzzedSystem(new JazzerTarget(specification, Optional.empty()));
    }

    /** Like {@link #of(Path)}, with the compiled contracts in another folder. */
    public static FuzzedSystem of(Path specification, Path artifacts) {
        return new FuzzedSystem(new JazzerTarget(specification, Optional.of(artifacts)));
    }

    /**
     * Fails with the shrunk sequence unless every property of the specification holds on the sequence that the bytes
     * make.
     *
     * @throws AssertionError with the name of the first property that does not hold
     */
    public void check(byte[] data) {
        sequence(data).check();
    }

    /**
     * Runs the sequence that the bytes make, for a test with conditions of its own.
     *
     * @throws thymus.spec.SpecException if the file is not a specification
     * @throws thymus.evm.HarnessException if the system cannot be deployed
     */
    public StepSequence sequence(byte[] data) {
        return target.sequence(data);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Instrumentation.include(context.getRequiredTestClass());
    }
}
