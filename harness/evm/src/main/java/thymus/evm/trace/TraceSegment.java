package thymus.evm.trace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computations and checks in a row, as far as executions have gone the same way. A run does anew only what depends on something
 * that has changed since the last one: between two transactions most of what a view reads stays as it was.
 */
final class TraceSegment {
    private static final long NEVER = -1;

    private final List<Entry> entries = new ArrayList<>();
    /** Those that read the state. */
    private final BitSet readState = new BitSet();
    /** Those that read a register, by registers that earlier chains have computed. */
    private final Map<Integer, BitSet> readBefore = new HashMap<>();
    /** The computations of this chain by their registers. */
    private final Map<Integer, Computation> computations = new HashMap<>();

    private SegmentEnd tail = SegmentEnd.UNSEEN;
    private final BitSet pending = new BitSet();
    /** The last run that came here, and how many entries it left behind: what it found there is worth something to the next. */
    private long visited = NEVER;

    private int reached;

    private sealed interface Entry {}

    /** @param readers the later entries that read the register */
    private record Computation(int register, Instruction instruction, BitSet readers) implements Entry {}

    /** @param truth whether the register is not zero in those executions that go on here; the others go on in the chain */
    private record Check(int register, boolean truth, TraceSegment otherwise) implements Entry {}

    SegmentEnd tail() {
        return tail;
    }

    /**
     * Goes from entry to entry.
     *
     * @param run its number
     * @param file as the last run left it
     * @return the chain with which to go on; this one where all entries are behind
     */
    TraceSegment run(long run, Registers file, TracedState state) {
        int known = visited == run - 1 ? reached : 0;
        begin(known, file);
        for (int at = pending.nextSetBit(0); at >= 0; at = pending.nextSetBit(at + 1)) {
            switch (entries.get(at)) {
                case Computation c -> {
                    if (file.set(c.register, c.instruction.value(file.words, state), at < known)) {
                        pending.or(c.readers);
                    }
                }
                case Check c
                when file.words[c.register].isZero() == c.truth -> {
                    return end(run, at, c.otherwise);
                }
                case Check ignored -> {}
            }
        }
        return end(run, entries.size(), this);
    }

    /** @param known how many entries the last run has left behind */
    private void begin(int known, Registers file) {
        pending.clear();
        pending.or(readState);
        if (!readBefore.isEmpty()) {
            readBefore.forEach((register, readers) -> {
                if (file.hasChanged(register)) {
                    pending.or(readers);
                }
            });
        }
        pending.set(known, entries.size());
    }

    /** Not before the end: a state that cannot be read, as one of a fork whose node is away, leaves a run half done. */
    private TraceSegment end(long run, int reached, TraceSegment next) {
        visited = run;
        this.reached = reached;
        return next;
    }

    /** Whether executions have ended or parted behind the entries, so that no more can follow. */
    boolean isClosed() {
        return tail != SegmentEnd.UNSEEN;
    }

    int size() {
        return entries.size();
    }

    void compute(int register, Instruction instruction) {
        instruction.reads().forEach(this::read);
        Computation computation = new Computation(register, instruction, new BitSet());
        computations.put(register, computation);
        entries.add(computation);
    }

    void check(int register, boolean truth) {
        read(register);
        entries.add(new Check(register, truth, new TraceSegment()));
    }

    /** The next entry reads the register. */
    private void read(int register) {
        if (register == Registers.STATE) {
            readState.set(entries.size());
        } else if (computations.containsKey(register)) {
            computations.get(register).readers.set(entries.size());
        } else if (register != Registers.CONSTANT) {
            readBefore.computeIfAbsent(register, _ -> new BitSet()).set(entries.size());
        }
    }

    /** The chain in which an execution goes on behind the check at an index, if it had the outcome. */
    TraceSegment after(int check, boolean truth) {
        if (!(entries.get(check) instanceof Check c)) {
            throw new IllegalStateException("two executions part where no guard stands");
        }
        return c.truth == truth ? this : c.otherwise;
    }

    void close(SegmentEnd tail) {
        this.tail = tail;
    }
}
