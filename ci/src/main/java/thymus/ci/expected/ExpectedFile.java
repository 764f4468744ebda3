package thymus.ci.expected;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import thymus.ci.CiException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What {@code NAME.expected.json} says. It has three forms: a verdict for each property, or whether the property is
 * true and how much of that must be found, both below {@code properties}; or, without that word, the length of each
 * attack.
 *
 * @param properties by name
 * @param assumptions a part of each assumption that a check may print; empty where the file says nothing of them
 * @param incident that the system re-enacts; empty for most
 */
public record ExpectedFile(
        Map<String, ExpectedVerdict> properties, List<String> assumptions, Optional<Incident> incident) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FALSIFIED = "falsified";
    private static final String PROVED = "proved";

    /** Where the expectations of a specification are, be they there or not. */
    public static Path beside(Path specification) {
        String name = specification.getFileName().toString();
        return specification.resolveSibling(name.replaceFirst("\\.inv$", "") + ".expected.json");
    }

    public static boolean exists(Path specification) {
        return Files.isRegularFile(beside(specification));
    }

    /** @throws CiException.WrongInput if the file is not of one of the forms */
    public static ExpectedFile read(Path specification) {
        Path file = beside(specification);
        try {
            return read(JSON.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new CiException.WrongInput(file + ": cannot be read: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new CiException.WrongInput(
                    file + ": does not say what is expected: " + e.getOriginalMessage()
                            + "; write {\"properties\": {\"NAME\": {\"verdict\": \"proved\"}}}",
                    e);
        }
    }

    private static ExpectedFile read(JsonNode root) {
        Map<String, ExpectedVerdict> properties = new LinkedHashMap<>();
        JsonNode named = root.has("properties") ? root.get("properties") : root;
        named.properties().forEach(entry -> properties.put(entry.getKey(), verdict(entry.getValue())));
        JsonNode incident = root.path("incident");
        return new ExpectedFile(
                properties,
                root.path("assumptions").valueStream().map(JsonNode::asString).toList(),
                incident.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new Incident(
                                incident.required("name").asString(),
                                incident.required("year").asInt(),
                                incident.required("loss").asString())));
    }

    private static ExpectedVerdict verdict(JsonNode said) {
        if (said.isNull()) {
            return of(PROVED, said, false);
        }
        if (said.has("verdict")) {
            return of(said.get("verdict").asString(), said, true);
        }
        if (said.has("truth")) {
            boolean truth = said.get("truth").asBoolean();
            String word = truth ? PROVED : FALSIFIED;
            return of(word, said, said.required(word).asBoolean());
        }
        said.required("steps");
        return of(FALSIFIED, said, true);
    }

    private static ExpectedVerdict of(String word, JsonNode said, boolean demanded) {
        return new ExpectedVerdict(
                word,
                said.has("steps") ? OptionalInt.of(said.get("steps").asInt()) : OptionalInt.empty(),
                said.path("more").asInt(0),
                demanded,
                said.has("fuzzer") ? Optional.of(said.get("fuzzer").asString()) : Optional.empty());
    }
}
