package thymus.evm.trace;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import thymus.evm.HarnessException;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.Receipt;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/**
 * One simulated call, answered from traces of earlier executions if possible. The answers equal those of {@link
 * LocalChain#simulate}, independent of earlier calls; only the cost differs. For one thread.
 */
public final class TracedCall {
    /** The EVM answers beyond this number of traces: a call with more paths than that has many more. */
    private static final int MOST_TRACES = 96;
    /** The number of words of a result that are read; anything a contract returns behind them is ignored. */
    private static final int MOST_WORDS = 1 << 12;

    private final LocalChain chain;
    private final LocalChain.Call call;
    private final TraceTree program = new TraceTree();
    private final Registers registers = new Registers();
    /** Those of each ending, by the word; forgotten when another execution becomes known. */
    private final Map<Trace.Ending, Map<Integer, Deciders>> deciders = new IdentityHashMap<>();

    private Optional<Trace.Ending> latest = Optional.empty();
    private int asked;
    private int traces;

    /** The result of a view. */
    public sealed interface Answer {
        /** The call succeeded: the first whole words of the returned data, and its size. */
        final class Words implements Answer {
            private final Word[] words;
            private final int size;
            private final long footprint;

            Words(Word[] words, int size, long footprint) {
                this.words = words;
                this.size = size;
                this.footprint = footprint;
            }

            /** The answer with the data that an execution returned. */
            public static Words of(byte[] output) {
                Word[] words = new Word[Math.min(MOST_WORDS, output.length / WordBytes.SIZE)];
                for (int i = 0; i < words.length; i++) {
                    words[i] = WordBytes.read32(output, WordBytes.SIZE * i);
                }
                return new Words(words, output.length, Footprint.EVERYTHING);
            }

            /** The size of the returned data in bytes, including bytes behind the whole words. */
            public int size() {
                return size;
            }

            /** The {@link Footprint} of the state that the answer depends on, except the clock. */
            public long footprint() {
                return footprint;
            }

            /** The number of known words, which are the first ones. */
            public int count() {
                return words.length;
            }

            /**
             * One of the known words.
             *
             * @param index below {@link #count}
             */
            public Word word(int index) {
                return words[index];
            }
        }

        /** The call failed. */
        record Failed() implements Answer {}

        /** Only the EVM can answer. */
        record Unknown() implements Answer {}
    }

    private static final Answer FAILED = new Answer.Failed();
    private static final Answer UNKNOWN = new Answer.Unknown();

    /** @param call to simulate */
    TracedCall(LocalChain chain, LocalChain.Call call) {
        this.chain = chain;
        this.call = call;
    }

    /** The call. */
    public LocalChain.Call call() {
        return call;
    }

    /**
     * Returns whether no execution so far has read the clock. An execution of the same call in the same world does not
     * read it either.
     */
    public boolean isTimeless() {
        return !program.looksAtClock();
    }

    /**
     * The answer in the current state of the chain, with the clock at the given time.
     *
     * @param timestamp in seconds
     */
    public Answer answer(long timestamp, long number) {
        TracedState state = new TracedState(chain.world(), timestamp, number);
        Optional<Trace.Ending> ending = program.run(registers, state);
        if (ending.isEmpty()) {
            // The first call is not traced, because most calls are made only once.
            if (asked++ == 0 || traces >= MOST_TRACES) {
                return UNKNOWN;
            }
            record(state);
            ending = program.run(registers, state);
        }
        latest = ending;
        return ending.isPresent() ? answer(ending.get(), state.footprint()) : UNKNOWN;
    }

    /**
     * How far the latest answer is from another one: the least distance between two numbers whose comparison has
     * decided one of its words. It says nothing about what else may change the answer.
     *
     * @return empty if nothing is compared, or if the EVM was asked
     */
    public Optional<BigInteger> distance(int word, long timestamp, long number) {
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        return deciders.computeIfAbsent(latest.get(), _ -> new HashMap<>())
                .computeIfAbsent(
                        word, w -> program.deciders(registers, new TracedState(chain.world(), timestamp, number), w))
                .distance(registers.words);
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
        traces++;
        TraceRecorder recorder = new TraceRecorder(state);
        int mark = chain.snapshot();
        chain.setClock(state.timestamp(), state.number());
        chain.setTracer(recorder);
        try {
            Receipt receipt = chain.simulate(call);
            if (recorder.isSound(receipt, call.gas())) {
                program.add(recorder.trace(receipt));
                deciders.clear();
            } else {
                traces = MOST_TRACES;
            }
        } catch (HarnessException failed) {
            // The caller asks the EVM next and receives the error.
            traces = MOST_TRACES;
        } finally {
            chain.setTracer(Tracer.NONE);
            chain.rollback(mark);
        }
        registers.grow(program.registers());
    }
}
