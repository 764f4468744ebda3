package thymus.contracts.artifact;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import thymus.evm.json.JsonFile;
import thymus.evm.json.JsonPlace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads source maps and the table of files from the output of the common tools. */
final class SourcePlacesReader {
    private static final JsonNode NOTHING = MissingNode.getInstance();

    private SourcePlacesReader() {}

    static SourcePlaces read(Artifact artifact) {
        try {
            JsonPlace top = JsonFile.read(artifact.file(), ArtifactReader.LARGEST_FILE, ArtifactException::new);
            JsonNode output = top.node().has("output") ? top.node().path("output") : top.node();
            if (output.path("contracts").isObject()) {
                return standard(artifact, artifact.source(), output, top.node().path("input"));
            }
            return top.node().has("contractName") ? hardhat(artifact, top) : foundry(artifact, top.node());
        } catch (ArtifactException e) {
            // The file was readable before. A later change of it must not hide the report.
            return new SourcePlaces(new SourceMap("", new byte[0]), SourceFiles.NONE);
        }
    }

    /** Reads solc's standard JSON, as any tool keeps it. */
    private static SourcePlaces standard(Artifact artifact, String source, JsonNode output, JsonNode input) {
        JsonNode contract = output.path("contracts").path(source).path(artifact.name());
        JsonNode sources = output.path("sources");
        Map<Integer, String> names = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : sources.properties()) {
            JsonNode id = entry.getValue().path("id");
            if (id.isInt()) {
                names.put(id.intValue(), entry.getKey());
            }
        }
        SourceMap map = map(artifact, contract.path("evm").path("deployedBytecode"));
        SourceTexts texts = new SourceTexts(input, Metadata.node(contract), artifact.file());
        return new SourcePlaces(
                map,
                new SourceFiles(
                        withOwn(names, source, map),
                        texts::of,
                        name -> sources.path(name).path("ast")));
    }

    private static SourcePlaces hardhat(Artifact artifact, JsonPlace top) {
        JsonNode build = HardhatBuild.build(top).map(JsonPlace::node).orElse(NOTHING);
        JsonNode input = build.path("input").isObject()
                ? build.path("input")
                : HardhatBuild.input(top).map(i -> i.node().path("input")).orElse(NOTHING);
        String source = top.node().path("inputSourceName").asString(artifact.source());
        return standard(artifact, source, build.path("output"), input);
    }

    /** A Foundry artifact states the number of its source; the other numbers are in the build information. */
    private static SourcePlaces foundry(Artifact artifact, JsonNode top) {
        String source = artifact.source();
        SourceMap map = map(artifact, top.path("deployedBytecode"));
        Optional<FoundryBuild> build =
                FoundryBuild.of(artifact.file(), top.path("id").asInt(-1), source);
        Map<Integer, String> names =
                new HashMap<>(build.map(FoundryBuild::names).orElse(Map.of()));
        if (top.path("id").isInt()) {
            names.putIfAbsent(top.path("id").intValue(), source);
        }
        SourceTexts texts =
                new SourceTexts(build.map(FoundryBuild::input).orElse(NOTHING), Metadata.node(top), artifact.file());
        return new SourcePlaces(
                map,
                new SourceFiles(
                        withOwn(names, source, map),
                        texts::of,
                        name -> name.equals(source) ? top.path("ast") : NOTHING));
    }

    private static SourceMap map(Artifact artifact, JsonNode code) {
        return new SourceMap(
                code.path("sourceMap").asString(""), artifact.runtime().bytes());
    }

    /** Without a table, the first instruction belongs to the contract as a whole, and so to its own file. */
    private static Map<Integer, String> withOwn(Map<Integer, String> names, String source, SourceMap map) {
        if (names.isEmpty()) {
            map.at(0).map(SourceMap.Entry::file).filter(file -> file >= 0).ifPresent(file -> names.put(file, source));
        }
        return names;
    }
}
