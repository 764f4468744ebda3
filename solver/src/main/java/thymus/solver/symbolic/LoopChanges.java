package thymus.solver.symbolic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import thymus.solver.state.Field;
import thymus.solver.state.Location;
import thymus.solver.state.Region;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/** What the rounds of one loop may change; it only grows. */
final class LoopChanges {
    /** Where solc keeps the pointer to free memory. */
    private static final int FREE_POINTER = 0x40;

    /** Positions on the stack, and whether what stands there never falls. */
    private final Map<Integer, Boolean> stack = new TreeMap<>();

    private final MemoryChanges memory = new MemoryChanges();
    private boolean freePointerGrows = true;
    private final Map<Region, Set<Integer>> storage = new LinkedHashMap<>();
    private final Map<Region, Set<Integer>> transientStorage = new LinkedHashMap<>();
    private boolean returnData;

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
        stack.forEach((position, grows) -> {
            IntTerm before = frame.stack.get(position);
            IntTerm any = terms.fresh("loop.stack" + position, Words.WORD);
            frame.stack.set(position, any);
            if (grows) {
                path.assume(terms.lessOrEqual(before, any));
            }
        });
        IntTerm free = terms.constant(FREE_POINTER);
        IntTerm before = frame.memory.load(free, path.simplifier);
        if (memory.forgetIn(frame.memory) && freePointerGrows) {
            path.assume(terms.lessOrEqual(
                    path.simplifier.simplify(before), frame.memory.load(free, path.simplifier)));
        }
        path.world = forget(path, path.world, storage);
        path.transientWorld = forget(path, path.transientWorld, transientStorage);
        if (returnData) {
            frame.returnData = CallData.Unknown.any(terms);
        }
        path.gas.ifPresent(GasBound::spend);
        return Snapshot.of(path);
    }

    private static SymbolicWorld forget(Path path, SymbolicWorld world, Map<Region, Set<Integer>> changed) {
        SymbolicWorld after = world;
        for (Map.Entry<Region, Set<Integer>> entry : changed.entrySet()) {
            Region region = entry.getKey();
            List<Field> fields = world.layout().of(region);
            List<IntTerm> values = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                values.add(entry.getValue().contains(i)
                        ? path.terms.fresh("loop." + region, Interval.unsigned(fields.get(i).width()))
                        : after.read(new Location(region, List.of()), i, path.simplifier));
            }
            after = after.with(region, new SymbolicWorld.Write(List.of(), values));
        }
        return after;
    }

    /**
     * Whether the path's state differs from the one at the head in the changes only; else they grow.
     *
     * @throws thymus.solver.UnsupportedConstructException if a round changes what no change stands for
     */
    boolean cover(Path path, Snapshot head) {
        boolean grown = growStack(path, head);
        grown |= growMemory(path, head);
        grown |= grow(path, head.world(), path.world, storage);
        grown |= grow(path, head.transientWorld(), path.transientWorld, transientStorage);
        if (path.logs.size() != head.logs()) {
            throw path.unsupported("a loop without a known bound that emits events");
        }
        if (!path.world.hasSameEtherAs(head.world().simplified(path.simplifier))) {
            throw path.unsupported("a loop without a known bound that sends ether or calls code that is not known");
        }
        if (!returnData && path.frame().returnData != head.returnData()) {
            returnData = true;
            grown = true;
        }
        return !grown;
    }

    private boolean growStack(Path path, Snapshot head) {
        boolean grown = false;
        Distances distances = new Distances(path.simplifier);
        for (int i = 0; i < head.stack().size(); i++) {
            IntTerm before = path.simplifier.simplify(head.stack().get(i));
            IntTerm now = path.simplifier.simplify(path.frame().stack.get(i));
            if (before == now) {
                continue;
            }
            boolean grows = distances.atMost(before, now);
            Boolean known = stack.get(i);
            if (known == null || (known && !grows)) {
                stack.put(i, grows);
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
                        .atMost(before.load(free, path.simplifier), path.frame().memory.load(free, path.simplifier))) {
            freePointerGrows = false;
            grown = true;
        }
        return grown;
    }

    private static boolean grow(
            Path path, SymbolicWorld head, SymbolicWorld now, Map<Region, Set<Integer>> changed) {
        boolean grown = false;
        SymbolicWorld before = head.simplified(path.simplifier);
        SymbolicWorld after = now.simplified(path.simplifier);
        for (Region region : after.writes().keySet()) {
            if (after.writes().get(region).equals(before.writes().get(region))) {
                continue;
            }
            if (!region.isPlain()) {
                throw path.unsupported("a loop without a known bound that writes elements of a mapping or an array");
            }
            grown |= growFields(path, region, before, after, changed);
        }
        return grown;
    }

    private static boolean growFields(
            Path path, Region region, SymbolicWorld before, SymbolicWorld now, Map<Region, Set<Integer>> changed) {
        boolean grown = false;
        Simplifier simplifier = path.simplifier;
        Location slot = new Location(region, List.of());
        for (int i = 0; i < now.layout().of(region).size(); i++) {
            IntTerm old = simplifier.simplify(before.read(slot, i, simplifier));
            if (old != simplifier.simplify(now.read(slot, i, simplifier))) {
                grown |= changed.computeIfAbsent(region, r -> new TreeSet<>()).add(i);
            }
        }
        return grown;
    }
}
