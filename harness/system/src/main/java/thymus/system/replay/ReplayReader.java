package thymus.system.replay;

import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import thymus.evm.json.JsonFile;
import thymus.evm.json.JsonPlace;
import thymus.fork.state.ForkPoint;
import thymus.system.execution.Entry;
import thymus.system.execution.Witness;

/**
 * Reads replay files, JSON objects of these fields:
 *
 * <ul>
 *   <li>{@code thymus-replay}: 1, the version of this format
 *   <li>{@code specification}, {@code artifacts}: paths relative to the file, or absolute; artifacts only where they
 *   were not looked for beside the specification
 *   <li>{@code specification-sha256}; {@code code-sha256}: deployed contract to the hash of its code on the chain
 *   <li>{@code fork}, where the system began with one: {@code chain-id}, {@code block}, {@code timestamp}, and {@code
 *   file} with its {@code sha256}, or {@code block-hash}
 *   <li>{@code witnesses}, where a {@code forall} is false at values that the steps do not show: {@code variable} and
 *       {@code value}, decimal
 *   <li>{@code parameters}, where the specification has some: name to value, decimal
 *   <li>{@code seed} of the campaign, {@code property}, {@code broken-at}: after how many steps, 0 being right after
 *   setup
 *   <li>{@code steps}: {@code seconds} and {@code blocks} that pass before the call, {@code sender} and {@code target}
 *   (a name, or 0x and 40 digits), {@code function} (signature, absent for data of no function), {@code arguments}
 *   (name to value, for readers; may be left out), {@code data} (0x and hexadecimal digits: what is sent), {@code
 *   value} (wei), and where it is no transaction of the sender's own {@code entry}: {@code contract} (the sender is an
 *   attacker's contract, which makes the call in a transaction of its owner) or {@code same-transaction} (one more call
 *   of the same contract in the transaction of the step before, at the same time)
 *   <li>{@code callbacks} of a step that begins a transaction, where an attacker's contract has something to do when it
 *   is called: its {@code account}, and {@code reactions} to the first call, the second, and so on, each with {@code
 *   calls} ({@code target}, {@code function}, {@code arguments}, {@code data}, {@code value}) that it makes, and its
 *   {@code ending}: {@code return} or {@code revert} with {@code data}, {@code acknowledge} or {@code out-of-gas};
 *   {@code others} of further accounts, each with its own {@code account} and {@code reactions}
 *   <li>{@code gas} of a step whose {@code entry} is a contract's: what the call has at most
 * </ul>
 *
 * <p>A field that is not known is an error: it may carry what an older version would ignore and then replay something
 * else.
 */
final class ReplayReader {
    static final String FORMAT = "thymus-replay";
    static final int VERSION = 1;

    private static final long LARGEST_FILE = 50_000_000;
    private static final int MOST_STEPS = 100_000;
    private static final Set<String> FIELDS = Set.of(
            FORMAT,
            "specification",
            "specification-sha256",
            "artifacts",
            "code-sha256",
            "fork",
            "parameters",
            "witnesses",
            "seed",
            "property",
            "broken-at",
            "steps");
    private static final int MOST_WITNESSES = 1_000;
    private static final Set<String> WITNESS_FIELDS = Set.of("variable", "value");
    private static final Set<String> FORK_FIELDS =
            Set.of("chain-id", "block", "timestamp", "sha256", "block-hash", "file");
    private static final Set<String> STEP_FIELDS = Set.of(
            "seconds",
            "blocks",
            "sender",
            "target",
            "function",
            "arguments",
            "data",
            "value",
            "entry",
            "callbacks",
            "gas",
            "clock-ahead");

    private ReplayReader() {}

    static Counterexample read(Path file) {
        JsonPlace top =
                JsonFile.read(file, LARGEST_FILE, ReplayFileException::new).object();
        JsonPlace version = top.require(FORMAT);
        if (version.smallNumber(0, Integer.MAX_VALUE) != VERSION) {
            throw version.error("version " + version.number() + " of replay files is not known to this Thymus, which "
                    + "reads version " + VERSION);
        }
        known(top, FIELDS);
        List<RecordedStep> steps = steps(top.require("steps"));
        return new Counterexample(
                path(file, top.require("specification")),
                top.get("artifacts").map(artifacts -> path(file, artifacts)),
                seed(top.require("seed")),
                top.require("property").text(),
                top.require("broken-at").smallNumber(0, steps.size()),
                hash(top.require("specification-sha256")),
                top.get("fork").map(fork -> fork(file, fork)),
                top.get("parameters").map(ReplayReader::numbers).orElse(Map.of()),
                top.get("witnesses").map(ReplayReader::witnesses).orElse(List.of()),
                hashes(top.require("code-sha256")),
                steps);
    }

