package thymus.ci.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import thymus.fuzz.mutation.Mutant;
import thymus.fuzz.mutation.MutationResult;
import thymus.spec.text.NumberText;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a mutation analysis found, for a reader and for machines. */
public final class MutationReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 100;

    private MutationReport() {}

    /** Lines that end with a newline each. */
    public static String text(String file, long seed, long transactions, MutationResult result) {
        StringBuilder text = new StringBuilder();
        text.append(TerminalText.text(file))
                .append(": ")
                .append(NumberText.count(result.outcomes().size(), "mutant"))
                .append(", ")
                .append(NumberText.count(result.properties().size(), "property", "properties"))
                .append(", seed ")
                .append(seed)
                .append("\n\n");
        text.append("killed    ")
                .append(NumberText.prose(result.killed()))
                .append(" of ")
                .append(NumberText.prose(result.outcomes().size()))
                .append(" (")
                .append(score(result))
                .append(" %)\n");
        result.kills().forEach((name, count) -> {
            if (count > 0) {
                text.append("  ")
                        .append(name)
                        .append("  killed ")
                        .append(NumberText.count(count, "mutant"))
                        .append('\n');
            }
        });
        String silent = result.kills().entrySet().stream()
                .filter(e -> e.getValue() == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        if (!silent.isEmpty()) {
            text.append("  killed none first: ").append(silent).append('\n');
        }
        if (!result.broken().isEmpty()) {
            text.append("  not asked, since the contracts as they are break them: ")
                    .append(String.join(", ", result.broken()))
                    .append('\n');
        }
        List<Mutant> survivors = result.survivors();
        if (!survivors.isEmpty()) {
            text.append("\nsurvived  ")
                    .append(NumberText.prose(survivors.size()))
                    .append('\n');
            survivors.forEach(mutant ->
                    text.append("  ").append(TerminalText.text(line(mutant))).append('\n'));
            text.append("\nsurvived: no property was broken within ")
                    .append(NumberText.count(transactions, "transaction"))
                    .append(". Nothing watches this line, or the change has no effect.\n");
        }
        return text.toString();
    }

    private static String line(Mutant mutant) {
        String source = mutant.source().length() <= LONGEST
                ? mutant.source()
                : mutant.source().substring(0, LONGEST) + " …";
        return mutant.place() + "  " + mutant.operator().description() + (source.isEmpty() ? "" : "  `" + source + "`");
    }

    private static String score(MutationResult result) {
        return String.format(Locale.ROOT, "%.1f", result.score());
    }

    /** One object; {@code mutants} has every mutant with the property that killed it first, or null. */
    public static String json(String file, long seed, long transactions, MutationResult result) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", 1);
        root.put("file", file);
        root.put("seed", seed);
        root.put("transactions", transactions);
        root.put("killed", result.killed());
        root.put("score", result.score());
        ArrayNode broken = root.putArray("not_asked");
        result.broken().forEach(broken::add);
        ArrayNode mutants = root.putArray("mutants");
        for (MutationResult.Outcome outcome : result.outcomes()) {
            Mutant mutant = outcome.mutant();
            ObjectNode node = mutants.addObject();
            ArrayNode contracts = node.putArray("contracts");
            mutant.instances().forEach(contracts::add);
            node.put("place", mutant.place());
            node.put("pc", mutant.pc());
            node.put(
                    "operator",
                    mutant.operator().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            node.put("change", mutant.operator().description());
            node.put("source", mutant.source());
            node.put("killed_by", outcome.killer().orElse(null));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
