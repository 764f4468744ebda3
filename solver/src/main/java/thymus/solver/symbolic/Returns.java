package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.Selector;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;

/** Ends calls: keeps or reverts their effects, and passes the output to the caller. */
final class Returns {
    /** The maximum number of output words that a property may read. */
    private static final int MOST_WORDS = 64;

    /** EIP-170. */
    private static final int MOST_CODE = 24_576;

    private final Worklist paths;
    private final MemoryLimit limit;

    Returns(Worklist paths, boolean everyCallMayFail) {
        this.paths = paths;
        this.limit = new MemoryLimit(paths, this, everyCallMayFail);
    }

    MemoryLimit limit() {
        return limit;
    }

    /** RETURN and REVERT: the output is in memory. */
    boolean finish(Path path, boolean ok) {
        IntTerm place = path.pop();
        IntTerm size = path.pop();
        return limit.pays(path, place, size) ? end(path, ok, path.memory(place, size)) : fail(path);
    }

    /** An exceptional halt: there is no output, and all effects of the frame are reverted. */
    boolean fail(Path path) {
        path.gas.ifPresent(GasBound::spend);
        return end(path, false, CallData.none(path.terms));
    }

    /** The instruction INVALID. */
    boolean invalid(Path path) {
        path.isInvalid = path.frames.size() == 1;
        return fail(path);
    }

    /**
     * Leaves the current frame. The outermost frame ends the path with an outcome.
     *
     * @return whether the path continues, in the caller
     */
    boolean end(Path path, boolean ok, CallData output) {
        Frame frame = path.frames.removeLast();
        path.gas.ifPresent(gas -> gas.leave(frame));
        if (!ok) {
            path.gas.ifPresent(GasBound::cool);
            path.world = frame.worldAtEntry;
            path.transientWorld = frame.transientAtEntry;
            path.answers = CalleeAnswers.NONE;
            path.children = frame.childrenAtEntry.simplified(path.simplifier);
            while (path.logs.size() > frame.logsAtEntry) {
                path.logs.removeLast();
            }
            while (path.entered.size() > frame.enteredAtEntry) {
                path.entered.removeLast();
            }
            while (path.departures.size() > frame.departuresAtEntry) {
                path.departures.removeLast();
            }
        } else if (frame.isNoted) {
            EnteredCall call = path.entered.get(frame.enteredAtEntry);
            path.entered.set(
                    frame.enteredAtEntry, call.ended(new Moment(path.world.withoutNew(), path.transientWorld), output));
        }
        if (path.frames.isEmpty()) {
            List<IntTerm> words = wholeWords(path, output);
            boolean returnsMore = path.simplifier.simplify(output.size()) != path.terms.constant(32L * words.size());
            paths.end(outcome(
                    path,
                    ok,
                    words,
                    returnsMore,
                    ok ? Optional.empty() : Optional.of(failure(path, output)),
                    ok && path.returnsCode
                            ? output.known(path.simplifier, Path.MOST_KNOWN).map(CreatedCode::of)
                            : Optional.empty()));
            return false;
        }
        return frame.creates.isPresent()
                ? endConstructor(path, ok, output, frame)
                : resume(path, ok, output, frame.outputPlace, frame.outputSize);
    }

    /** A path that goes no further, since others stand for what follows; what has happened on it has happened. */
    static PathOutcome cut(Path path) {
        return outcome(path, true, List.of(), true, Optional.empty(), Optional.empty());
    }

    private static PathOutcome outcome(
            Path path,
            boolean ok,
            List<IntTerm> words,
            boolean returnsMore,
            Optional<PathOutcome.Failure> failure,
            Optional<CreatedCode> created) {
        return new PathOutcome(
                ok,
                path.conditions,
                path.simplifier.facts(),
                path.world.withoutNew().simplified(path.simplifier),
                path.transientWorld.withoutNew(),
                path.logs,
                path.entered,
                path.departures,
                path.interruptions,
                words,
                returnsMore,
                path.gas.map(GasBound::verdict).orElse(PathOutcome.Gas.ENOUGH),
                failure,
                created);
    }

    /** What a constructor returns is the code of the contract. Code that is no code fails like a lack of gas. */
    private boolean endConstructor(Path path, boolean ok, CallData output, Frame constructor) {
        if (!ok) {
            return resumeCreation(path, path.terms.zero, output);
        }
        IntTerm address = path.simplifier.simplify(constructor.creates.orElseThrow());
        output.known(path.simplifier, MOST_CODE)
                .ifPresent(code -> path.children = path.children.with(
                        new Children.Child(address, constructor.contract, OpenCode.of(code, path.terms))));
        return resumeCreation(path, address, CallData.none(path.terms));
    }

    /** Resumes the current frame after its creation of a contract, with its address, or zero if it failed. */
    boolean resumeCreation(Path path, IntTerm address, CallData output) {
        path.frame().returnData = output;
        return path.frame().pushAndAdvance(address);
    }

    private static PathOutcome.Failure failure(Path path, CallData output) {
        return new PathOutcome.Failure(
                path.simplifier.simplify(output.size()),
                path.words(output.slice(0, Selector.SIZE, path.simplifier)).getFirst(),
                path.simplifier.simplify(output.word(Selector.SIZE, path.simplifier)),
                path.isInvalid);
    }

    /** The words of the output that are certainly complete. An incomplete word is not a value. */
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

    /** Resumes the current frame after its call. At most {@code size} bytes of the output are written to its memory. */
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
            // The number of copied bytes is unknown, so the whole range becomes unknown.
            memory.forget(place, size, path.simplifier);
        }
    }
}
