package thymus.solver.proof;

import thymus.spec.tree.Expr;

/**
 * A condition on states that may turn out to be inductive.
 *
 * @param fromFile whether the user wrote it, so that a reader sees what was added
 */
public record Candidate(String name, Expr condition, boolean fromFile) {}
