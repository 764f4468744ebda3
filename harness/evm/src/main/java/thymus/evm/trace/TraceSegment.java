package thymus.evm.trace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import thymus.evm.primitive.Word;

/**
 * A straight sequence of computations and checks that all recorded executions share. A run recomputes only what depends
 * on changed values: most of what a view reads stays the same between two transactions.
 */
final class TraceSegment {
    private static final long NEVER = -1;

    private final List<Entry> entries = new ArrayList<>();
    /** The entries that read the state. */
    private final BitSet readState = new BitSet();
    /** The entries that read a register of an earlier segment, by register. */
    private final Map<Integer, BitSet> readBefore = new HashMap<>();
    /** The computations of this segment by their registers. */
    private final Map<Integer, Computation> computations = new HashMap<>();

    private SegmentEnd tail = SegmentEnd.UNSEEN;
    private final BitSet pending = new BitSet();
    /**
     * The number of the last run that came here; {@code reached} is how many entries it passed. Their values are reused
     * by the next run.
     */
    private long visited = NEVER;

    private int reached;

    private sealed interface Entry {}

    /** @param readers the later entries that read the register */
    private record Computation(int register, Instruction instruction, BitSet readers) implements Entry {}

    /**
     * @param truth whether the register is not zero in the executions that continue here
     * @param otherwise the segment of the other executions
     */
    private record Check(int register, boolean truth, TraceSegment otherwise) implements Entry {}

    SegmentEnd tail() {
        return tail;
    }

    /**
     * Runs the entries.
     *
     * @param run its number
     * @param file the registers as the last run left them
     * @return the segment in which to continue; this one if all entries are passed
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

    /** @param known how many entries the last run has passed */
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

    /**
     * Called at the end only: a state that cannot be read, for example if the node of a fork is down, interrupts a run.
     */
    private TraceSegment end(long run, int reached, TraceSegment next) {
        visited = run;
        this.reached = reached;
        return next;
    }

    /** Returns whether executions end or branch behind the entries, so that no entry can be added. */
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

    /** Notes that the next entry reads the register. */
    private void read(int register) {
        if (register == Registers.STATE) {
            readState.set(entries.size());
        } else if (computations.containsKey(register)) {
            computations.get(register).readers.set(entries.size());
        } else if (register != Registers.CONSTANT) {
            readBefore.computeIfAbsent(register, _ -> new BitSet()).set(entries.size());
        }
    }

    /** The segment in which an execution continues behind the check at an index, given the outcome. */
    TraceSegment after(int check, boolean truth) {
        if (!(entries.get(check) instanceof Check c)) {
            throw new IllegalStateException("two executions part where no guard stands");
        }
        return c.truth == truth ? this : c.otherwise;
    }

    /** Whether any known execution that comes here returns. */
    boolean returns() {
        return tail.returns()
                || entries.stream().anyMatch(entry -> entry instanceof Check check && check.otherwise.returns());
    }

    /** Whether no execution is known that comes here. */
    private boolean isUnseen() {
        return entries.isEmpty() && tail == SegmentEnd.UNSEEN;
    }

    /**
     * Collects what the last run has done here: its computations, and the guards by which it could have come elsewhere.
     *
     * @return the segment in which it went on; this one if it passed all entries
     */
    TraceSegment follow(Word[] registers, Map<Integer, Instruction> instructions, List<Parting> partings) {
        for (Entry entry : entries) {
            switch (entry) {
                case Computation c -> instructions.put(c.register, c.instruction);
                case Check c -> {
                    boolean leaves = registers[c.register].isZero() == c.truth;
                    TraceSegment other = leaves ? this : c.otherwise;
                    partings.add(new Parting(c.register, !leaves && other.isUnseen(), leaves || other.returns()));
                    if (leaves) {
                        return c.otherwise;
                    }
                }
            }
        }
        return this;
    }

    /**
     * A guard that an execution has passed.
     *
     * @param isUnseen whether no execution is known for which it has the other outcome
     * @param returns whether one is known that has the other outcome and returns
     */
    record Parting(int register, boolean isUnseen, boolean returns) {}

    void close(SegmentEnd tail) {
        this.tail = tail;
    }
}
