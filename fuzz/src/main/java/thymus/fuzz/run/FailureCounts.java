package thymus.fuzz.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often calls of functions failed for which reason. Not thread-safe. */
final class FailureCounts {
    private static final int MOST_REASONS = 16;
    private static final int MOST_TOLD = 3;
    /** An error of a contract: what it says differs from call to call. */
    private static final Pattern ERROR = Pattern.compile("(?!Panic)([A-Za-z_$][A-Za-z_$0-9]*)\\(.+\\)");

    private final Map<Integer, Map<String, Long>> reasons = new HashMap<>();

    void count(int callable, String reason) {
        Matcher error = ERROR.matcher(reason);
        String kind = error.matches() ? error.group(1) + "(…)" : reason;
        Map<String, Long> known = reasons.computeIfAbsent(callable, _ -> new LinkedHashMap<>());
        if (known.size() < MOST_REASONS || known.containsKey(kind)) {
            known.merge(kind, 1L, Long::sum);
        }
    }

    /** The most frequent ones, in order; of equally frequent ones, the one that came first. */
    List<String> of(int callable) {
        return reasons.getOrDefault(callable, Map.of()).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_TOLD)
                .map(Map.Entry::getKey)
                .toList();
    }
}
