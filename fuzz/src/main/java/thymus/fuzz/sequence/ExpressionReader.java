package thymus.fuzz.sequence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fuzz.FuzzException;
import thymus.spec.SpecException;
import thymus.spec.check.SpecificationReader;
import thymus.spec.monitor.Evaluator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;

/** Reads expressions as they would be read at the end of a specification, and evaluates them in the current state. */
final class ExpressionReader implements StateReader {
    private static final String NAME = "asked_from_java";

    private final DeployedSystem system;
    private final Path file;
    private final ArtifactStore store;
    private final Map<String, Expr> known = new HashMap<>();

    ExpressionReader(DeployedSystem system, Path file, ArtifactStore store) {
        this.system = system;
        this.file = file;
        this.store = store;
    }

    @Override
    public BigInteger value(String expression) {
        try {
            return Evaluator.integer(known.computeIfAbsent(expression, this::read), system.state());
        } catch (SpecException e) {
            throw new FuzzException("`" + expression + "` has no value here: " + e.getMessage(), e);
        }
    }

    /** The left side of a claim that is made of it. */
    private Expr read(String expression) {
        String claim = "\ninvariant " + NAME + ":\n(" + expression + ")\n== (" + expression + ");\n";
        try {
            return SpecificationReader.read(file, Files.readString(file) + claim, store).properties().stream()
                    .filter(property -> property.name().equals(NAME))
                    .map(Property::condition)
                    .filter(Expr.Binary.class::isInstance)
                    .map(condition -> ((Expr.Binary) condition).left())
                    .findFirst()
                    .orElseThrow(() -> new FuzzException("`" + expression + "` is not one value; ask for a number, a"
                            + " truth value or an account, such as `vault.total()`"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
