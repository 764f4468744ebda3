package thymus.solver;

import java.nio.file.Path;
import java.util.Optional;

/**
 * @param effort the limit of one query, in the solver's resource units
 * @param depth the number of transactions of the bounded search; 0: no search
 * @param smtFolder the folder for the queries of a proof; empty: they are not written
 */
public record ProverOptions(int effort, int depth, Optional<Path> smtFolder) {
    public static ProverOptions standard() {
        return new ProverOptions(6_000_000, 4, Optional.empty());
    }

    public ProverOptions writingTo(Path folder) {
        return new ProverOptions(effort, depth, Optional.of(folder));
    }
}
