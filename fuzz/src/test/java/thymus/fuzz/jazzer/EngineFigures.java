package thymus.fuzz.jazzer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.jqwik.Sequences;
import thymus.fuzz.sequence.SequenceSystem;
import thymus.fuzz.sequence.StepSequence;
import thymus.fuzz.system.Campaign;
import thymus.fuzz.system.Corpus;
import thymus.spec.tree.Property;

/**
 * Prints after how many calls, and how much processor time from the first of them, an engine breaks a specification:
 * {@code java … thymus.fuzz.jazzer.EngineFigures thymus|jqwik|jazzer SPECIFICATION SEED SECONDS}. Shrinking does not
 * count. Not a test: what it prints depends on the machine. {@code ci/bench/faces.sh} runs it.
 */
public final class EngineFigures {
    private static long calls;
    private static Duration begin = Duration.ZERO;

    private EngineFigures() {}

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Duration used() {
        return processorTime().minus(begin);
    }

    private static Duration limit() {
        return Duration.ofSeconds(Long.getLong("figures.seconds"));
    }

    private static void end(boolean found) {
        double seconds = used().toNanos() / 1e9;
        System.out.printf(
                Locale.ROOT,
                "figures: %s %d %.2f %.2f%n",
                found ? "found" : "open",
                calls,
                seconds,
                begin.toNanos() / 1e9);
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    public static void main(String[] arguments) throws Exception {
        Path specification = Path.of(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        System.setProperty("figures.seconds", arguments[3]);
        switch (arguments[0]) {
            case "thymus" -> campaign(specification, seed);
            case "jqwik" -> jqwik(specification, seed);
            case "jazzer" ->
                StandaloneFuzzer.main(new String[] {
                    specification.toString(), "--target_class=" + Target.class.getName(), "-seed=" + seed
                });
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void campaign(Path specification, long seed) {
        Campaign campaign = new Campaign(
                Corpus.deploy(specification), CampaignOptions.of(seed, Long.MAX_VALUE / 2), new CampaignListener() {
                    @Override
                    public void tried(Progress soFar) {
                        calls = soFar.transactions();
                        if (used().compareTo(limit()) > 0) {
                            end(false);
                        }
                    }

                    @Override
                    public boolean shrinks(Property property) {
                        end(true);
                        return false;
                    }
                });
        begin = processorTime();
        campaign.run();
    }

    /** What jqwik does for a property, without its reports. */
    private static void jqwik(Path specification, long seed) {
        SequenceSystem system = SequenceSystem.open(specification, Optional.empty());
        RandomGenerator<StepSequence> generator = Sequences.of(system).generator(1_000);
        Random random = new Random(seed);
        begin = processorTime();
        while (true) {
            judge(generator.next(random).value(), system.properties());
        }
    }

    private static void judge(StepSequence sequence, List<String> properties) {
        calls += sequence.size();
        for (String property : properties) {
            if (!sequence.holds(property)) {
                end(true);
            }
        }
        if (used().compareTo(limit()) > 0) {
            end(false);
        }
    }

    /** What Jazzer runs. */
    public static final class Target {
        private static JazzerTarget target;
        private static List<String> properties;

        private Target() {}

        /** Found by Jazzer under this name. */
        public static void fuzzerInitialize() {
            Path file = Path.of(System.getProperty("thymus.specification"));
            target = new JazzerTarget(file, Optional.empty());
            target.sequence(new byte[0]);
            properties = SequenceSystem.open(file, Optional.empty()).properties();
            begin = processorTime();
        }

        /** Found by Jazzer under this name. */
        public static void fuzzerTestOneInput(byte[] data) {
            judge(target.sequence(data), properties);
        }
    }
}
