package thymus.solver.proof;

import thymus.spec.tree.Expr;

/**
 * A condition on states that may be inductive.
 *
 * @param fromFile whether the user wrote it, so that reports show only added lemmas
 */
public record Candidate(String name, Expr condition, boolean fromFile) {}
