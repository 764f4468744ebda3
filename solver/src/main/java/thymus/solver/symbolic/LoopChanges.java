package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import thymus.solver.state.Ether;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.state.Unseen;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
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
    /** The events of a round, and what unknown code may do in it. */
    private Unseen unseen = Unseen.NOTHING;

    private boolean movesEther;
    /** Contracts that may pay in a round. */
    private final Set<BigInteger> payers = new TreeSet<>();
    /** Whether a round calls code that is not known, or moves ether, so that lemmas have to hold between rounds. */
    private boolean isInterrupted;

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
            int interruptions,
            CallData returnData) {
        static Snapshot of(Path path) {
            Frame frame = path.frame();
            return new Snapshot(
                    List.copyOf(frame.stack),
                    frame.memory.copy(),
                    path.world,
                    path.transientWorld,
                    path.logs.size(),
                    path.interruptions.size(),
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
        SymbolicWorld reached = path.world;
        path.world = storage.forget(path, path.world);
        path.transientWorld = transientStorage.forget(path, path.transientWorld);
        path.world = path.world.with(path.world.unseen().and(unseen));
        if (movesEther) {
            String time = Ether.RENEWED + terms.fresh("rounds", Interval.BIT).id() + " ";
            path.world = EtherHavoc.after(path, path.contractsOfSystem(), payers, time);
        }
        if (isInterrupted) {
            path.interrupt(reached, true);
        } else if (!unseen.emitters().isEmpty()) {
            path.logs.add(SymbolicLog.mark(terms));
        }
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
        grown |= growUnseen(path, head);
        grown |= growEther(path, head);
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

    /** Ends a round: lemmas have to hold where the next one begins. */
    void end(Path path) {
        if (isInterrupted) {
            path.interrupt(path.world, true);
        }
    }

    private boolean growUnseen(Path path, Snapshot head) {
        Set<BigInteger> emitters = new TreeSet<>();
        for (SymbolicLog log : path.logs.subList(head.logs(), path.logs.size())) {
            if (!log.isMark()) {
                emitters.add(Terms.constantOf(log.address())
                        .orElseThrow(() -> path.unsupported("an event of a contract that is not known")));
            }
        }
        Unseen all = unseen.and(new Unseen(emitters, Set.of()));
        if (!path.world.unseen().equals(head.world().unseen())) {
            all = all.and(path.world.unseen());
        }
        boolean grown = !all.equals(unseen);
        unseen = all;
        return grown;
    }

    private boolean growEther(Path path, Snapshot head) {
        boolean grown = false;
        boolean moved = !path.world
                .ether()
                .equals(head.world().simplified(path.simplifier).ether());
        if (moved) {
            grown |= payers.addAll(path.world.ether().payers());
            grown |= !movesEther;
            movesEther = true;
        }
        if (!isInterrupted && (moved || path.interruptions.size() > head.interruptions())) {
            isInterrupted = true;
            grown = true;
        }
        return grown;
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
