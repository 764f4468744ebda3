package thymus.corpus.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thymus.fixtures.Repository;

/**
 * What README.md shows.
 *
 * @param commands the lines in fences marked {@code sh}
 * @param unmarked lines in fences that say nothing of what they hold, and commands in any other
 * @param specification the one in the fence marked {@code inv}
 */
record Readme(List<Command> commands, List<String> unmarked, String specification) {
    private static final Pattern EXIT_CODE = Pattern.compile("<!-- exit code (\\d)\\b.*-->");
    private static final Pattern BRIEF = Pattern.compile("<!-- tested with (.*) -->");

    /**
     * @param brief what the test adds to the line, so that minutes become seconds; from a comment above the fence,
     *     empty without one
     * @param exitCode announced by a comment above the fence; 0 without one
     * @param shown lines of its output, from a fence marked {@code text} after it
     */
    record Command(String line, String brief, int exitCode, List<String> shown) {
        String tested() {
            return brief.isEmpty() ? line : line + " " + brief;
        }

        @Override
        public String toString() {
            return line;
        }
    }

    static Readme read() throws IOException {
        List<Command> commands = new ArrayList<>();
        List<String> unmarked = new ArrayList<>();
        StringBuilder specification = new StringBuilder();
        String fence = null;
        int exitCode = 0;
        String brief = "";
        for (String line : Files.readAllLines(Repository.at("README.md"))) {
            Matcher announced = EXIT_CODE.matcher(line);
            Matcher shortened = BRIEF.matcher(line);
            if (line.startsWith("```")) {
                exitCode = fence == null ? exitCode : 0;
                brief = fence == null ? brief : "";
                fence = fence == null ? line.substring(3) : null;
            } else if ("sh".equals(fence)) {
                commands.add(new Command(line, brief, exitCode, new ArrayList<>()));
            } else if ("inv".equals(fence)) {
                specification.append(line).append('\n');
            } else if ("text".equals(fence)) {
                commands.getLast().shown().add(line);
            } else if (fence != null && (fence.isEmpty() || line.startsWith("./"))) {
                unmarked.add(line);
            } else if (shortened.find()) {
                brief = shortened.group(1);
            } else if (announced.find()) {
                exitCode = Integer.parseInt(announced.group(1));
            }
        }
        return new Readme(commands, unmarked, specification.toString());
    }
}
