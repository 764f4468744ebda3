package thymus.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import thymus.fixtures.Repository;
import thymus.fuzz.system.Campaign;
import thymus.fuzz.system.Corpus;

/**
 * Prints how many transactions a second a campaign runs, monitors and all: {@code java … thymus.fuzz.Throughput
 * [SPECIFICATION] [TRANSACTIONS] [ROUNDS]}. Not a test: what it prints depends on the machine.
 */
final class Throughput {
    private Throughput() {}

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public static void main(String[] arguments) {
        Path specification = arguments.length > 0 ? Path.of(arguments[0]) : Repository.vault();
        long transactions = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        for (int round = 0; round < rounds; round++) {
            Campaign campaign = new Campaign(
                    Corpus.deploy(specification), CampaignOptions.of(round, transactions), CampaignListener.SILENT);
            Duration before = processorTime();
            long start = System.nanoTime();
            CampaignResult result = campaign.run();
            double seconds = (System.nanoTime() - start) / 1e9;
            double busy = processorTime().minus(before).toNanos() / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d transactions in %.2f s, %.2f CPU s: %.0f a CPU second, coverage %d, findings %s%n",
                    result.transactions(),
                    seconds,
                    busy,
                    result.transactions() / busy,
                    result.coverage(),
                    result.findings().stream()
                            .map(f -> f.property().name() + " " + f.steps().size())
                            .toList());
            if (round == rounds - 1) {
                result.functions()
                        .forEach(f ->
                                System.out.println(f.name() + ": " + f.ok() + " ok, " + f.reverted() + " reverted"));
                result.properties()
                        .forEach(p -> System.out.println(p.property().name() + ": " + p.judged() + " judged, nearest "
                                + p.slack().map(Object::toString).orElse("-")));
                result.stops().forEach(System.out::println);
            }
        }
    }
}
