package thymus.ci.verdict;

/**
 * A fault of Thymus itself.
 *
 * @param sentence for the user; it names the log
 * @param whole whether a whole side of the check fell over, or the two contradicted each other: then the verdicts were
 *     not held against everything. Otherwise one property is lost, and the other verdicts are valid
 */
public record Fault(String sentence, boolean whole) {}
