package thymus.system.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import thymus.system.execution.Entry;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes replay files; {@link ReplayReader} describes them. */
final class ReplayWriter {
    private static final JsonMapper MAPPER = new JsonMapper();

    private ReplayWriter() {}

    static void write(Counterexample counterexample, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Files.writeString(file, text(json(counterexample, folder)));
        } catch (IOException e) {
            throw new ReplayFileException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private static String text(ObjectNode json) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return MAPPER.writer().with(printer).writeValueAsString(json) + "\n";
    }

    /** The text of a corpus entry. */
    static String text(CorpusEntry entry) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put(CorpusEntry.FORMAT, CorpusEntry.VERSION);
        var steps = json.putArray("steps");
        entry.steps().forEach(step -> write(step, steps.addObject()));
        return text(json);
    }

    private static ObjectNode json(Counterexample counterexample, Path folder) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put(ReplayReader.FORMAT, ReplayReader.VERSION);
        json.put("specification", path(folder, counterexample.specification()));
        json.put("specification-sha256", counterexample.specificationHash());
        counterexample.artifacts().ifPresent(artifacts -> json.put("artifacts", path(folder, artifacts)));
        ObjectNode codes = json.putObject("code-sha256");
        counterexample.codeHashes().forEach(codes::put);
        counterexample.fork().ifPresent(fork -> write(fork, json.putObject("fork"), folder));
        if (!counterexample.parameters().isEmpty()) {
            ObjectNode parameters = json.putObject("parameters");
            counterexample.parameters().forEach((name, value) -> parameters.put(name, value.toString()));
        }
        if (!counterexample.witnesses().isEmpty()) {
            var witnesses = json.putArray("witnesses");
            counterexample
                    .witnesses()
                    .forEach(witness -> witnesses
                            .addObject()
                            .put("variable", witness.variable())
                            .put("value", witness.value().toString()));
        }
        json.put("seed", counterexample.seed());
        json.put("property", counterexample.property());
        json.put("broken-at", counterexample.brokenAt());
        var steps = json.putArray("steps");
        counterexample.steps().forEach(step -> write(step, steps.addObject()));
        return json;
    }

    private static void write(RecordedFork fork, ObjectNode json, Path folder) {
        json.put("chain-id", fork.point().chainId());
        json.put("block", fork.point().number());
        json.put("timestamp", fork.point().timestamp());
        json.put(fork.file().isPresent() ? "sha256" : "block-hash", fork.point().fingerprint());
        fork.file().ifPresent(file -> json.put("file", path(folder, file)));
    }

    private static void write(RecordedStep step, ObjectNode json) {
        json.put("seconds", step.seconds());
        json.put("blocks", step.blocks());
        json.put("sender", step.sender());
        write(new RecordedCall(step.target(), step.function(), step.arguments(), step.data(), step.value()), json);
        if (step.entry() != Entry.DIRECT) {
            json.put("entry", EntryText.of(step.entry()));
        }
        step.gas().ifPresent(gas -> json.put("gas", gas));
        if (step.ahead() != 0) {
            json.put("clock-ahead", step.ahead());
        }
        step.callbacks().ifPresent(callbacks -> CallbacksJson.write(callbacks, json.putObject("callbacks")));
    }

    static void write(RecordedCall call, ObjectNode json) {
        json.put("target", call.target());
        call.function().ifPresent(function -> {
            json.put("function", function);
            ObjectNode arguments = json.putObject("arguments");
            call.arguments().forEach(arguments::put);
        });
        json.put("data", call.data());
        json.put("value", call.value().toString());
    }

    /** Relative to the file where that is possible, so that a project can be moved as a whole. */
    private static String path(Path folder, Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path from = folder.normalize();
        boolean related = absolute.getRoot() != null && absolute.getRoot().equals(from.getRoot());
        return (related ? from.relativize(absolute) : absolute).toString().replace('\\', '/');
    }
}
