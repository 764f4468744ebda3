package thymus.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What {@code NAME.expected.json} says of a file below {@code soundness}: not one verdict for each property, but
 * whether it is true, and how much of that must be found out.
 *
 * @param properties by name, all of the file's
 * @param assumptions a part of each assumption that may be printed
 */
record Truth(Map<String, Claim> properties, List<String> assumptions) {

    /**
     * @param found whether nothing less than a proof of a true claim, or a counterexample to a false one, will do; what
     *     decides the other way is wrong in any case
     */
    record Claim(boolean truth, boolean found) {

        /** What is wrong with the verdict; empty if nothing is. */
        Optional<String> fault(PropertyVerdict judgement) {
            Verdict verdict = judgement.verdict();
            boolean wrong = switch (verdict) {
                case Verdict.Falsified f -> truth;
                case Verdict.Proved p -> !truth;
                case Verdict.Vacuous v -> !truth || found;
                case Verdict.Erroneous e -> true;
                case Verdict.ProvedToDepth p -> found;
                case Verdict.Tested t -> found;
                case Verdict.Unknown u -> found;
            };
            return wrong
                    ? Optional.of(judgement.property() + " is " + truth + (found ? ", which must be found" : "")
                            + ", but " + verdict)
                    : Optional.empty();
        }
    }

    static Truth read(Path specification) throws IOException {
        JsonNode root = new ObjectMapper().readTree(Files.readString(Expected.beside(specification)));
        Map<String, Claim> properties = new LinkedHashMap<>();
        root.required("properties").properties().forEach(entry -> {
            boolean truth = entry.getValue().required("truth").asBoolean();
            boolean found =
                    entry.getValue().required(truth ? "proved" : "falsified").asBoolean();
            properties.put(entry.getKey(), new Claim(truth, found));
        });
        List<String> assumptions = new ArrayList<>();
        root.required("assumptions").forEach(a -> assumptions.add(a.asString()));
        return new Truth(properties, assumptions);
    }
}
