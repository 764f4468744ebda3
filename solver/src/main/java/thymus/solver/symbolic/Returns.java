package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;

/** How calls end: their effects kept or undone, their output handed to the caller. */
final class Returns {
    /** Of an output, as many as any property reads. */
    private static final int MOST_WORDS = 64;

    private final Worklist paths;
    private final MemoryLimit limit;

    Returns(Worklist paths, boolean everyCallMayFail) {
        this.paths = paths;
        this.limit = new MemoryLimit(paths, this, everyCallMayFail);
    }

    MemoryLimit limit() {
        return limit;
    }

    /** RETURN and REVERT: the output stands in memory. */
    boolean finish(Path path, boolean ok) {
        IntTerm place = path.pop();
        IntTerm size = path.pop();
        return limit.pays(path, place, size) ? end(path, ok, path.memory(place, size)) : fail(path);
    }

    /** An exceptional halt: no output, and nothing of what the frame did stays. */
    boolean fail(Path path) {
        path.gas.ifPresent(GasBound::spend);
        return end(path, false, CallData.none(path.terms));
    }

    /**
     * Leaves the current frame; on the outermost one the path is an outcome.
     *
     * @return whether the path goes on, in the caller
     */
    boolean end(Path path, boolean ok, CallData output) {
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
            paths.end(new PathOutcome(
                    ok,
                    path.conditions,
                    path.simplifier.facts(),
                    path.world.simplified(path.simplifier),
                    path.transientWorld,
                    path.logs,
                    path.interruptions,
                    wholeWords(path, output),
                    path.gas.map(GasBound::verdict).orElse(PathOutcome.Gas.ENOUGH)));
            return false;
        }
        return resume(path, ok, output, frame.outputPlace, frame.outputSize);
    }

    /** The words that the output has for certain; no value stands in one that is cut short. */
    private static List<IntTerm> wholeWords(Path path, CallData output) {
        int words = path.simplifier
                .facts()
                .range(output.size())
                .low()
                .map(size ->
                        size.shiftRight(5).min(BigInteger.valueOf(MOST_WORDS)).intValue())
                .orElse(0);
        return path.words(output.slice(0, 32 * words, path.simplifier));
    }

    /** The current frame goes on after its call; at most {@code size} bytes of the output reach its memory. */
    boolean resume(Path path, boolean ok, CallData output, IntTerm place, IntTerm size) {
        Frame caller = path.frame();
        caller.returnData = output;
        if (size != path.terms.zero) {
            copyOut(path, output, path.simplifier.simplify(place), path.simplifier.simplify(size));
        }
        return caller.pushAndAdvance(ok ? path.terms.one : path.terms.zero);
    }

    private static void copyOut(Path path, CallData output, IntTerm place, IntTerm size) {
        Memory memory = path.frame().memory;
        Optional<BigInteger> asked = Terms.constantOf(size);
        Optional<BigInteger> given = Terms.constantOf(path.simplifier.simplify(output.size()));
        if (asked.isPresent() && given.isPresent()) {
            int copied = asked.get().min(given.get()).intValue();
            memory.touch(place, size);
            memory.store(place, output.slice(0, copied, path.simplifier), path.simplifier);
        } else if (new Distances(path.simplifier).atMost(size, output.size())) {
            CallData part = new CallData.Rest(output, path.terms.zero, size, path.terms);
            part.known(path.simplifier, Path.MOST_KNOWN)
                    .ifPresentOrElse(
                            bytes -> memory.store(place, bytes, path.simplifier),
                            () -> memory.store(place, part, path.simplifier));
        } else {
            // Nobody knows how many bytes arrive: the range may hold anything.
            memory.forget(place, size, path.simplifier);
        }
    }
}
