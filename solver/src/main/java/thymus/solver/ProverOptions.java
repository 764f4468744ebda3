package thymus.solver;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * @param effort Z3's resource limit for one query
 * @param depth of the bounded search, in transactions
 * @param smtFolder where the queries of a proof are written; empty: nowhere
 * @param stopped asked often; true ends the work, with nothing proved that was not
 */
public record ProverOptions(int effort, int depth, Optional<Path> smtFolder, BooleanSupplier stopped) {
    public static ProverOptions standard() {
        return new ProverOptions(6_000_000, 3, Optional.empty(), () -> false);
    }
}
