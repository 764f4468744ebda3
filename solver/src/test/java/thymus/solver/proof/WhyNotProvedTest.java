package thymus.solver.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.fixtures.Repository;
import thymus.solver.Corpus;
import thymus.solver.ProofOutcome;
import thymus.solver.ProverOptions;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;

/**
 * What the prover says of a property: the lemma by which it is proved, or why it is not, and where it met what it
 * refuses. The specifications hold what is expected as comments, {@code // property: part of the text}.
 */
@Tag("integration")
class WhyNotProvedTest {
    private static final Path RESOURCES = Repository.at("solver/src/test/resources");
    private static final String PROVED = "proved with ";

    static List<Path> files() throws IOException {
        try (Stream<Path> why = Files.list(RESOURCES.resolve("why"));
                Stream<Path> places = Files.list(RESOURCES.resolve("places"))) {
            return Stream.concat(why, places)
                    .filter(f -> f.toString().endsWith(".inv"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theTextSaysWhatIsExpected(Path file) throws IOException {
        DeployedSystem system = Corpus.deploy(file);
        try (Prover prover = new Prover(system, new ProverOptions(6_000_000, 0, Optional.empty()))) {
            for (Property property : system.specification().properties()) {
                List<String> expected = Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("// " + property.name() + ": "))
                        .map(line -> line.substring(property.name().length() + 5))
                        .toList();
                assertFalse(expected.isEmpty(), property.name());
                ProofOutcome outcome = prover.prove(property, () -> false);
                expected.forEach(text -> says(text, outcome));
            }
        }
    }

    private static void says(String text, ProofOutcome outcome) {
        if (text.startsWith("proved")) {
            ProofOutcome.Proved proved = assertInstanceOf(ProofOutcome.Proved.class, outcome);
            assertTrue(
                    !text.startsWith(PROVED) || proved.lemmas().contains(text.substring(PROVED.length())),
                    () -> text + ": " + proved.lemmas());
            return;
        }
        String reason = assertInstanceOf(ProofOutcome.Unknown.class, outcome).reason();
        assertTrue(reason.contains(text), () -> text + ": " + reason);
        assertFalse(reason.contains("at pc "), reason);
    }

    /** Before the step the property holds, and after it the property does not. */
    @Test
    void theStateShownSatisfiesTheProperty() {
        DeployedSystem system = Corpus.deploy(RESOURCES.resolve("why/Steps.inv"));
        Property apart = system.specification().properties().getFirst();
        try (Prover prover = new Prover(system, new ProverOptions(6_000_000, 0, Optional.empty()))) {
            String reason = assertInstanceOf(ProofOutcome.Unknown.class, prover.prove(apart, () -> false))
                    .reason();
            String[] states = reason.split("; afterwards ");
            BigInteger low = number("steps.low()", states[0]).orElseThrow();
            BigInteger high = number("steps.high()", states[0]).orElseThrow();
            assertTrue(low.add(BigInteger.valueOf(3)).compareTo(high) <= 0, reason);
            BigInteger lowAfter = number("steps.low()", states[1]).orElse(low);
            BigInteger highAfter = number("steps.high()", states[1]).orElse(high);
            assertEquals(1, lowAfter.add(BigInteger.valueOf(3)).compareTo(highAfter), reason);
        }
    }

    private static Optional<BigInteger> number(String name, String text) {
        Matcher found = Pattern.compile(Pattern.quote(name) + " = ([0-9_]+)").matcher(text);
        return found.find() ? Optional.of(new BigInteger(found.group(1).replace("_", ""))) : Optional.empty();
    }
}
