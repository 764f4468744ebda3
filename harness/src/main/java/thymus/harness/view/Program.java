package thymus.harness.view;

import java.util.ArrayList;
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

    private Instruction[] instructions = {};
    private Tail tail = Unseen.INSTANCE;
    private int registers;
    private boolean looksAtClock;
    /** The last run that came here: what it left in the registers is worth something to the next. */
    private long visited = NEVER;

    /** What follows a run of instructions. */
    private sealed interface Tail {}

    /** No execution has come here. */
    private enum Unseen implements Tail {
        INSTANCE
    }

    private record End(Trace.Ending ending) implements Tail {}

    private record Truth(int register, Program ifSo, Program ifNot) implements Tail {}

    private record Content(int register, List<Word> words, List<Program> programs) implements Tail {}

    private record Code(Address account, List<Bytecode> codes, List<Program> programs) implements Tail {}

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
            at.visited = run;
            for (Instruction instruction : at.instructions) {
                if (known && !instruction.isStale(file.changed)) {
                    file.changed[next] = false;
                } else {
                    file.set(next, instruction.value(file.words, state), known);
                }
                next++;
            }
            switch (at.tail) {
                case Truth truth -> at = file.words[truth.register].isZero() ? truth.ifNot : truth.ifSo;
                case Content content -> at = content(content, file.words[content.register]);
                case Code code -> at = code(code, state.world().code(code.account));
                case End end -> {
                    return end.ending;
                }
                case Unseen ignored -> {
                    return null;
                }
            }
        }
        return null;
    }

    private static Program content(Content content, Word word) {
        for (int i = 0; i < content.words.size(); i++) {
            if (content.words.get(i).isEqual(word)) {
                return content.programs.get(i);
            }
        }
        return null;
    }

    private static Program code(Code guard, Bytecode code) {
        for (int i = 0; i < guard.codes.size(); i++) {
            // Codes are compared by what they are, but mostly are the same object.
            if (guard.codes.get(i).equals(code)) {
                return guard.programs.get(i);
            }
        }
        return null;
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
                known(content(content, word), content.words, word, content.programs);
            case Code code when outcome instanceof Trace.Outcome.Code(Bytecode bytes) ->
                known(code(code, bytes), code.codes, bytes, code.programs);
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
