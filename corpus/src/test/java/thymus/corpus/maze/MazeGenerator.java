package thymus.corpus.maze;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import thymus.corpus.maze.Maze.Assignment;
import thymus.corpus.maze.Maze.Cell;
import thymus.corpus.maze.Maze.Condition;
import thymus.corpus.maze.Maze.Gate;
import thymus.corpus.maze.Maze.Operation;
import thymus.corpus.maze.Maze.Relation;
import thymus.corpus.maze.Maze.Term;

/** Makes the same maze from the same number. */
final class MazeGenerator {
    private static final int SIZE = 6;
    private static final int SITES = 40;
    private static final int WALLED_IN = 5;
    private static final int CONNECTED = 26;
    private static final int CONTRADICTED_IN = 8;
    private static final int MOST_GATES = 4;

    private final Random random;
    private int sites;

    private MazeGenerator(int number) {
        random = new Random(0x4D617A65L * 31 + number);
    }

    static Maze of(int number) {
        MazeGenerator generator = new MazeGenerator(number);
        BitSet walls = generator.walls();
        List<Integer> places = new ArrayList<>();
        for (int i = walls.nextClearBit(1); i < SIZE * SIZE; i = walls.nextClearBit(i + 1)) {
            places.add(i);
        }
        Collections.shuffle(places, generator.random);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < Maze.MEMORIES; i++) {
            cells.add(generator.setter(places.removeFirst(), i));
        }
        while (generator.sites < SITES && !places.isEmpty()) {
            cells.add(generator.cell(places.removeFirst(), places.isEmpty()));
        }
        return new Maze(number, SIZE, walls, List.copyOf(cells));
    }

    /** Most cells are connected with the first. */
    private BitSet walls() {
        BitSet walls = new BitSet();
        do {
            walls.clear();
            for (int i = 1; i < SIZE * SIZE; i++) {
                walls.set(i, random.nextInt(WALLED_IN) == 0);
            }
        } while (Maze.entered(SIZE, walls).cardinality() < CONNECTED);
        return walls;
    }

    /** A cell that remembers a number of the move under a condition on its arguments, which a move can avoid. */
    private Cell setter(int place, int memory) {
        int argument = random.nextInt(Maze.ARGUMENTS);
        Term other = new Term.Argument((argument + 1) % Maze.ARGUMENTS);
        Condition guard = random.nextBoolean()
                ? new Condition(Relation.EQUAL, new Term.Argument(argument), constant())
                : new Condition(Relation.LESS, new Term.Argument(argument), other);
        Term value = random.nextBoolean()
                ? other
                : new Term.Combined(Operation.ADD, other, new Term.Constant(BigInteger.valueOf(random.nextInt(1000))));
        return cell(place, List.of(new Gate(guard, Optional.of(++sites), Optional.of(new Assignment(memory, value)))));
    }

    private static Cell cell(int place, List<Gate> gates) {
        return new Cell(place % SIZE, place / SIZE, gates);
    }

    /** @param last whether it takes all the sites that are left */
    private Cell cell(int place, boolean last) {
        List<Gate> gates = new ArrayList<>();
        int depth = 1 + random.nextInt(MOST_GATES);
        while ((gates.size() < depth || last) && sites < SITES) {
            boolean named = gates.size() + 1 == depth || last || random.nextInt(3) > 0;
            gates.add(new Gate(condition(gates), named ? Optional.of(++sites) : Optional.empty(), Optional.empty()));
        }
        return cell(place, gates);
    }

    /** @param outer the conditions around it, of which it sometimes contradicts one */
    private Condition condition(List<Gate> outer) {
        if (!outer.isEmpty() && random.nextInt(CONTRADICTED_IN) == 0) {
            Condition other = outer.get(random.nextInt(outer.size())).condition();
            Relation contrary = other.relation() == Relation.EQUAL ? Relation.LESS : Relation.EQUAL;
            return other.relation() == Relation.UNEQUAL || other.relation() == contrary
                    ? new Condition(Relation.EQUAL, other.left(), other.right())
                    : new Condition(contrary, other.left(), other.right());
        }
        return condition();
    }

    private Condition condition() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new Condition(Relation.EQUAL, argument(), term());
            case 3 -> new Condition(Relation.UNEQUAL, argument(), constant());
            case 4, 5 -> new Condition(Relation.LESS, argument(), term());
            case 6, 7 -> new Condition(Relation.GREATER, argument(), term());
            case 8 -> new Condition(Relation.GREATER, memory(), constant());
            default -> remainder();
        };
    }

    private Condition remainder() {
        int divisor = 3 + random.nextInt(200);
        return new Condition(
                Relation.EQUAL,
                new Term.Combined(Operation.REMAINDER, argument(), number(divisor)),
                number(random.nextInt(divisor)));
    }

    private Term term() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> constant();
            case 2, 3 -> argument();
            case 4 -> memory();
            case 5 -> new Term.Combined(Operation.ADD, memory(), constant());
            case 6 -> new Term.Combined(operation(), argument(), number(2 + random.nextInt(60)));
            default -> new Term.Combined(Operation.SUBTRACT, argument(), argument());
        };
    }

    private Operation operation() {
        return Operation.values()[random.nextInt(Operation.values().length)];
    }

    private Term argument() {
        return new Term.Argument(random.nextInt(Maze.ARGUMENTS));
    }

    private Term memory() {
        return new Term.Memory(random.nextInt(Maze.MEMORIES));
    }

    private static Term number(int value) {
        return new Term.Constant(BigInteger.valueOf(value));
    }

    /** A number of few digits, or of any size. */
    private Term constant() {
        return random.nextInt(3) == 0
                ? number(random.nextInt(100))
                : new Term.Constant(new BigInteger(16 + random.nextInt(48), random));
    }
}