    private static List<Witness> witnesses(JsonPlace array) {
        List<JsonPlace> places = array.elements();
        if (places.size() > MOST_WITNESSES) {
            throw array.error("more than " + MOST_WITNESSES + " witnesses");
        }
        return places.stream()
                .map(place -> {
                    known(place.object(), WITNESS_FIELDS);
                    return new Witness(
                            place.require("variable").text(),
                            place.require("value").number());
                })
                .toList();
    }

    /** The steps of a replay file or of a corpus entry. */
    static List<RecordedStep> steps(JsonPlace array) {
        List<JsonPlace> places = array.elements();
        if (places.size() > MOST_STEPS) {
            throw array.error("more than " + MOST_STEPS + " steps");
        }
        List<RecordedStep> steps = new ArrayList<>();
        for (JsonPlace place : places) {
            RecordedStep step = step(place);
            EntryText.require(place, step, steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast()));
            steps.add(step);
        }
        return steps;
    }

    private static RecordedFork fork(Path file, JsonPlace fork) {
        known(fork.object(), FORK_FIELDS);
        Optional<Path> state = fork.get("file").map(place -> path(file, place));
        ForkPoint point = new ForkPoint(
                time(fork.require("chain-id")),
                time(fork.require("block")),
                time(fork.require("timestamp")),
                hash(fork.require(state.isPresent() ? "sha256" : "block-hash")),
                state.isPresent() ? ForkPoint.Source.FILE : ForkPoint.Source.NODE,
                state.map(Path::toString).orElse("the recorded fork"));
        return new RecordedFork(point, state);
    }

    private static RecordedStep step(JsonPlace step) {
        known(step.object(), STEP_FIELDS);
        RecordedCall call = call(step);
        return new RecordedStep(
                step.require("sender").text(),
                call.target(),
                call.function(),
                call.arguments(),
                call.data(),
                call.value(),
                time(step.require("seconds")),
                time(step.require("blocks")),
                step.get("entry").map(EntryText::read).orElse(Entry.DIRECT),
                step.get("callbacks").map(CallbacksJson::read),
                step.get("gas").map(gas -> OptionalLong.of(time(gas))).orElseGet(OptionalLong::empty),
                step.get("clock-ahead").map(ReplayReader::seconds).orElse(0L));
    }

    /** The fields of a call, which steps and nested calls have. */
    static RecordedCall call(JsonPlace call) {
        JsonPlace value = call.require("value");
        if (value.number().signum() < 0 || value.number().bitLength() > 256) {
            throw value.error("expected an amount of wei below 2^256");
        }
        return new RecordedCall(
                call.require("target").text(),
                call.get("function").map(JsonPlace::text),
                call.get("arguments").map(ReplayReader::texts).orElse(Map.of()),
                data(call.require("data")),
                value.number());
    }

    static String data(JsonPlace data) {
        if (!data.text().matches("0x([0-9a-fA-F]{2})*")) {
            throw data.error("expected 0x and an even number of hexadecimal digits");
        }
        return data.text();
    }

    private static Map<String, String> texts(JsonPlace object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.fields().forEach(name -> texts.put(name, object.require(name).text()));
        return texts;
    }

    private static Map<String, BigInteger> numbers(JsonPlace object) {
        Map<String, BigInteger> numbers = new LinkedHashMap<>();
        object.fields().forEach(name -> numbers.put(name, object.require(name).number()));
        return numbers;
    }

    private static Map<String, String> hashes(JsonPlace object) {
        Map<String, String> hashes = new LinkedHashMap<>();
        object.fields().forEach(name -> hashes.put(name, hash(object.require(name))));
        return hashes;
    }

    private static String hash(JsonPlace place) {
        if (!place.text().matches("[0-9a-f]{64}")) {
            throw place.error("expected a hash in 64 hexadecimal digits");
        }
        return place.text();
    }

    private static long time(JsonPlace place) {
        if (place.number().signum() < 0 || place.number().bitLength() > 63) {
            throw place.error("expected a number from 0 to 2^63 - 1");
        }
        return place.number().longValue();
    }

    /** Forward or back. */
    private static long seconds(JsonPlace place) {
        if (place.number().bitLength() > 62) {
            throw place.error("expected a number of seconds");
        }
        return place.number().longValue();
    }

    private static long seed(JsonPlace place) {
        if (place.number().bitLength() > 63) {
            throw place.error("expected a 64-bit number");
        }
        return place.number().longValue();
    }

    private static Path path(Path file, JsonPlace place) {
        try {
            return file.toAbsolutePath()
                    .getParent()
                    .resolve(Path.of(place.text()))
                    .normalize();
        } catch (InvalidPathException e) {
            throw place.error("no path of this machine: " + e.getReason());
        }
    }

    static void known(JsonPlace object, Set<String> fields) {
        for (String field : object.fields()) {
            if (!fields.contains(field)) {
                throw object.error("the field \"" + field + "\" is not known");
            }
        }
    }
}
