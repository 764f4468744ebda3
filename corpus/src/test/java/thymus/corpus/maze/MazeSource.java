package thymus.corpus.maze;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thymus.corpus.maze.Maze.Cell;
import thymus.corpus.maze.Maze.Condition;
import thymus.corpus.maze.Maze.Gate;
import thymus.corpus.maze.Maze.Term;

/** A maze as a contract, and a specification in which each site is a rule that reaching it breaks. */
final class MazeSource {
    private static final String PARAMETERS =
            IntStream.range(0, Maze.ARGUMENTS).mapToObj(i -> "uint64 p" + i).collect(Collectors.joining(", "));
    private static final String ARGUMENTS =
            IntStream.range(0, Maze.ARGUMENTS).mapToObj(i -> "p" + i).collect(Collectors.joining(", "));

    private MazeSource() {}

    static String name(Maze maze) {
        return "Maze" + maze.number();
    }

    static String solidity(Maze maze) {
        StringBuilder text = new StringBuilder();
        text.append("// SPDX-License-Identifier: MIT\npragma solidity 0.8.30;\n\n")
                .append("/// Made by MazeGenerator, which its test runs; "
                        + "sites of which Maze%d.sites.json says what is true.\n".formatted(maze.number()))
                .append("contract %s {\n    event Site(uint256 id);\n\n".formatted(name(maze)))
                .append("    uint256 private constant WALLS = 0x%x;\n".formatted(walls(maze)))
                .append("    uint64 public column;\n    uint64 public row;\n");
        for (int i = 0; i < Maze.MEMORIES; i++) {
            text.append("    uint64 public m%d;\n".formatted(i));
        }
        text.append('\n');
        move(text, "east", "column + 1, row");
        move(text, "south", "column, row + 1");
        move(text, "west", "column - 1, row");
        move(text, "north", "column, row - 1");
        text.append("    function move(uint64 c, uint64 r, %s) private {\n".formatted(PARAMETERS))
                .append("        require(c < %d && r < %d, \"edge\");\n".formatted(maze.size(), maze.size()))
                .append("        require((WALLS >> (r * %d + c)) & 1 == 0, \"wall\");\n".formatted(maze.size()))
                .append("        (column, row) = (c, r);\n")
                .append("        enter(%s);\n    }\n\n".formatted(ARGUMENTS))
                .append("    function enter(%s) private {\n        unchecked {\n".formatted(PARAMETERS));
        maze.cells().forEach(cell -> cell(text, cell));
        return text.append("        }\n    }\n\n")
                .append("    function reached(uint256 id) internal virtual {\n        emit Site(id);\n    }\n}\n")
                .toString();
    }

    private static BigInteger walls(Maze maze) {
        return maze.walls().stream().mapToObj(BigInteger.ZERO::setBit).reduce(BigInteger.ZERO, BigInteger::or);
    }

    private static void move(StringBuilder text, String name, String place) {
        text.append(
                "    function %s(%s) external {\n        unchecked {\n            move(%s, %s);\n        }\n    }\n\n"
                        .formatted(name, PARAMETERS, place, ARGUMENTS));
    }

    private static void cell(StringBuilder text, Cell cell) {
        String indent = "            ";
        text.append(indent).append("if (column == %d && row == %d) {\n".formatted(cell.column(), cell.row()));
        List<Gate> gates = cell.gates();
        for (int i = 0; i < gates.size(); i++) {
            String inside = indent + "    ".repeat(i + 1);
            text.append(inside)
                    .append("if (%s) {\n".formatted(condition(gates.get(i).condition())));
            gates.get(i)
                    .set()
                    .ifPresent(set ->
                            text.append(inside).append("    m%d = %s;\n".formatted(set.memory(), term(set.value()))));
            gates.get(i).site().ifPresent(site -> text.append(inside).append("    reached(%d);\n".formatted(site)));
        }
        for (int i = gates.size(); i >= 0; i--) {
            text.append(indent).append("    ".repeat(i)).append(i == 0 ? "    return;\n" : "}\n");
        }
        text.append(indent).append("}\n");
    }

    private static String condition(Condition condition) {
        return term(condition.left()) + " " + condition.relation().symbol + " " + term(condition.right());
    }

    private static String term(Term term) {
        return switch (term) {
            case Term.Argument(int index) -> "p" + index;
            case Term.Memory(int index) -> "m" + index;
            case Term.Constant(BigInteger value) -> "uint64(" + value + ")";
            case Term.Combined(Maze.Operation operation, Term left, Term right) ->
                "(" + term(left) + " " + operation.symbol + " " + term(right) + ")";
        };
    }

    static String specification(Maze maze) {
        StringBuilder text = new StringBuilder();
        text.append("// Each rule says that a site is never reached; %s.sites.json says of which that is true.\n\n"
                        .formatted(name(maze)))
                .append("contract %1$s = \"%1$s.sol:%1$s\";\nactor walker;\n\n".formatted(name(maze)))
                .append("setup {\n  maze = new %s() from walker;\n}\n\n".formatted(name(maze)));
        maze.sites().forEach(site -> text.append("rule site%d: on maze.Site(%d): false;\n".formatted(site, site)));
        return text.toString();
    }
}
