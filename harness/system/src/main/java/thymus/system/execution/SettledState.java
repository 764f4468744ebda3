package thymus.system.execution;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;
import thymus.evm.trace.Footprint;

/**
 * A state and the words of the step that looks at it. For a settled state that is the step that led to it. For {@code
 * prev} it is the later step: its sender, its value and its clock. Compared by identity only.
 */
final class SettledState {
    /** A call that changes nothing. */
    record Question(Address from, Address to, ByteBuffer data) {
        Question(Address from, Address to, byte[] data) {
            this(from, to, ByteBuffer.wrap(data));
        }
    }

    private final Optional<SettledState> before;
    private final Optional<SettledState> settled;
    private final int mark;
    private final long timestamp;
    private final long number;
    private final BigInteger sender;
    private final BigInteger value;
    private final int selector;
    private final long written;
    private final Optional<OpenTransaction> open;
    private final Optional<Callbacks> callbacks;
    private final Elsewhere elsewhere;
    /** Present for a state in the middle of a step. */
    private final Optional<InnerMoment> inner;
    /** Made when somebody asks, as is what follows: of most states nobody does. */
    private Optional<Map<Question, Receipt>> calls = Optional.empty();

    private Optional<SettledState> previous = Optional.empty();

    /**
     * A settled state.
     *
     * @param before the state that the transaction found; empty after setup
     * @param mark the world's snapshot of {@code before}
     * @param timestamp in seconds
     * @param sender zero after setup
     * @param value in wei
     * @param selector the first four bytes of the input; zero after setup
     * @param written a footprint of what is other than in {@code before}
     * @param open the transaction of an attacker's contract that its next call would go on with
     * @param callbacks that stand in the storage of an attacker's contract
     * @param elsewhere what is known of other chains
     */
    SettledState(
            Optional<SettledState> before,
            int mark,
            long timestamp,
            long number,
            BigInteger sender,
            BigInteger value,
            int selector,
            long written,
            Optional<OpenTransaction> open,
            Optional<Callbacks> callbacks,
            Elsewhere elsewhere) {
        this.before = before;
        this.settled = Optional.empty();
        this.mark = mark;
        this.timestamp = timestamp;
        this.number = number;
        this.sender = sender;
        this.value = value;
        this.selector = selector;
        this.written = written;
        this.open = open;
        this.callbacks = callbacks;
        this.elsewhere = elsewhere;
        this.inner = Optional.empty();
    }

    /** A state in the middle of the step that led to a settled one. */
    private SettledState(
            SettledState step,
            InnerMoment inner,
            Optional<SettledState> before,
            BigInteger sender,
            BigInteger value,
            int selector) {
        this.before = before;
        this.settled = Optional.empty();
        this.mark = step.mark;
        this.timestamp = step.timestamp;
        this.number = step.number;
        this.sender = sender;
        this.value = value;
        this.selector = selector;
        this.written = Footprint.EVERYTHING;
        this.open = step.open;
        this.callbacks = step.callbacks;
        this.elsewhere = step.elsewhere;
        this.inner = Optional.of(inner);
    }

    /** A moment in the middle of this step, with the words of the step; before it is the state before the step. */
    SettledState inside(InnerMoment moment) {
        return new SettledState(this, moment, before, sender, value, selector);
    }

    /** The end of a call in the middle of this step, with the words of the call; before it is where the call began. */
    SettledState ofCall(InnerMoment begin, InnerMoment end, BigInteger from, BigInteger wei, int function) {
        SettledState first = new SettledState(this, begin, Optional.empty(), from, wei, function);
        return new SettledState(this, end, Optional.of(first), from, wei, function);
    }

    /** Present for a state in the middle of a step. */
    Optional<InnerMoment> inner() {
        return inner;
    }

    /** A settled state as a later step sees it. */
    private SettledState(SettledState settled, SettledState later) {
        this.before = settled.before;
        this.settled = Optional.of(settled);
        this.mark = settled.mark;
        this.timestamp = later.timestamp;
        this.number = later.number;
        this.sender = later.sender;
        this.value = later.value;
        this.selector = later.selector;
        this.written = settled.written;
        this.open = settled.open;
        this.callbacks = settled.callbacks;
        this.elsewhere = later.elsewhere;
        this.inner = settled.inner;
    }

    /** A settled state that another time or another block looks at. */
    private SettledState(SettledState settled, SettledState seen, long timestamp, long number) {
        this.before = settled.before;
        this.settled = Optional.of(settled);
        this.mark = settled.mark;
        this.timestamp = timestamp;
        this.number = number;
        this.sender = seen.sender;
        this.value = seen.value;
        this.selector = seen.selector;
        this.written = settled.written;
        this.open = settled.open;
        this.callbacks = settled.callbacks;
        this.elsewhere = seen.elsewhere.since(settled.elsewhere, timestamp - settled.timestamp);
        this.inner = settled.inner;
    }

    /** The present state of a chain on which only setup has run. */
    static SettledState atSetup(LocalChain chain, Elsewhere elsewhere) {
        return new SettledState(
                Optional.empty(),
                0,
                chain.timestamp(),
                chain.number(),
                BigInteger.ZERO,
                BigInteger.ZERO,
                0,
                Footprint.EVERYTHING,
                Optional.empty(),
                Optional.empty(),
                elsewhere);
    }

    Optional<SettledState> before() {
        return before;
    }

    /** The state before, with the words of this step; empty after setup. */
    Optional<SettledState> previous() {
        if (previous.isEmpty()) {
            previous = before.map(state -> new SettledState(state.settled(), this));
        }
        return previous;
    }

    /** The same state with another clock. */
    SettledState at(long time) {
        return new SettledState(settled(), this, time, number);
    }

    /** The same state in another block, at the time at which it settled. */
    SettledState inBlock(long height) {
        return new SettledState(settled(), this, settled().timestamp, height);
    }

    /** Whose state it is: this moment, unless a later step looks at an earlier state. */
    SettledState settled() {
        return settled.orElse(this);
    }

    private boolean isAtSameTime(SettledState other) {
        return timestamp == other.timestamp
                && number == other.number
                && elsewhere.ahead().equals(other.elsewhere.ahead());
    }

    /** The simplest state in which a reading of the state alone, or of the clock as well, gives the same. */
    SettledState simplest(boolean timeless) {
        SettledState state = settled();
        return timeless || isAtSameTime(state) ? state : this;
    }

    int mark() {
        return mark;
    }

    long timestamp() {
        return timestamp;
    }

    long number() {
        return number;
    }

    BigInteger sender() {
        return sender;
    }

    BigInteger value() {
        return value;
    }

    int selector() {
        return selector;
    }

    long written() {
        return written;
    }

    Optional<OpenTransaction> open() {
        return open;
    }

    /** What is known of other chains. */
    Elsewhere elsewhere() {
        return elsewhere;
    }

    Optional<Callbacks> callbacks() {
        return callbacks;
    }

    /** What was already asked in this state: properties share views, and {@code prev} asks again. */
    Map<Question, Receipt> calls() {
        SettledState state = settled();
        if (state != this && isAtSameTime(state)) {
            return state.calls();
        }
        if (calls.isEmpty()) {
            calls = Optional.of(new HashMap<>());
        }
        return calls.get();
    }
}
