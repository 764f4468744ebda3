package thymus.solver;

import java.nio.file.Path;
import java.util.Optional;

/**
 * @param effort how much the solver may spend on one query, in resource units
 * @param depth of the bounded search, in transactions; 0 leaves it out
 * @param smtFolder where the queries of a proof are written; empty: nowhere
 */
public record ProverOptions(int effort, int depth, Optional<Path> smtFolder) {
    public static ProverOptions standard() {
        return new ProverOptions(6_000_000, 4, Optional.empty());
    }

    public ProverOptions writingTo(Path folder) {
        return new ProverOptions(effort, depth, Optional.of(folder));
    }
}
