package thymus.corpus.maze;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import thymus.corpus.maze.Maze.Assignment;
import thymus.corpus.maze.Maze.Cell;
import thymus.corpus.maze.Maze.Condition;
import thymus.corpus.maze.Maze.Gate;
import thymus.corpus.maze.Maze.Term;

/**
 * Which sites can be reached, by Z3. The walk may enter every cell that is connected with the first, in any order, and
 * avoid every assignment by its choice of arguments. Each memory is therefore zero or what one assignment gives it,
 * from arguments of that move alone, whatever the others are.
 */
final class MazeTruth implements AutoCloseable {
    private static final int BITS = 64;

    private final Context context = new Context();
    private final Maze maze;
    private final BitSet entered;

    private MazeTruth(Maze maze) {
        this.maze = maze;
        entered = maze.entered();
    }

    static Set<Integer> reachable(Maze maze) {
        try (MazeTruth truth = new MazeTruth(maze)) {
            Set<Integer> sites = new TreeSet<>();
            maze.cells().forEach(cell -> truth.add(cell, sites));
            return sites;
        }
    }

    private void add(Cell cell, Set<Integer> sites) {
        List<BoolExpr> path = new ArrayList<>(memories());
        for (Gate gate : cell.gates()) {
            path.add(condition(gate.condition(), now()));
            if (isEntered(cell) && holds(path)) {
                gate.site().ifPresent(sites::add);
            }
        }
    }

    private boolean isEntered(Cell cell) {
        return entered.get(cell.row() * maze.size() + cell.column());
    }

    @SuppressWarnings("unchecked")
    private boolean holds(List<BoolExpr> path) {
        Solver solver = context.mkSolver();
        solver.add(path.toArray(BoolExpr[]::new));
        Status status = solver.check();
        if (status == Status.UNKNOWN) {
            throw new IllegalStateException("Z3 does not know: " + solver.getReasonUnknown());
        }
        return status == Status.SATISFIABLE;
    }

    private List<BoolExpr> memories() {
        List<BoolExpr> known = new ArrayList<>();
        for (int m = 0; m < Maze.MEMORIES; m++) {
            BitVecExpr memory = symbol("m" + m);
            List<BoolExpr> cases = new ArrayList<>(List.of(context.mkEq(memory, number(BigInteger.ZERO))));
            for (Cell cell : maze.cells()) {
                Optional<Assignment> set = cell.gates().getFirst().set();
                if (set.isPresent() && set.get().memory() == m && isEntered(cell)) {
                    String move = "set" + m + ".";
                    cases.add(context.mkAnd(
                            condition(cell.gates().getFirst().condition(), symbols(move)),
                            context.mkEq(memory, term(set.get().value(), symbols(move)))));
                }
            }
            known.add(context.mkOr(cases.toArray(BoolExpr[]::new)));
        }
        return known;
    }

    private IntFunction<BitVecExpr> now() {
        return symbols("p");
    }

    private IntFunction<BitVecExpr> symbols(String prefix) {
        return i -> symbol(prefix + i);
    }

    private BitVecExpr symbol(String name) {
        return context.mkBVConst(name, BITS);
    }

    private BitVecNum number(BigInteger value) {
        return context.mkBV(value.toString(), BITS);
    }

    private BoolExpr condition(Condition condition, IntFunction<BitVecExpr> arguments) {
        BitVecExpr left = term(condition.left(), arguments);
        BitVecExpr right = term(condition.right(), arguments);
        return switch (condition.relation()) {
            case EQUAL -> context.mkEq(left, right);
            case UNEQUAL -> context.mkNot(context.mkEq(left, right));
            case LESS -> context.mkBVULT(left, right);
            case GREATER -> context.mkBVUGT(left, right);
        };
    }

    private BitVecExpr term(Term term, IntFunction<BitVecExpr> arguments) {
        return switch (term) {
            case Term.Argument(int index) -> arguments.apply(index);
            case Term.Memory(int index) -> symbol("m" + index);
            case Term.Constant(BigInteger value) -> number(value);
            case Term.Combined combined -> {
                BitVecExpr left = term(combined.left(), arguments);
                BitVecExpr right = term(combined.right(), arguments);
                yield switch (combined.operation()) {
                    case ADD -> context.mkBVAdd(left, right);
                    case SUBTRACT -> context.mkBVSub(left, right);
                    case MULTIPLY -> context.mkBVMul(left, right);
                    case REMAINDER -> context.mkBVURem(left, right);
                    case AND -> context.mkBVAND(left, right);
                    case XOR -> context.mkBVXOR(left, right);
                };
            }
        };
    }

    @Override
    public void close() {
        context.close();
    }
}
