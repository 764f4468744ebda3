package thymus.evm.trace;

import java.util.Optional;
import thymus.evm.HarnessException;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.Receipt;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/**
 * One question, answered from what earlier executions showed where that is possible. Its answers are those of
 * {@link LocalChain#simulate}, whatever was asked before: only what they cost differs. For one thread.
 */
public final class TracedCall {
    /** Beyond these many ways the EVM is asked: a tree that large knows few of the ways there are. */
    private static final int MOST_WAYS = 96;
    /** No result has so many words in its head; what a contract returns behind them is not looked at. */
    private static final int MOST_WORDS = 1 << 12;

    private final LocalChain chain;
    private final LocalChain.Call call;
    private final TraceTree program = new TraceTree();
    private final Registers registers = new Registers();
    private int asked;
    private int ways;

    /** What a view says. */
    public sealed interface Answer {
        /** It returned; the first whole words of what it returned, and its number of bytes. */
        final class Words implements Answer {
            private final Word[] words;
            private final int size;
            private final long footprint;

            Words(Word[] words, int size, long footprint) {
                this.words = words;
                this.size = size;
                this.footprint = footprint;
            }

            /** What an execution returned. */
            public static Words of(byte[] output) {
                Word[] words = new Word[Math.min(MOST_WORDS, output.length / WordBytes.SIZE)];
                for (int i = 0; i < words.length; i++) {
                    words[i] = WordBytes.read32(output, WordBytes.SIZE * i);
                }
                return new Words(words, output.length, Footprint.EVERYTHING);
            }

            /** In bytes; what is beyond the whole words counts too. */
            public int size() {
                return size;
            }

            /** A {@link Footprint} of the state that it came from, the clock left out. */
            public long footprint() {
                return footprint;
            }

            /** How many of the words are known: the first ones. */
            public int count() {
                return words.length;
            }

            public Word word(int index) {
                return words[index];
            }
        }

        /** It failed. */
        record Failed() implements Answer {}

        /** Only the EVM knows. */
        record Unknown() implements Answer {}
    }

    private static final Answer FAILED = new Answer.Failed();
    private static final Answer UNKNOWN = new Answer.Unknown();

    /** @param call that is simulated */
    TracedCall(LocalChain chain, LocalChain.Call call) {
        this.chain = chain;
        this.call = call;
    }

    public LocalChain.Call call() {
        return call;
    }

    /** Whether no execution so far has looked at the clock, and so none of the same world and question will. */
    public boolean isTimeless() {
        return !program.looksAtClock();
    }

    /** The answer in the present state of the chain, as if the clock stood there. */
    public Answer answer(long timestamp, long number) {
        TracedState state = new TracedState(chain.world(), timestamp, number);
        Optional<Trace.Ending> ending = program.run(registers, state);
        if (ending.isEmpty()) {
            // What is asked once only is not worth watching.
            if (asked++ == 0 || ways >= MOST_WAYS) {
                return UNKNOWN;
            }
            record(state);
            ending = program.run(registers, state);
        }
        return ending.isPresent() ? answer(ending.get(), state.footprint()) : UNKNOWN;
    }

    private Answer answer(Trace.Ending ending, long footprint) {
        return switch (ending) {
            case Trace.Ending.Returned returned -> {
                Word[] words = new Word[returned.words().size()];
                for (int i = 0; i < words.length; i++) {
                    words[i] = returned.words().get(i).in(registers.words);
                }
                yield new Answer.Words(words, returned.size(), footprint);
            }
            case Trace.Ending.Reverted ignored -> FAILED;
            case Trace.Ending.Inexpressible ignored -> UNKNOWN;
        };
    }

    private void record(TracedState state) {
        ways++;
        TraceRecorder recorder = new TraceRecorder(state);
        int mark = chain.snapshot();
        chain.setClock(state.timestamp(), state.number());
        chain.setTracer(recorder);
        try {
            Receipt receipt = chain.simulate(call);
            if (recorder.isSound(receipt, call.gas())) {
                program.add(recorder.trace(receipt));
            } else {
                ways = MOST_WAYS;
            }
        } catch (HarnessException failed) {
            // Whoever asks the EVM will hear of it.
            ways = MOST_WAYS;
        } finally {
            chain.setTracer(Tracer.NONE);
            chain.rollback(mark);
        }
        registers.grow(program.registers());
    }
}
