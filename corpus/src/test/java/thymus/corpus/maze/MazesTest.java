package thymus.corpus.maze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thymus.fixtures.Repository;

/**
 * The mazes of the repository are what the generator makes, and Z3 says what of them is true. The properties
 * {@code thymus.maze.write}, a folder, and {@code thymus.maze.after} write others, with numbers above that.
 */
@Tag("integration")
class MazesTest {
    private static final int SITES = 40;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theRepositoryHasTheMaze(int number) throws IOException {
        String folder = System.getProperty("thymus.maze.write");
        if (folder != null) {
            write(Path.of(folder), number);
            return;
        }
        Maze maze = MazeGenerator.of(number);
        Set<Integer> reachable = MazeTruth.reachable(maze);
        assertEquals(SITES, maze.sites().size());
        assertTrue(reachable.size() < SITES && reachable.size() > SITES / 2, "sites to reach: " + reachable.size());
        for (Map.Entry<String, String> file : files(maze, reachable).entrySet()) {
            assertEquals(file.getValue(), Files.readString(Repository.at("corpus/mazes/" + file.getKey())));
        }
    }

    /** Writes the maze whose number is that much above the property. */
    private static void write(Path folder, int number) throws IOException {
        Maze maze = MazeGenerator.of(number + Integer.getInteger("thymus.maze.after", 0));
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file :
                files(maze, MazeTruth.reachable(maze)).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** The contents of the maze's files by their names. */
    private static Map<String, String> files(Maze maze, Set<Integer> reachable) {
        String name = MazeSource.name(maze);
        return Map.of(
                name + ".sol", MazeSource.solidity(maze),
                name + ".inv", MazeSource.specification(maze),
                name + ".sites.json", truth(maze, reachable));
    }

    private static String truth(Maze maze, Set<Integer> reachable) {
        return "{\n  \"reachable\": %s,\n  \"unreachable\": %s\n}\n"
                .formatted(
                        list(reachable),
                        list(maze.sites().stream()
                                .filter(site -> !reachable.contains(site))
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    private static String list(Set<Integer> sites) {
        return sites.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
