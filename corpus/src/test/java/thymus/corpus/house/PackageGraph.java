package thymus.corpus.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which package of the product uses which, as the compiled classes say. Constants that the compiler copied and links in
 * comments do not count.
 *
 * @param uses the packages that each package uses, without itself
 */
record PackageGraph(Map<String, Set<String>> uses) {
    /** A class of ours in a descriptor, a signature or the name of a class: {@code thymus/spec/tree/Expr}. */
    private static final Pattern OURS = Pattern.compile("(thymus(?:/[a-z][a-z0-9]*)+)/[A-Z]");

    record Edge(String from, String to) {
        @Override
        public String toString() {
            return from + " -> " + to;
        }
    }

    static PackageGraph of(List<Path> classFolders) throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (Path folder : classFolders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(f -> f.toString().endsWith(".class") && !f.endsWith("package-info.class"))
                        .forEach(f -> add(uses, f));
            }
        }
        uses.values().forEach(used -> used.retainAll(uses.keySet())); // names of generated classes are not ours
        return new PackageGraph(uses);
    }

    private static void add(Map<String, Set<String>> uses, Path file) {
        try {
            var model = ClassFile.of().parse(file);
            String own = packageOf(model.thisClass().asInternalName());
            Set<String> used = uses.computeIfAbsent(own, p -> new TreeSet<>());
            for (PoolEntry entry : model.constantPool()) {
                if (entry instanceof Utf8Entry text) {
                    OURS.matcher(text.stringValue())
                            .results()
                            .map(r -> r.group(1).replace('/', '.'))
                            .forEach(used::add);
                }
            }
            used.remove(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String packageOf(String internalName) {
        Matcher matcher = OURS.matcher(internalName);
        if (!matcher.lookingAt()) {
            throw new IllegalStateException("a class outside of thymus: " + internalName);
        }
        return matcher.group(1).replace('/', '.');
    }

    /** A shortest cycle, from its first package back to it. */
    Optional<List<String>> cycle() {
        return uses.keySet().stream()
                .flatMap(p -> path(p, p).stream())
                .min((a, b) -> Integer.compare(a.size(), b.size()));
    }

    /** A shortest path of one edge or more. */
    private Optional<List<String>> path(String from, String to) {
        Map<String, String> reachedFrom = new HashMap<>();
        Set<String> visited = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String next = open.remove();
            for (String used : uses.getOrDefault(next, Set.of())) {
                if (visited.add(used)) {
                    reachedFrom.put(used, next);
                    open.add(used);
                }
            }
            if (visited.contains(to)) {
                return Optional.of(trace(reachedFrom, from, to));
            }
        }
        return Optional.empty();
    }

    private static List<String> trace(Map<String, String> reachedFrom, String from, String to) {
        List<String> path = new ArrayList<>(List.of(to));
        do {
            path.addFirst(reachedFrom.get(path.getFirst()));
        } while (!path.getFirst().equals(from));
        return path;
    }
}
