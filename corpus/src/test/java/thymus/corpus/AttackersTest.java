package thymus.corpus;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.ci.expected.ExpectedFile;
import thymus.contracts.artifact.ArtifactStore;
import thymus.corpus.independent.RealAnvil;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.fuzz.Finding;
import thymus.fuzz.system.Campaign;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.system.crosscheck.CrossCheckResult;
import thymus.system.crosscheck.InstalledAnvil;
import thymus.system.crosscheck.NodeReplay;
import thymus.system.crosscheck.Recording;
import thymus.system.execution.Callbacks;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The fuzzer alone finds what contracts lose to an attacker whom they call, by the fewest steps and calls,
 * and anvil confirms it. Their careful twins lose nothing.
 */
@Tag("integration")
class AttackersTest {
    private static final long MOST_TRANSACTIONS = 200_000;
    /** A campaign that goes astray is begun anew. */
    private static final long MOST_SEEDS = 5;
    /** So many are spent on the twins. */
    private static final long ENOUGH = 10_000;

    /**
     * How many steps, and calls in their callbacks, a finding has together.
     *
     * @param most above the fewest where the shrinker is known to stop early
     */
    private record Length(int fewest, int most) {}

    /** Every third one in a build, and all with {@code -Plong}. */
    static List<Path> specifications() throws IOException, InterruptedException {
        RealAnvil.install();
        return Sample.every(3, CorpusFiles.in("attackers"));
    }

    private static Map<String, Length> expected(Path file) throws IOException {
        JsonNode root = new ObjectMapper().readTree(Files.readString(ExpectedFile.beside(file)));
        Map<String, Length> expected = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            JsonNode length = entry.getValue();
            if (!length.isNull()) {
                int fewest = length.required("steps").asInt()
                        + length.required("calls").asInt();
                expected.put(
                        entry.getKey(),
                        new Length(fewest, fewest + length.path("more").asInt(0)));
            }
        }
        return expected;
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void whatAnAttackerCanDoIsFound(Path file) throws IOException {
        Map<String, Length> expected = expected(file);
        ArtifactStore store = ArtifactStore.beside(file);
        Specification specification = SpecificationReader.read(file, store);
        Map<String, Finding> found = new TreeMap<>();
        for (long seed = 1; seed <= MOST_SEEDS && !found.keySet().containsAll(expected.keySet()); seed++) {
            CampaignResult result = new Campaign(
                            DeployedSystem.deploy(specification, store),
                            CampaignOptions.of(seed, MOST_TRANSACTIONS),
                            new UntilFound(expected.keySet()))
                    .run();
            assertEquals(List.of(), result.errors());
            result.findings().forEach(f -> found.putIfAbsent(f.property().name(), f));
        }
        assertEquals(expected.keySet(), new HashSet<>(found.keySet()));
        assertAll(expected.entrySet().stream().map(e -> () -> {
            List<Step> steps = found.get(e.getKey()).steps();
            assertTrue(e.getValue().fewest() <= size(steps), steps::toString);
            assertTrue(size(steps) <= e.getValue().most(), steps::toString);
        }));
        confirm(found, specification, store);
    }

    private static int size(List<Step> steps) {
        return steps.size()
                + steps.stream()
                        .flatMap(step -> step.callbacks().stream())
                        .map(Callbacks::calls)
                        .mapToInt(List::size)
                        .sum();
    }

    private static void confirm(Map<String, Finding> found, Specification specification, ArtifactStore store) {
        try (InstalledAnvil anvil = InstalledAnvil.find().orElseThrow()) {
            for (Finding finding : found.values()) {
                DeployedSystem system = DeployedSystem.deploy(specification, store);
                CrossCheckResult opinion = NodeReplay.run(Recording.of(system, finding.steps()), anvil);
                assertInstanceOf(CrossCheckResult.Confirmed.class, opinion, finding::toString);
            }
        }
    }

    /** Lets a campaign end when all is found and the rest was tried enough. */
    private static final class UntilFound implements CampaignListener {
        private final Set<String> open;

        UntilFound(Set<String> expected) {
            open = new HashSet<>(expected);
        }

        @Override
        public void found(Finding finding) {
            open.remove(finding.property().name());
        }

        @Override
        public boolean progress(Progress progress) {
            return !open.isEmpty() || progress.transactions() < ENOUGH;
        }
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void threadsMakeNoDifference(Path file) throws IOException {
        ArtifactStore store = ArtifactStore.beside(file);
        Specification specification = SpecificationReader.read(file, store);
        CampaignOptions options = CampaignOptions.of(2, 4_000);
        CampaignResult one =
                new Campaign(DeployedSystem.deploy(specification, store), options, CampaignListener.SILENT).run();
        List<DeployedSystem> two =
                List.of(DeployedSystem.deploy(specification, store), DeployedSystem.deploy(specification, store));
        CampaignResult other = new Campaign(two, options, CampaignListener.SILENT).run();
        assertEquals(one.fingerprint(), other.fingerprint());
        assertEquals(
                one.findings().stream().map(Finding::steps).toList(),
                other.findings().stream().map(Finding::steps).toList());
        assertTrue(one.transactions() > 0);
    }
}
