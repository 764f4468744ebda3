package thymus.ci.command;

import picocli.CommandLine.Option;

/** What the random choices of the fuzzer begin with. */
final class SeedOption {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides what the fuzzer tries (default: ${DEFAULT-VALUE}).")
    private long seed;

    long seed() {
        return seed;
    }
}
