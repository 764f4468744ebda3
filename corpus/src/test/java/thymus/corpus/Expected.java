package thymus.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import thymus.ci.expected.ExpectedFile;
import thymus.fixtures.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What {@code NAME.expected.json} says of {@code NAME.inv}.
 *
 * @param properties by name, all of the file's
 * @param assumptions a part of each assumption that may be printed; each must be, and no others
 */
record Expected(Map<String, Verdict> properties, List<String> assumptions) {

    /** @param steps the length of the shortest counterexample there is */
    record Verdict(String name, OptionalInt steps) {}

    static Path beside(Path specification) {
        return ExpectedFile.beside(specification);
    }

    static Expected read(Path specification) throws IOException {
        JsonNode root = new ObjectMapper().readTree(Files.readString(beside(specification)));
        Map<String, Verdict> properties = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : root.required("properties").properties()) {
            JsonNode said = entry.getValue();
            properties.put(
                    entry.getKey(),
                    new Verdict(
                            said.required("verdict").asString(),
                            said.has("steps") ? OptionalInt.of(said.get("steps").asInt()) : OptionalInt.empty()));
        }
        List<String> assumptions = new ArrayList<>();
        root.required("assumptions").forEach(a -> assumptions.add(a.asString()));
        return new Expected(properties, assumptions);
    }

    /** What fuzzing alone finds out, where the file says so for each property: a verdict by name. */
    static Map<String, String> byFuzzingAlone(Path specification) throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        JsonNode root = new ObjectMapper().readTree(Files.readString(beside(specification)));
        root.required("properties")
                .properties()
                .forEach(entry -> verdicts.put(
                        entry.getKey(), entry.getValue().required("fuzzer").asString()));
        return verdicts;
    }

    /** Every specification in a folder of the corpus. */
    static List<Path> specifications(String folder) {
        return Repository.specifications(Repository.at("corpus").resolve(folder));
    }
}
