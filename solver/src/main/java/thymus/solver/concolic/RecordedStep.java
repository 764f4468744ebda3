package thymus.solver.concolic;

import thymus.system.execution.Step;

/**
 * A step with what it did.
 *
 * @param ok whether it succeeded
 */
record RecordedStep(Step step, boolean ok, RecordedBranches branches) {}
