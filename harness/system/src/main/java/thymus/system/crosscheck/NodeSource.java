package thymus.system.crosscheck;

import thymus.evm.interpreter.BlockContext;

/** Where a replay gets its nodes from. */
public sealed interface NodeSource extends AutoCloseable permits InstalledAnvil, RunningAnvil {
    /**
     * A node that can mine the block next. What is in its state besides accounts of its own is up to the caller.
     *
     * @throws IndependentException if there is none
     */
    AnvilNode before(BlockContext block);

    /** Ends what was started, and undoes what was done to what runs on. */
    @Override
    void close();
}
