package thymus.corpus.maze;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A grid of cells. A move into a cell has {@link #ARGUMENTS} numbers of 64 bits, which the cell's conditions compare
 * with each other, with constants and with the {@link #MEMORIES}, which some cells set.
 *
 * @param walls cells that no move enters, by row and column
 */
record Maze(int number, int size, BitSet walls, List<Cell> cells) {
    static final int ARGUMENTS = 4;
    static final int MEMORIES = 3;

    /** Conditions inside each other, at most one cell for each place. */
    record Cell(int column, int row, List<Gate> gates) {}

    /**
     * A condition within those before it.
     *
     * @param site what is reached if it and all before it hold; empty: nothing
     * @param set what is remembered then
     */
    record Gate(Condition condition, Optional<Integer> site, Optional<Assignment> set) {}

    record Assignment(int memory, Term value) {}

    record Condition(Relation relation, Term left, Term right) {}

    /** How two numbers without sign may be to each other. */
    enum Relation {
        EQUAL("=="),
        UNEQUAL("!="),
        LESS("<"),
        GREATER(">");

        final String symbol;

        Relation(String symbol) {
            this.symbol = symbol;
        }
    }

    /** Operations on numbers of 64 bits, which wrap. */
    enum Operation {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        REMAINDER("%"),
        AND("&"),
        XOR("^");

        final String symbol;

        Operation(String symbol) {
            this.symbol = symbol;
        }
    }

    /** A number of 64 bits without sign. */
    sealed interface Term {
        record Argument(int index) implements Term {}

        record Memory(int index) implements Term {}

        record Constant(BigInteger value) implements Term {}

        record Combined(Operation operation, Term left, Term right) implements Term {}
    }

    boolean isWall(int column, int row) {
        return walls.get(row * size + column);
    }

    /** The cells that are connected with the first. It is entered again from its neighbours. */
    BitSet entered() {
        return entered(size, walls);
    }

    static BitSet entered(int size, BitSet walls) {
        BitSet found = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int place = open.pop();
            int column = place % size;
            int row = place / size;
            for (int[] next :
                    new int[][] {{column + 1, row}, {column - 1, row}, {column, row + 1}, {column, row - 1}}) {
                boolean inside = next[0] >= 0 && next[1] >= 0 && next[0] < size && next[1] < size;
                int there = next[1] * size + next[0];
                if (inside && !walls.get(there) && !found.get(there)) {
                    found.set(there);
                    open.push(there);
                }
            }
        }
        return found;
    }

    List<Integer> sites() {
        return cells.stream()
                .flatMap(cell -> cell.gates().stream())
                .flatMap(gate -> gate.site().stream())
                .sorted()
                .toList();
    }
}
