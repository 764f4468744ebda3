package thymus.spec.tree;

import java.util.List;

/**
 * Ghosts that read each other, with all their updates in the order of the file.
 *
 * <p>The updates of a step run in the order in which their triggers happen: events as they were emitted, then the call
 * itself, which ends after them. Those of one event run in the order of the file. Each sees what those before it have
 * left.
 */
public record GhostMachine(List<Ghost> ghosts, List<Ghost.Update> updates) {
    public GhostMachine {
        ghosts = List.copyOf(ghosts);
        updates = List.copyOf(updates);
    }
}
