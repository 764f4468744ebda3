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
import thymus.solver.state.Region;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/** One path through the code: frames, world and path condition. Mutable; copied at a fork. */
final class Path {
    private static final int MOST_PLACE_BITS = 22;
    /** The maximum number of known bytes. Longer data are kept as a whole. */
    static final int MOST_KNOWN = 1 << MOST_PLACE_BITS;

    final Terms terms;
    /** Shared by all paths of an exploration. */
    final Budget budget;

    private final KnownCode contracts;
    final List<Frame> frames = new ArrayList<>();
    final List<BoolTerm> conditions = new ArrayList<>();
    final List<SymbolicLog> logs = new ArrayList<>();
    /** The inner calls in the order of time, without those that a revert has undone. */
    final List<EnteredCall> entered = new ArrayList<>();
    /** The places where control left contracts, in the order of time, without what a revert has undone. */
    final List<Departure> departures = new ArrayList<>();
    /** The interruptions in the order of time, including those that a revert has undone. */
    final List<Interruption> interruptions = new ArrayList<>();
    /** The number of forks of this path at each branch, to end unbounded loops. */
    final Map<String, Integer> choices = new HashMap<>();
    /** The most recent visit. */
    Optional<Visit> last = Optional.empty();
    /** The states from which the path continued at the heads of loops, by frame, program counter and stack depth. */
    final Map<List<Integer>, LoopChanges.Snapshot> heads = new HashMap<>();

    private int frameSerial;

    /** Whether the instruction INVALID has ended the outermost frame. */
    boolean isInvalid;

    /** Whether what the outermost frame returns is the code of a new contract. */
    boolean returnsCode;

    /** The number of conditional jumps so far. */
    int branches;
    /** Whether it has taken a side that the record of its {@link BranchGuide} did not. */
    boolean hasLeft;

    /** Present if the success of a call matters. */
    Optional<GasBound> gas = Optional.empty();

    /** What callees have answered so far, and would answer again. */
    CalleeAnswers answers = CalleeAnswers.NONE;

    /** The contracts that this path has created. */
    Children children = Children.NONE;

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

    List<BigInteger> contractsOfSystem() {
        return contracts.contracts();
    }

    Path copy() {
        Path copy = new Path(terms, budget, contracts, world, transientWorld, simplifier);
        frames.forEach(frame -> copy.frames.add(frame.copy()));
        copy.conditions.addAll(conditions);
        copy.logs.addAll(logs);
        copy.entered.addAll(entered);
        copy.departures.addAll(departures);
        copy.interruptions.addAll(interruptions);
        copy.choices.putAll(choices);
        copy.last = last;
        copy.heads.putAll(heads);
        copy.frameSerial = frameSerial;
        copy.returnsCode = returnsCode;
        copy.answers = answers;
        copy.children = children;
        copy.branches = branches;
        copy.hasLeft = hasLeft;
        copy.gas = gas.map(GasBound::copy);
        return copy;
    }

    Frame frame() {
        return frames.getLast();
    }

    void enter(Frame frame) {
        frame.serial = frameSerial++;
        frame.childrenAtEntry = children;
        frames.add(frame);
    }

    /** What stands for the innermost frame of a created contract if it cannot be read. */
    Optional<Retreat> retreat() {
        return frames.reversed().stream()
                .flatMap(frame -> frame.retreat.stream())
                .findFirst();
    }

    /**
     * From here on the created contracts are unknown code.
     *
     * @throws UnsupportedConstructException if one of them runs, whose storage would be lost
     */
    void forgetChildren(String where) {
        if (frames.stream().anyMatch(frame -> Region.isNew(frame.contract))) {
            throw unsupported(where + " within code of a created contract");
        }
        children = children.forgotten();
        world = world.withoutNew();
        transientWorld = transientWorld.withoutNew();
    }

    void visit(Optional<BoolTerm> branch) {
        Frame frame = frame();
        last = Optional.of(new Visit(last, frame.serial, frame.pc, frame.stack.size(), branch.isPresent(), branch));
    }

    /** Notes that unknown code, or rounds of a loop, have led from that world to the present one. */
    void interrupt(SymbolicWorld before, boolean isLoop) {
        SymbolicLog mark = SymbolicLog.mark(terms);
        interruptions.add(new Interruption(before, world, isLoop, logs, mark));
        logs.add(mark);
    }

    WordArithmetic ops() {
        return new WordArithmetic(simplifier);
    }

    /**
     * An offset or size that must be known on each path. It is negative if no gas pays for memory of that size; the
     * call then fails.
     *
     * @throws UnsupportedConstructException if it is unknown
     */
    int place(IntTerm term, String what) {
        BigInteger value = Terms.constantOf(simplifier.simplify(term))
                .orElseThrow(() -> unsupported(what + " is not a known number"));
        return value.bitLength() > MOST_PLACE_BITS ? -1 : value.intValue();
    }

    /** Pops the top of the stack, simplified under the facts of the path. */
    IntTerm pop() {
        return simplifier.simplify(frame().pop());
    }

    /** A part of the frame's current memory. */
    CallData memory(IntTerm place, IntTerm size) {
        Memory memory = frame().memory;
        IntTerm start = simplifier.simplify(place);
        IntTerm length = simplifier.simplify(size);
        if (length == terms.zero) {
            return CallData.none(terms);
        }
        memory.touch(start, length);
        Optional<CallData> whole = memory.copied(start, length, simplifier);
        if (whole.isPresent()) {
            return whole.get();
        }
        Optional<BigInteger> known = Terms.constantOf(length);
        if (known.isEmpty()) {
            return new CallData.Part(memory.copy(), start, length, terms);
        }
        return new CallData.Known(memory.slice(start, known.get().intValue(), simplifier), terms);
    }

    /** The bytes as words, with the last word padded with zeros. */
    List<IntTerm> words(ByteRun bytes) {
        List<IntTerm> words = new ArrayList<>();
        for (int at = 0; at < bytes.size(); at += 32) {
            words.add(simplifier.simplify(bytes.word(at, ops(), terms)));
        }
        return words;
    }

    /** An error with the unsupported construct and its location on this path. */
    UnsupportedConstructException unsupported(String what) {
        Frame frame = frame();
        String place = contracts.place(frame.code, frame.pc, selector(frame), returns(frame));
        return new UnsupportedConstructException(what + ", in " + frame.contract + place);
    }

    /** The selector that this path has chosen, as far as its conditions determine it. */
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

    /** The numbers on the stack that are code offsets. They include the return addresses. */
    private static List<Integer> returns(Frame frame) {
        List<Integer> places = new ArrayList<>();
        for (IntTerm word : frame.stack.reversed()) {
            Terms.constantOf(word)
                    .filter(number -> number.bitLength() < 31 && frame.code.isJumpDestination(number.intValue()))
                    .ifPresent(number -> places.add(number.intValue()));
        }
        return places;
    }

    /** Adds a condition to the path condition and simplifies the state of the path under it. */
    void assume(BoolTerm condition) {
        conditions.add(condition);
        simplifier = new Simplifier(terms, simplifier.facts().assume(condition));
        for (Frame frame : frames) {
            frame.stack.replaceAll(simplifier::simplify);
            frame.memory.simplify(simplifier);
        }
        world = world.simplified(simplifier);
        children = children.simplified(simplifier);
    }
}
