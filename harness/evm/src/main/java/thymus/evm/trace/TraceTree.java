package thymus.evm.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All guarded traces of one call as a tree. Traces share their common prefix up to the guard at which they branch. An
 * execution depends only on guarded facts, so equal outcomes of all guards mean the same execution.
 */
final class TraceTree {
    private final TraceSegment first = new TraceSegment();
    private int registers;
    private boolean looksAtClock;

    /** Returns whether any trace reads the clock. */
    boolean looksAtClock() {
        return looksAtClock;
    }

    /** The number of registers of all traces together. */
    int registers() {
        return registers;
    }

    /**
     * Follows the guards.
     *
     * @param file the registers as the last run left them
     * @return how the execution ends; empty if no recorded trace matches
     */
    Optional<Trace.Ending> run(Registers file, TracedState state) {
        long run = file.begin();
        Optional<TraceSegment> at = Optional.of(first);
        while (at.isPresent()) {
            TraceSegment chain = at.get();
            TraceSegment next = chain.run(run, file, state);
            while (next != chain) {
                chain = next;
                next = chain.run(run, file, state);
            }
            if (chain.tail() instanceof SegmentEnd.End(Trace.Ending ending)) {
                return Optional.of(ending);
            }
            at = chain.tail().next(file.words, state);
        }
        return Optional.empty();
    }

    /**
     * The comparisons that decided a word of the result of the last run, which has returned.
     *
     * @param file the registers as that run left them
     */
    Deciders deciders(Registers file, TracedState state, int word) {
        Map<Integer, Instruction> instructions = new HashMap<>();
        List<TraceSegment.Parting> partings = new ArrayList<>();
        Optional<TraceSegment> at = Optional.of(first);
        while (at.isPresent()) {
            TraceSegment chain = at.get();
            TraceSegment next = chain.follow(file.words, instructions, partings);
            while (next != chain) {
                chain = next;
                next = chain.follow(file.words, instructions, partings);
            }
            if (chain.tail() instanceof SegmentEnd.End(Trace.Ending.Returned returned)) {
                return word < returned.words().size()
                        ? deciders(returned.words().get(word), instructions, partings)
                        : Deciders.NONE;
            }
            at = chain.tail().next(file.words, state);
        }
        return Deciders.NONE;
    }

    /** What lets a call fail decides nothing. What nobody has seen the other side of may, where nothing else does. */
    private static Deciders deciders(
            Instruction.Operand word, Map<Integer, Instruction> instructions, List<TraceSegment.Parting> partings) {
        Deciders found = Deciders.of(word, instructions);
        Deciders latest = Deciders.NONE;
        for (TraceSegment.Parting parting : partings) {
            Deciders deciders = Deciders.of(Instruction.Operand.of(parting.register()), instructions);
            if (parting.returns()) {
                found = found.and(deciders);
            } else if (parting.isUnseen() && deciders != Deciders.NONE) {
                latest = deciders;
            }
        }
        return found == Deciders.NONE ? latest : found;
    }

    /** Adds an execution for which {@link #run} is empty. */
    void add(Trace trace) {
        TraceSegment chain = first;
        int at = 0;
        int register = 0;
        for (Trace.Entry entry : trace.entries()) {
            boolean isNew = at == chain.size() && !chain.isClosed();
            switch (entry) {
                case Trace.Entry.Computed(Instruction instruction) -> {
                    if (isNew) {
                        chain.compute(register, instruction);
                    }
                    looksAtClock |=
                            instruction instanceof Instruction.Timestamp || instruction instanceof Instruction.Number;
                    register++;
                    at++;
                }
                case Trace.Entry.Guarded(Trace.Guard.Truth guard, Trace.Outcome.Truth outcome) -> {
                    if (isNew) {
                        chain.check(guard.register(), outcome.truth());
                    }
                    TraceSegment next = chain.after(at, outcome.truth());
                    at = next == chain ? at + 1 : 0;
                    chain = next;
                }
                case Trace.Entry.Guarded guarded -> {
                    if (isNew) {
                        chain.close(tail(guarded.guard()));
                    }
                    chain = next(chain.tail(), guarded.outcome());
                    at = 0;
                }
            }
        }
        if (at == chain.size() && !chain.isClosed()) {
            chain.close(new SegmentEnd.End(trace.ending()));
        }
        registers = Math.max(registers, register);
    }

    private static SegmentEnd tail(Trace.Guard guard) {
        return switch (guard) {
            case Trace.Guard.Content content -> new SegmentEnd.Content(content.register(), new SegmentEnd.Branches<>());
            case Trace.Guard.Code code -> new SegmentEnd.Code(code.account(), new SegmentEnd.Branches<>());
            case Trace.Guard.Truth truth -> throw new IllegalStateException("not the end of a chain: " + truth);
        };
    }

    private static TraceSegment next(SegmentEnd tail, Trace.Outcome outcome) {
        return switch (tail) {
            case SegmentEnd.Content content
            when outcome instanceof Trace.Outcome.Content known ->
                content.branches().of(known.word());
            case SegmentEnd.Code code
            when outcome instanceof Trace.Outcome.Code known -> code.branches().of(known.code());
            default -> throw new IllegalStateException("two executions part where no guard stands: " + outcome);
        };
    }
}
