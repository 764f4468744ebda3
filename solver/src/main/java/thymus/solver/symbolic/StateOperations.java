package thymus.solver.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import thymus.evm.interpreter.Opcode;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.state.Region;
import thymus.solver.state.SlotLocation;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.IntTerm;

/** The lasting effects of a call: storage, transient storage (EIP-1153) and events. */
public final class StateOperations {
    /** The prefix that separates the names of transient unknowns from those of storage. */
    public static final String TRANSIENT = "transient ";

    /** The maximum number of bytes read from event data of unknown length. It suffices for fields of known length. */
    private static final int MOST_READ = 32 * 32;

    private final Returns returns;
    private final SlotCases cases;
    private final boolean readsAnything;

    /**
     * @param cases of slots that depend on conditions
     * @param readsAnything whether a read at a slot that cannot be told is a read of any word. Where the answer itself
     *     is asked for, a refusal says more.
     */
    StateOperations(Returns returns, SlotCases cases, boolean readsAnything) {
        this.returns = returns;
        this.cases = cases;
        this.readsAnything = readsAnything;
    }

    boolean load(Path path, Opcode opcode) {
        Frame frame = path.frame();
        IntTerm slot = path.simplifier.simplify(frame.stack.getLast());
        SymbolicWorld world = opcode == Opcode.SLOAD ? path.world : path.transientWorld;
        String contract = opcode == Opcode.SLOAD ? frame.contract : TRANSIENT + frame.contract;
        SlotLocation location;
        try {
            location = world.locate(contract, slot, path.simplifier);
        } catch (UnsupportedConstructException e) {
            if (cases.open(path, slot)) {
                return false;
            }
            if (!readsAnything) {
                throw path.unsupported(e.getMessage());
            }
            frame.pop();
            return frame.pushAndAdvance(path.terms.fresh("a word of storage", WordArithmetic.WORD));
        }
        frame.pop();
        return frame.pushAndAdvance(placed(path, () -> world.load(location, path.simplifier)));
    }

    boolean store(Path path, Opcode opcode) {
        Frame frame = path.frame();
        if (frame.isStatic) {
            return returns.fail(path);
        }
        IntTerm slot = path.simplifier.simplify(frame.stack.getLast());
        SymbolicWorld world = opcode == Opcode.SSTORE ? path.world : path.transientWorld;
        String contract = opcode == Opcode.SSTORE ? frame.contract : TRANSIENT + frame.contract;
        SlotLocation location;
        try {
            location = world.locate(contract, slot, path.simplifier);
        } catch (UnsupportedConstructException e) {
            if (cases.open(path, slot)) {
                return false;
            }
            throw path.unsupported(e.getMessage());
        }
        frame.pop();
        IntTerm word = path.simplifier.simplify(frame.pop());
        SymbolicWorld after = placed(path, () -> stored(path, world, location, word));
        if (opcode == Opcode.SSTORE) {
            path.world = after;
        } else {
            path.transientWorld = after;
        }
        return frame.advance();
    }

    /** Adds the location of the code to the error about an unsupported slot. */
    private static <T> T placed(Path path, Supplier<T> access) {
        try {
            return access.get();
        } catch (UnsupportedConstructException e) {
            throw path.unsupported(e.getMessage());
        }
    }

    private static SymbolicWorld stored(Path path, SymbolicWorld world, SlotLocation location, IntTerm word) {
        WordArithmetic ops = path.ops();
        return world.store(location, field -> path.simplifier.simplify(ops.field(word, field.offset(), field.width())));
    }

    boolean log(Path path, int topics) {
        Frame frame = path.frame();
        IntTerm place = path.pop();
        IntTerm size = path.pop();
        if (frame.isStatic || !returns.limit().pays(path, place, size)) {
            return returns.fail(path);
        }
        List<IntTerm> found = new ArrayList<>();
        for (int i = 0; i < topics; i++) {
            found.add(path.pop());
        }
        CallData data = path.memory(place, size);
        if (Region.isNew(frame.contract)) {
            // No property speaks of events of a contract that the transaction has created.
            return frame.advance();
        }
        ByteRun words =
                data.known(path.simplifier, Path.MOST_KNOWN).orElseGet(() -> data.slice(0, MOST_READ, path.simplifier));
        path.logs.add(new SymbolicLog(frame.address, found, path.words(words), path.simplifier.simplify(size)));
        return frame.advance();
    }
}
