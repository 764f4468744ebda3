package thymus.ci.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import thymus.contracts.artifact.ArtifactStore;
import thymus.evm.jit.ExecutionMode;

/**
 * Runs kernels on our EVM and, through eth_call, on anvil, alternately in one process. It prints two lines for each:
 * the medians of wall-clock time, and the means of processor time, which do not depend on other load. It ends with an
 * error if the results differ.
 *
 * <p>Arguments: the address of anvil, its process id, the folder of the artifacts, the mode, the number of rounds, the
 * seconds of warm-up here (a tenth of it there), kernels.
 *
 * <p>A round is {@value #CALLS} calls here and then as many there, after a warm-up of both. Nothing is subtracted: our
 * figure includes garbage collection and compilation, anvil's the HTTP request of less than a millisecond.
 */
public final class KernelComparison {
    private static final int CALLS = 5;

    private final Anvil anvil;
    private final ProcessHandle anvilProcess;
    private final ArtifactStore artifacts;
    private final ExecutionMode mode;
    private final int rounds;
    private final Duration warmUp;

    private KernelComparison(
            Anvil anvil,
            ProcessHandle anvilProcess,
            ArtifactStore artifacts,
            ExecutionMode mode,
            int rounds,
            Duration warmUp) {
        this.anvil = anvil;
        this.anvilProcess = anvilProcess;
        this.artifacts = artifacts;
        this.mode = mode;
        this.rounds = rounds;
        this.warmUp = warmUp;
    }

    public static void main(String[] arguments) throws InterruptedException {
        List<String> words = Arrays.asList(arguments);
        if (words.size() < 7) {
            throw new BenchException("usage: URL PROCESS ARTIFACTS MODE ROUNDS SECONDS KERNEL...");
        }
        KernelComparison comparison = new KernelComparison(
                new Anvil(URI.create(words.get(0))),
                ProcessHandle.of(Long.parseLong(words.get(1)))
                        .orElseThrow(() -> new BenchException("there is no process " + words.get(1))),
                ArtifactStore.at(Path.of(words.get(2))),
                ExecutionMode.valueOf(words.get(3).toUpperCase(Locale.ROOT)),
                Integer.parseInt(words.get(4)),
                Duration.ofSeconds(Long.parseLong(words.get(5))));
        for (String name : words.subList(6, words.size())) {
            comparison.compare(Kernel.named(name));
        }
    }

    private void compare(Kernel kernel) throws InterruptedException {
        LocalKernel ours = new LocalKernel(kernel, artifacts, mode);
        String theirs = anvil.deploy(kernel.creationCode(artifacts));
        byte[] input = Kernel.input(kernel.size());
        byte[] expected = anvil.call(theirs, input);
        Timings.Call callHere = () -> requireEqual(kernel, expected, ours.call(input));
        Timings.Call callThere = () -> requireEqual(kernel, expected, anvil.call(theirs, input));
        repeat(callHere, warmUp);
        repeat(callThere, warmUp.dividedBy(10));

        Timings here = new Timings(ProcessHandle.current());
        Timings there = new Timings(anvilProcess);
        for (int round = 0; round < rounds; round++) {
            here.measure(CALLS, callHere);
            there.measure(CALLS, callThere);
        }
        print(
                kernel.title(),
                here.median(),
                there.median(),
                "ms, medians; best %.1f and %.1f".formatted(here.best(), there.best()));
        print(kernel.title(), here.processorMean(), there.processorMean(), "CPU ms, means");
    }

    /** Prints a line in the format of compare.sh. */
    private static void print(String name, double ours, double theirs, String unit) {
        System.out.println("%-12s %12.1f %12.1f %8.2f  %s".formatted(name, ours, theirs, theirs / ours, unit));
    }

    private static void repeat(Timings.Call call, Duration time) throws InterruptedException {
        for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
            call.run();
        }
    }

    private static void requireEqual(Kernel kernel, byte[] expected, byte[] result) {
        if (!Arrays.equals(expected, result)) {
            HexFormat hex = HexFormat.of();
            throw new BenchException(kernel.title() + " returns " + hex.formatHex(result) + " where anvil first said "
                    + hex.formatHex(expected));
        }
    }
}
