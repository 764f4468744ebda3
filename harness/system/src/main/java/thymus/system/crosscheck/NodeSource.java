package thymus.system.crosscheck;

import thymus.evm.interpreter.BlockContext;

/** The source of a replay's nodes. */
public sealed interface NodeSource extends AutoCloseable permits InstalledAnvil, RunningAnvil {
    /**
     * A node that mines the block next. The caller sets its state; it may have accounts of its own.
     *
     * @throws IndependentException if there is none
     */
    AnvilNode before(BlockContext block);

    /** Ends the started nodes and restores the others. */
    @Override
    void close();
}
