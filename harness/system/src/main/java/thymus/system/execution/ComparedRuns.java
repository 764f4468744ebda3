package thymus.system.execution;

import java.util.List;
import java.util.Optional;

/**
 * A step beside the same step in another run.
 *
 * @param here what is particular to this run, such as {@code with step 1}
 * @param there what is particular to the other one
 */
public record ComparedRuns(String here, String there, List<Row> rows) {
    public ComparedRuns {
        rows = List.copyOf(rows);
    }

    /** The outcome, a returned value, an event, or a place of the state with its values after the step. */
    public record Row(String what, String here, String there) {
        public boolean isDifferent() {
            return !here.equals(there);
        }
    }

    /** The first row in which the runs differ. */
    public Optional<Row> difference() {
        return rows.stream().filter(Row::isDifferent).findFirst();
    }

    /** Says {@code vault.total: 5 with the breaker, 6 without}; empty if the runs are the same. */
    public Optional<String> text() {
        return difference().map(row -> row.what() + ": " + row.here() + " " + here + ", " + row.there() + " " + there);
    }
}
