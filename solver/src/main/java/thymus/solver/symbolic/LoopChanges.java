package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.state.Unseen;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;

/** What the rounds of one loop may change; it only grows. */
final class LoopChanges {
    /** The address at which solc keeps the pointer to free memory. */
    private static final int FREE_POINTER = 0x40;

    /** By positions on the stack. */
    private final Map<Integer, StackChange> stack = new TreeMap<>();

    private final MemoryChanges memory = new MemoryChanges();
    private boolean freePointerGrows = true;
    private final LoopWrites storage = new LoopWrites();
    private final LoopWrites transientStorage = new LoopWrites();
    /** Contracts that emit events in a round. */
    private final Set<BigInteger> emitters = new TreeSet<>();

    private boolean returnData;
    /** Whether a round makes a call, which may run out of gas though the loop goes on. */
    private boolean calls;

    /** A state at the head. */
    record Snapshot(
            List<IntTerm> stack,
            Memory memory,
            SymbolicWorld world,
            SymbolicWorld transientWorld,
            int logs,
            CallData returnData) {
        static Snapshot of(Path path) {
            Frame frame = path.frame();
            return new Snapshot(
                    List.copyOf(frame.stack),
                    frame.memory.copy(),
                    path.world,
                    path.transientWorld,
                    path.logs.size(),
                    frame.returnData);
        }
    }

    /** Takes the path to any state that differs in the changes only. */
    Snapshot generalise(Path path) {
        Frame frame = path.frame();
        Terms terms = path.terms;
        path.forgetChildren("a loop without a known bound");
        stack.forEach((position, change) ->
                frame.stack.set(position, change.after(path, frame.stack.get(position), "loop.stack" + position)));
        IntTerm free = terms.constant(FREE_POINTER);
        IntTerm before = frame.memory.load(free, path.simplifier);
        // Rounds may touch memory that they leave as it was.
        frame.memory.forgetSize();
        if (memory.forgetIn(frame.memory) && freePointerGrows) {
            path.assume(terms.lessOrEqual(path.simplifier.simplify(before), frame.memory.load(free, path.simplifier)));
        }
        path.world = storage.forget(path, path.world);
        path.transientWorld = transientStorage.forget(path, path.transientWorld);
        path.world = path.world.with(path.world.unseen().and(new Unseen(emitters, Set.of())));
        // A round may call the callees that answered.
        path.answers = CalleeAnswers.NONE;
        if (returnData) {
            frame.returnData = CallData.Unknown.any(terms);
        }
        path.gas.ifPresent(gas -> gas.spendInRounds(calls));
        return Snapshot.of(path);
    }

    /**
     * Whether the path's state differs from the one at the head in the changes only; else they grow.
     *
     * @throws thymus.solver.UnsupportedConstructException if a round changes what no change stands for
     */
    boolean cover(Path path, Snapshot head) {
        path.forgetChildren("a loop without a known bound");
        boolean grown = growStack(path, head);
        grown |= growMemory(path, head);
        grown |= storage.grow(path, head.world(), path.world);
        grown |= transientStorage.grow(path, head.transientWorld(), path.transientWorld);
        for (SymbolicLog log : path.logs.subList(head.logs(), path.logs.size())) {
            grown |= emitters.add(Terms.constantOf(log.address())
                    .orElseThrow(() -> path.unsupported("an event of a contract that is not known")));
        }
        if (!path.world.hasSameEtherAs(head.world().simplified(path.simplifier))) {
            throw path.unsupported("a loop without a known bound that sends ether or calls code that is not known");
        }
        if (!returnData && path.frame().returnData != head.returnData()) {
            returnData = true;
            grown = true;
        }
        if (!calls && path.gas.filter(GasBound::hasCalled).isPresent()) {
            calls = true;
            grown = true;
        }
        return !grown;
    }

    private boolean growStack(Path path, Snapshot head) {
        boolean grown = false;
        for (int i = 0; i < head.stack().size(); i++) {
            IntTerm before = path.simplifier.simplify(head.stack().get(i));
            IntTerm now = path.simplifier.simplify(path.frame().stack.get(i));
            if (before == now) {
                continue;
            }
            StackChange known = stack.get(i);
            StackChange change = StackChange.between(before, now, path.simplifier);
            if (known == null || known.compareTo(change) < 0) {
                stack.put(i, change);
                grown = true;
            }
        }
        return grown;
    }

    private boolean growMemory(Path path, Snapshot head) {
        Memory before = head.memory().copy();
        before.simplify(path.simplifier);
        IntTerm free = path.terms.constant(FREE_POINTER);
        boolean grown = memory.grow(before, path.frame().memory);
        if (freePointerGrows
                && !new Distances(path.simplifier)
                        .atMost(
                                before.load(free, path.simplifier),
                                path.frame().memory.load(free, path.simplifier))) {
            freePointerGrows = false;
            grown = true;
        }
        return grown;
    }
}
