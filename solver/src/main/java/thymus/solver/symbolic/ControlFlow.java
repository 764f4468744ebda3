package thymus.solver.symbolic;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;

/** Jumps, and forks of a path at undecided conditions. */
final class ControlFlow {
    private static final int MOST_CHOICES_AT_ONE_PLACE = 40;
    /** After this many rounds, a loop that counts up to an unknown number is recognized as unbounded. */
    private static final int ROUNDS_TO_SEE = 4;
    /** After so many rounds a loop is not unrolled further if the function has forked often, as a search does. */
    private static final int ROUNDS_THAT_SPREAD = 12;
    /** After this many forks, a path must be shown possible before it forks again. */
    private static final int FORKS_ON_TRUST = 24;

    private final Worklist paths;
    private final Returns returns;
    private final LoopHeads loops;
    private final Predicate<List<BoolTerm>> possible;
    private final Optional<BranchGuide> guide;

    /** @param guide of the sides that are taken; empty: all of them are */
    ControlFlow(
            Worklist paths,
            Returns returns,
            LoopHeads loops,
            Predicate<List<BoolTerm>> possible,
            Optional<BranchGuide> guide) {
        this.paths = paths;
        this.returns = returns;
        this.loops = loops;
        this.possible = possible;
        this.guide = guide;
    }

    /** Enters a jump destination. The head of an unbounded loop represents all its rounds. */
    boolean destination(Path path) {
        Frame frame = path.frame();
        path.visit(Optional.empty());
        enter(path);
        Optional<LoopChanges> changes = loops.at(frame);
        if (changes.isPresent()) {
            List<Integer> key = List.of(frame.serial, frame.pc, frame.stack.size());
            LoopChanges.Snapshot head = path.heads.get(key);
            if (head != null && !isEnteredAnew(frame, head)) {
                if (!changes.get().cover(path, head)) {
                    loops.mustBeRepeated();
                }
                changes.get().end(path);
                paths.endRound(path);
                return false;
            }
            path.gas.ifPresent(gas -> forkEndless(path));
            forgetInner(path);
            path.heads.put(key, changes.get().generalise(path));
        }
        return frame.advance();
    }

    /**
     * Loops that began with more on the stack do not contain this one. Where the path comes to them again, it enters
     * them anew.
     */
    private static void forgetInner(Path path) {
        Frame frame = path.frame();
        path.heads.keySet().removeIf(head -> head.get(0) == frame.serial && head.get(2) > frame.stack.size());
    }

    /** Code that several places share, such as a decoder of arrays, goes back to another one of them. */
    private static boolean isEnteredAnew(Frame frame, LoopChanges.Snapshot head) {
        for (int i = 0; i < head.stack().size(); i++) {
            OptionalInt then = place(frame, head.stack().get(i));
            OptionalInt now = place(frame, frame.stack.get(i));
            if (then.isPresent() && now.isPresent() && then.getAsInt() != now.getAsInt()) {
                return true;
            }
        }
        return false;
    }

    private static OptionalInt place(Frame frame, IntTerm word) {
        return Terms.constantOf(word)
                .filter(number -> number.bitLength() < 31 && frame.code.isJumpDestination(number.intValue()))
                .map(number -> OptionalInt.of(number.intValue()))
                .orElseGet(OptionalInt::empty);
    }

    /** The rounds of a loop may use all gas or never end. No path that leaves the loop covers this case. */
    private void forkEndless(Path path) {
        BoolTerm ends = path.terms.zero(path.terms.fresh("rounds take all gas", Interval.BIT));
        Path failing = path.copy();
        failing.assume(path.terms.not(ends));
        if (returns.fail(failing)) {
            paths.add(failing);
        }
        path.assume(ends);
    }

    boolean jump(Path path, IntTerm destination) {
        int target = path.place(destination, "a jump destination");
        if (target >= 0 && !path.frame().isKnownUpTo(target + 1)) {
            throw path.unsupported("a jump into data behind the code of a created contract");
        }
        if (target < 0 || !path.frame().code.isJumpDestination(target)) {
            return returns.fail(path);
        }
        path.frame().pc = target;
        return true;
    }

    /** Forks: the side that jumps is queued, and this path continues with the other. */
    boolean branch(Path path) {
        Frame frame = path.frame();
        IntTerm destination = frame.pop();
        BoolTerm condition = path.ops().isTrue(frame.pop());
        int number = path.branches++;
        if (condition == path.terms.no) {
            return fall(path);
        }
        if (condition == path.terms.yes) {
            return jump(path, destination);
        }
        if (guide.isPresent()) {
            return guided(guide.get(), path, condition, destination, number);
        }
        path.visit(Optional.of(condition));
        int visits = path.choices.merge(frame.contract + "@" + frame.pc, 1, Integer::sum);
        boolean counts = visits >= ROUNDS_TO_SEE
                && path.last.orElseThrow().countsUnbounded(path.simplifier, MOST_CHOICES_AT_ONE_PLACE);
        boolean spreads = visits >= ROUNDS_THAT_SPREAD && path.budget.hasForked(path, visits + visits / 2);
        if (counts && loops.add(path)) {
            return false;
        }
        if (spreads && loops.add(path)) {
            loops.abandon();
            return false;
        }
        if (visits > MOST_CHOICES_AT_ONE_PLACE) {
            if (loops.add(path)) {
                return false;
            }
            throw path.unsupported("a loop that was not seen to end within " + MOST_CHOICES_AT_ONE_PLACE + " rounds");
        }
        path.budget.fork(path, paths.size());
        Path taken = path.copy();
        taken.assume(condition);
        boolean isTaken = isPossible(taken);
        if (isTaken && jump(taken, destination)) {
            paths.add(taken);
        }
        path.assume(path.terms.not(condition));
        // A path that is possible has a possible side.
        boolean falls = isTaken ? isPossible(path) : !path.simplifier.facts().isContradictory();
        return falls && path.frame().advance();
    }

    /** A path on the record takes the recorded side, and a path that has left it takes both. */
    private boolean guided(BranchGuide leader, Path path, BoolTerm condition, IntTerm destination, int number) {
        Frame frame = path.frame();
        Optional<Boolean> recorded = path.hasLeft ? Optional.of(false) : leader.recorded(number, frame.code, frame.pc);
        if (recorded.isEmpty() || (path.hasLeft && !leader.mayFork())) {
            return false;
        }
        boolean jumps = recorded.get();
        int target = path.place(destination, "a jump destination");
        if (path.hasLeft || leader.leaves(frame.code, jumps ? frame.pc + 1 : target)) {
            Path other = path.copy();
            other.hasLeft = true;
            other.assume(jumps ? path.terms.not(condition) : condition);
            if (!other.simplifier.facts().isContradictory() && side(other, !jumps, destination)) {
                paths.add(other);
            }
        }
        path.assume(jumps ? condition : path.terms.not(condition));
        return !path.simplifier.facts().isContradictory() && side(path, jumps, destination);
    }

    private boolean side(Path path, boolean jumps, IntTerm destination) {
        return jumps ? jump(path, destination) : fall(path);
    }

    private boolean fall(Path path) {
        boolean goesOn = path.frame().advance();
        enter(path);
        return goesOn;
    }

    private void enter(Path path) {
        if (guide.isPresent() && path.hasLeft) {
            guide.get().enters(path.frame().code, path.frame().pc, path.conditions);
        }
    }

    private boolean isPossible(Path path) {
        return !path.simplifier.facts().isContradictory()
                && (path.conditions.size() < FORKS_ON_TRUST || possible.test(path.conditions));
    }
}
