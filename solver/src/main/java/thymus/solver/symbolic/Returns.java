package thymus.solver.symbolic;

/** How calls end: their effects kept or undone, their output handed to the caller. */
final class Returns {
    private final Worklist paths;

    Returns(Worklist paths) {
        this.paths = paths;
    }

    /** RETURN and REVERT: the output stands in memory. */
    boolean finish(Path path, boolean ok) {
        Frame frame = path.frame();
        int offset = path.place(frame.pop(), "the place of return data");
        int size = path.place(frame.pop(), "the size of return data");
        if (offset < 0 && size > 0 || size < 0) {
            return fail(path);
        }
        if (size > 0) {
            frame.memory.grow(offset + size);
        }
        return end(path, ok, size == 0 ? new ByteRun() : frame.memory.slice(offset, size));
    }

    /** An exceptional halt: no output, and nothing of what the frame did stays. */
    boolean fail(Path path) {
        path.gas.ifPresent(GasBound::spend);
        return end(path, false, new ByteRun());
    }

    /**
     * Leaves the current frame; on the outermost one the path is an outcome.
     *
     * @return whether the path goes on, in the caller
     */
    boolean end(Path path, boolean ok, ByteRun output) {
        Frame frame = path.frames.removeLast();
        path.gas.ifPresent(gas -> gas.leave(frame));
        if (!ok) {
            path.gas.ifPresent(GasBound::cool);
            path.world = frame.worldAtEntry;
            path.transientWorld = frame.transientAtEntry;
            while (path.logs.size() > frame.logsAtEntry) {
                path.logs.removeLast();
            }
        }
        if (path.frames.isEmpty()) {
            paths.end(new Outcome(
                    ok,
                    path.conditions,
                    path.simplifier.facts(),
                    path.world.simplified(path.simplifier),
                    path.logs,
                    path.words(output),
                    output.size(),
                    path.gas.map(GasBound::verdict).orElse(Outcome.Gas.ENOUGH)));
            return false;
        }
        return resume(path, ok, output, frame.outputOffset, frame.outputSize);
    }

    /** The current frame goes on after its call; at most {@code size} bytes of the output reach its memory. */
    boolean resume(Path path, boolean ok, ByteRun output, int offset, int size) {
        Frame caller = path.frame();
        caller.returnData = output;
        if (size > 0) {
            caller.memory.grow(offset + size);
            int copied = Math.min(size, output.size());
            if (copied > 0) {
                caller.memory.store(offset, output.slice(0, copied));
            }
        }
        return caller.pushAndAdvance(ok ? path.terms.one : path.terms.zero);
    }
}
