package thymus.solver.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.solver.SolverException;
import thymus.solver.smt.SmtSolver;
import thymus.solver.term.BoolTerm;

/** Writes the queries of a proof as SMT-LIB files. Each is unsatisfiable, and any solver may check it. */
final class ProofArtifacts {
    private final Optional<Path> folder;
    private final Map<String, List<Path>> files = new HashMap<>();

    ProofArtifacts(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Forgets the files of an earlier attempt at the property, which are then overwritten. */
    void begin(String property) {
        files.remove(property);
    }

    void add(QuerySubject subject, SmtSolver solver, List<BoolTerm> query) {
        if (folder.isEmpty()) {
            return;
        }
        String property = subject.property().name();
        List<Path> written = files.computeIfAbsent(property, p -> new ArrayList<>());
        Path file = folder.get().resolve(property + "-" + (written.size() + 1) + ".smt2");
        try {
            Files.createDirectories(folder.get());
            Files.writeString(file, subject.header() + solver.smtLib(query));
        } catch (IOException e) {
            throw new SolverException("the proof's queries cannot be written to " + file + ": " + e.getMessage(), e);
        }
        written.add(file);
    }

    List<Path> files(String property) {
        return List.copyOf(files.getOrDefault(property, List.of()));
    }
}
