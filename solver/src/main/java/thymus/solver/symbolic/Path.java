package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import thymus.contracts.abi.Selector;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/** One way through the code: frames, world, and what had to hold to come here. Mutable, copied at a fork. */
final class Path {
    private static final int MOST_PLACE_BITS = 22;
    /** In bytes: longer data are kept as a whole. */
    static final int MOST_KNOWN = 1 << MOST_PLACE_BITS;

    final Terms terms;
    /** What all paths of an exploration share. */
    final Budget budget;

    private final KnownCode contracts;
    final List<Frame> frames = new ArrayList<>();
    final List<BoolTerm> conditions = new ArrayList<>();
    final List<SymbolicLog> logs = new ArrayList<>();
    /** In the order of time; also those that a revert has undone. */
    final List<Interruption> interruptions = new ArrayList<>();
    /** How often this path chose at a place, to end loops without a bound. */
    final Map<String, Integer> choices = new HashMap<>();
    /** Where it came through. */
    Optional<Visit> last = Optional.empty();
    /** The states at the heads of loops from which it went on, by frame, place and depth of the stack. */
    final Map<List<Integer>, LoopChanges.Snapshot> heads = new HashMap<>();

    private int frameSerial;

    /** Counted where it decides whether a call succeeds. */
    Optional<GasBound> gas = Optional.empty();

    SymbolicWorld world;
    SymbolicWorld transientWorld;
    Simplifier simplifier;

    Path(
            Terms terms,
            Budget budget,
            KnownCode contracts,
            SymbolicWorld world,
            SymbolicWorld transientWorld,
            Simplifier simplifier) {
        this.terms = terms;
        this.budget = budget;
        this.contracts = contracts;
        this.world = world;
        this.transientWorld = transientWorld;
        this.simplifier = simplifier;
    }

    Path copy() {
        Path copy = new Path(terms, budget, contracts, world, transientWorld, simplifier);
        frames.forEach(frame -> copy.frames.add(frame.copy()));
        copy.conditions.addAll(conditions);
        copy.logs.addAll(logs);
        copy.interruptions.addAll(interruptions);
        copy.choices.putAll(choices);
        copy.last = last;
        copy.heads.putAll(heads);
        copy.frameSerial = frameSerial;
        copy.gas = gas.map(GasBound::copy);
        return copy;
    }

    Frame frame() {
        return frames.getLast();
    }

    void enter(Frame frame) {
        frame.serial = frameSerial++;
        frames.add(frame);
    }

    void visit(Optional<BoolTerm> branch) {
        Frame frame = frame();
        last = Optional.of(new Visit(last, frame.serial, frame.pc, frame.stack.size(), branch.isPresent(), branch));
    }

    WordArithmetic ops() {
        return new WordArithmetic(simplifier);
    }

    /**
     * An offset or size, which must be known on each path. Negative where no gas pays for memory of that size: the call
     * then fails, as it would.
     *
     * @throws UnsupportedConstructException if it is not known
     */
    int place(IntTerm term, String what) {
        BigInteger value = Terms.constantOf(simplifier.simplify(term))
                .orElseThrow(() -> unsupported(what + " is not a known number"));
        return value.bitLength() > MOST_PLACE_BITS ? -1 : value.intValue();
    }

    /** The top of the stack, under what the path knows. */
    IntTerm pop() {
        return simplifier.simplify(frame().pop());
    }

    /** A part of the frame's memory, as it is now. */
    CallData memory(IntTerm place, IntTerm size) {
        Memory memory = frame().memory;
        IntTerm start = simplifier.simplify(place);
        IntTerm length = simplifier.simplify(size);
        if (length == terms.zero) {
            return CallData.none(terms);
        }
        memory.touch(start, length);
        Optional<BigInteger> known = Terms.constantOf(length);
        if (known.isEmpty()) {
            return new CallData.Part(memory.copy(), start, length, terms);
        }
        return new CallData.Known(memory.slice(start, known.get().intValue(), simplifier), terms);
    }

    /** The bytes in words, the last one padded with zeros. */
    List<IntTerm> words(ByteRun bytes) {
        List<IntTerm> words = new ArrayList<>();
        for (int at = 0; at < bytes.size(); at += 32) {
            words.add(simplifier.simplify(bytes.word(at, ops(), terms)));
        }
        return words;
    }

    /** Says what is not modelled and where this path met it. */
    UnsupportedConstructException unsupported(String what) {
        Frame frame = frame();
        String place = contracts.place(frame.code, frame.pc, selector(frame), returns(frame));
        return new UnsupportedConstructException(what + ", in " + frame.contract + place);
    }

    /** The function that this path has chosen, as far as its conditions tell. */
    private OptionalInt selector(Frame frame) {
        IntTerm begin = frame.input.slice(0, Selector.SIZE, simplifier).word(0, ops(), terms);
        return simplifier
                .facts()
                .range(begin)
                .single()
                .map(word ->
                        OptionalInt.of(word.shiftRight(8 * (32 - Selector.SIZE)).intValue()))
                .orElse(OptionalInt.empty());
    }

    /** Numbers on the stack that are places in the code: those to return to are among them. */
    private static List<Integer> returns(Frame frame) {
        List<Integer> places = new ArrayList<>();
        for (IntTerm word : frame.stack.reversed()) {
            Terms.constantOf(word)
                    .filter(number -> number.bitLength() < 31 && frame.code.isJumpDestination(number.intValue()))
                    .ifPresent(number -> places.add(number.intValue()));
        }
        return places;
    }

    /** Adds a condition and carries it into everything that the path holds. */
    void assume(BoolTerm condition) {
        conditions.add(condition);
        simplifier = new Simplifier(terms, simplifier.facts().assume(condition));
        for (Frame frame : frames) {
            frame.stack.replaceAll(simplifier::simplify);
            frame.memory.simplify(simplifier);
        }
        world = world.simplified(simplifier);
    }
}
