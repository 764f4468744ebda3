package thymus.corpus.traps;

import java.util.Map;
import java.util.TreeMap;
import thymus.ci.verdict.Verdict;

/** How often which verdict was given, by the shape that the property belongs to. */
final class Tally {
    private static final String[] WORDS = {
        "proved", "proved-to-depth", "tested", "falsified", "unknown", "vacuous", "error"
    };

    private final Map<String, Map<String, Integer>> clean = new TreeMap<>();
    private final Map<String, Map<String, Integer>> planted = new TreeMap<>();
    private final Map<String, Map<String, Integer>> guards = new TreeMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();

    void count(TrapPair pair, boolean isPlanted, String property, Verdict verdict) {
        String kind = pair.kinds().split("\\+")[property.charAt(property.length() - 1) - '0'];
        add(isPlanted ? planted : clean, kind, verdict.word());
        if (isPlanted) {
            add(guards, pair.guard().kind(), verdict.word());
        } else if (verdict instanceof Verdict.Tested tested) {
            reasons.merge(kind + ": " + tested.unproved(), 1, Integer::sum);
        }
    }

    private static void add(Map<String, Map<String, Integer>> table, String row, String word) {
        table.computeIfAbsent(row, k -> new TreeMap<>()).merge(word, 1, Integer::sum);
    }

    /** Of the clean properties. */
    double shareProved() {
        return share(clean, "proved");
    }

    /** Of the properties that are planted behind a condition that is easily met. */
    double shareOfEasyFalsified() {
        Map<String, Integer> easy = guards.getOrDefault("easy", Map.of());
        return share(Map.of("easy", easy), "falsified");
    }

    private static double share(Map<String, Map<String, Integer>> table, String word) {
        long all = table.values().stream()
                .flatMap(r -> r.values().stream())
                .mapToLong(i -> i)
                .sum();
        long some =
                table.values().stream().mapToLong(r -> r.getOrDefault(word, 0)).sum();
        return all == 0 ? 0 : (double) some / all;
    }

    /** Why clean properties were not proved, for who tunes the shapes. */
    String reasons() {
        StringBuilder text = new StringBuilder();
        reasons.forEach((reason, count) ->
                text.append(count).append("  ").append(reason).append('\n'));
        return text.toString();
    }

    String table() {
        StringBuilder text = new StringBuilder();
        table(text, "clean", clean);
        table(text, "planted, by shape", planted);
        table(text, "planted, by guard", guards);
        return text.toString();
    }

    private static void table(StringBuilder text, String title, Map<String, Map<String, Integer>> table) {
        text.append(String.format("%-20s", title));
        for (String word : WORDS) {
            text.append(String.format(" %15s", word));
        }
        text.append('\n');
        table.forEach((row, counts) -> {
            text.append(String.format("%-20s", row));
            for (String word : WORDS) {
                text.append(String.format(" %15d", counts.getOrDefault(word, 0)));
            }
            text.append('\n');
        });
    }
}
