package thymus.harness.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thymus.harness.evm.Bytecode;
import thymus.harness.word.Word;
import thymus.harness.world.Address;

/**
 * All traces of one question as a tree: what two of them have in common up to the guard where they part is there once. An
 * execution depends on nothing but what is guarded, so the same answers to all guards mean the same execution.
 *
 * <p>A run computes anew only what depends on something that has changed since the last one: between two transactions most of
 * what a view reads stays as it was.
 */
final class Program {
    private static final long NEVER = -1;

    private static final int READS = 3;

    private Instruction[] instructions = {};
    /** What each of them reads, three by three. */
    private int[] reads = {};
    private Tail tail = Unseen.INSTANCE;
    private int registers;
    private boolean looksAtClock;
    /** The last run that came here: what it left in the registers is worth something to the next. */
    private long visited = NEVER;

    /** What follows a run of instructions. */
    private sealed interface Tail {
        /** Where the execution goes on; null where none has gone on yet. */
        default Program next(Word[] registers, Readable state) {
            return null;
        }
    }

    /** No execution has come here. */
    private enum Unseen implements Tail {
        INSTANCE
    }

    private record End(Trace.Ending ending) implements Tail {}

    private record Truth(int register, Program ifSo, Program ifNot) implements Tail {
        @Override
        public Program next(Word[] registers, Readable state) {
            return registers[register].isZero() ? ifNot : ifSo;
        }
    }

    private record Content(int register, List<Word> words, List<Program> programs) implements Tail {
        @Override
        public Program next(Word[] registers, Readable state) {
            return known(registers[register]);
        }

        Program known(Word word) {
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).isEqual(word)) {
                    return programs.get(i);
                }
            }
            return null;
        }
    }

    private record Code(Address account, List<Bytecode> codes, List<Program> programs) implements Tail {
        @Override
        public Program next(Word[] registers, Readable state) {
            return known(state.world().code(account));
        }

        /** Codes are compared by what they are, but mostly are the same object. */
        Program known(Bytecode code) {
            for (int i = 0; i < codes.size(); i++) {
                if (codes.get(i).equals(code)) {
                    return programs.get(i);
                }
            }
            return null;
        }
    }

    /** Whether any trace does. */
    boolean looksAtClock() {
        return looksAtClock;
    }

    /** Of all traces together. */
    int registers() {
        return registers;
    }

    /**
     * Follows the guards.
     *
     * @param file as the last run left it
     * @return how the execution ends; null if none was recorded that went this way
     */
    Trace.Ending run(Registers file, Readable state) {
        long run = file.begin();
        Program at = this;
        int next = 0;
        while (at != null) {
            boolean known = at.visited == run - 1;
            at.compute(file, next, known, state);
            // Not before: a state that cannot be read, as one of a fork whose node is away, leaves a run half done.
            at.visited = run;
            next += at.instructions.length;
            if (at.tail instanceof End end) {
                return end.ending;
            }
            at = at.tail.next(file.words, state);
        }
        return null;
    }

    private void compute(Registers file, int from, boolean known, Readable state) {
        for (int i = 0; i < instructions.length; i++) {
            int at = READS * i;
            if (!known || file.anyChanged(reads[at], reads[at + 1], reads[at + 2])) {
                file.set(from + i, instructions[i].value(file.words, state), known);
            }
        }
    }

    /** Adds an execution that {@link #run} does not know. */
    void add(Trace trace) {
        Program at = this;
        List<Instruction> run = new ArrayList<>();
        int count = 0;
        for (Trace.Entry entry : trace.entries()) {
            switch (entry) {
                case Trace.Entry.Computed computed -> {
                    run.add(computed.instruction());
                    looksAtClock |= computed.instruction() instanceof Instruction.Timestamp
                            || computed.instruction() instanceof Instruction.Number;
                    count++;
                }
                case Trace.Entry.Guarded guarded -> {
                    if (at.tail == Unseen.INSTANCE) {
                        at.become(run, tail(guarded.guard()));
                    }
                    run.clear();
                    at = next(at.tail, guarded.outcome());
                }
            }
        }
        if (at.tail == Unseen.INSTANCE) {
            at.become(run, new End(trace.ending()));
        }
        registers = Math.max(registers, count);
    }

    private void become(List<Instruction> run, Tail next) {
        instructions = run.toArray(Instruction[]::new);
        reads = new int[READS * instructions.length];
        Arrays.fill(reads, Registers.CONSTANT);
        for (int i = 0; i < instructions.length; i++) {
            List<Integer> registers = instructions[i].reads();
            for (int j = 0; j < registers.size(); j++) {
                reads[READS * i + j] = registers.get(j);
            }
        }
        tail = next;
        // The run that found nothing here left no values.
        visited = NEVER;
    }

    private static Tail tail(Trace.Guard guard) {
        return switch (guard) {
            case Trace.Guard.Truth truth -> new Truth(truth.register(), new Program(), new Program());
            case Trace.Guard.Content content ->
                new Content(content.register(), new ArrayList<>(), new ArrayList<>());
            case Trace.Guard.Code code -> new Code(code.account(), new ArrayList<>(), new ArrayList<>());
        };
    }

    private static Program next(Tail tail, Trace.Outcome outcome) {
        return switch (tail) {
            case Truth truth when outcome instanceof Trace.Outcome.Truth(boolean so) -> so ? truth.ifSo : truth.ifNot;
            case Content content when outcome instanceof Trace.Outcome.Content(Word word) ->
                known(content.known(word), content.words, word, content.programs);
            case Code code when outcome instanceof Trace.Outcome.Code(Bytecode bytes) ->
                known(code.known(bytes), code.codes, bytes, code.programs);
            default -> throw new IllegalStateException("two executions part where no guard stands: " + outcome);
        };
    }

    private static <T> Program known(Program program, List<T> keys, T key, List<Program> programs) {
        if (program != null) {
            return program;
        }
        keys.add(key);
        programs.add(new Program());
        return programs.getLast();
    }
}
