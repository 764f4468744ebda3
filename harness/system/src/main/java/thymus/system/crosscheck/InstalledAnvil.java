package thymus.system.crosscheck;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import thymus.evm.interpreter.BlockContext;
import thymus.fork.rpc.Rpc;
import thymus.fork.rpc.RpcOptions;

/** Starts a new process of the installed anvil for each range of blocks. */
public final class InstalledAnvil implements NodeSource {
    /** The environment variable with the path of the program, which has priority over all other locations. */
    public static final String VARIABLE = "THYMUS_ANVIL";

    /** The advice to install the program. */
    public static final String ADVICE = "`npm ci --prefix corpus/real` in the folder of Thymus installs it";

    private final Path program;
    private Optional<AnvilProcess> running = Optional.empty();

    private InstalledAnvil(Path program) {
        this.program = program;
    }

    /**
     * Searches the path in {@value #VARIABLE}, then the npm packages of the corpus, then the PATH.
     *
     * @throws IndependentException if the variable is set but does not name a program
     */
    public static Optional<InstalledAnvil> find() {
        String root = System.getProperty("thymus.root", "");
        return find(name -> Optional.ofNullable(System.getenv(name)).orElse(""), root)
                .map(InstalledAnvil::new);
    }

    /** @param environment gives an empty text for a variable that is not set */
    static Optional<Path> find(UnaryOperator<String> environment, String root) {
        String named = environment.apply(VARIABLE);
        if (!named.isEmpty()) {
            return Optional.of(program(named)
                    .orElseThrow(() -> new IndependentException(
                            VARIABLE + " is " + named + ", which is no program that can be run")));
        }
        String file = windows() ? "anvil.exe" : "anvil";
        Stream<String> ours = root.isEmpty()
                ? Stream.of()
                : Stream.of(Path.of(root, "corpus/real/node_modules/@foundry-rs", platform(), "bin", file)
                        .toString());
        Stream<String> path = Stream.of(environment.apply("PATH").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> folder + File.separator + file);
        return Stream.concat(ours, path)
                .flatMap(place -> program(place).stream())
                .findFirst();
    }

    private static Optional<Path> program(String place) {
        try {
            return Optional.of(Path.of(place)).filter(p -> Files.isRegularFile(p) && Files.isExecutable(p));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The name of the npm package with the program for this platform. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = windows() ? "win32" : system.contains("mac") ? "darwin" : "linux";
        return "anvil-" + name + "-" + (System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64");
    }

    private static boolean windows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    }

    @Override
    public AnvilNode before(BlockContext block) {
        close();
        AnvilProcess process = AnvilProcess.start(program, AnvilCommand.arguments(block));
        running = Optional.of(process);
        return AnvilNode.at(Rpc.at(process.url(), RpcOptions.STANDARD.withAttempts(1)));
    }

    @Override
    public void close() {
        running.ifPresent(AnvilProcess::close);
        running = Optional.empty();
    }
}
