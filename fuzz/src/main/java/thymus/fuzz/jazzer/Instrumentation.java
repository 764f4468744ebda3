package thymus.fuzz.jazzer;

import java.io.File;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The classes that Jazzer's agent is to instrument in a JVM of tests. It reads the property before its first input. */
final class Instrumentation {
    private static final String INCLUDES = "jazzer.instrumentation_includes";

    private Instrumentation() {}

    /**
     * Adds the programs of contracts. Once something is named, Jazzer takes nothing else, so what the user named for
     * tests, or else the package of the test, is named as well.
     */
    static void include(Class<?> test) {
        Set<String> includes = new LinkedHashSet<>();
        split(System.getProperty(INCLUDES), File.pathSeparator).ifPresent(includes::addAll);
        includes.addAll(split(System.getenv("JAZZER_INSTRUMENT"), ",")
                .or(() -> split(System.getProperty("jazzer.instrument"), ","))
                .orElse(List.of(test.getPackageName().isEmpty() ? "*" : test.getPackageName() + ".**")));
        includes.add(JazzerTarget.PROGRAMS);
        System.setProperty(INCLUDES, String.join(File.pathSeparator, includes));
    }

    private static Optional<List<String>> split(String list, String separator) {
        return Optional.ofNullable(list).map(text -> List.of(text.split(separator)));
    }
}
