package thymus.evm.precompile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.evm.EvmFork;
import thymus.evm.primitive.Address;

/**
 * When libraries are loaded, and what happens on a platform for which blst has none: in a Java that believes to be on
 * one.
 */
@Tag("integration")
class LibrariesTest {
    /** Calls each precompile of Osaka and prints what came of it. */
    static final class Calls {
        private Calls() {}

        public static void main(String[] arguments) {
            for (Address address :
                    Precompiles.of(EvmFork.OSAKA).addresses().stream().sorted().toList()) {
                Precompile precompile =
                        Precompiles.of(EvmFork.OSAKA).at(address).orElseThrow();
                for (int attempt = 0; attempt < 2; attempt++) {
                    System.out.println(address.word() + " " + call(precompile));
                }
            }
        }

        private static String call(Precompile precompile) {
            byte[] input = new byte[size(precompile)];
            try {
                precompile.gas(input);
                return "ran " + precompile.run(input).isPresent();
            } catch (UnsupportedPrecompileException missing) {
                return missing.precompile() + ": " + missing.getMessage();
            }
        }

        /** Of zeros that get as far as the library: they are infinity. */
        private static int size(Precompile precompile) {
            return switch (precompile) {
                case Bls12 operation ->
                    switch (operation) {
                        case BLS12_G1ADD -> 256;
                        case BLS12_G1MSM -> 160;
                        case BLS12_G2ADD -> 512;
                        case BLS12_G2MSM -> 288;
                        case BLS12_PAIRING_CHECK -> 384;
                        case BLS12_MAP_FP_TO_G1 -> 64;
                        case BLS12_MAP_FP2_TO_G2 -> 128;
                    };
                default -> 192;
            };
        }
    }

    @Test
    void whereThePlatformIsUnknownOnlyCallsThatNeedTheLibraryStop() throws IOException, InterruptedException {
        List<String> lines = run("-Dos.name=Plan9", "-Dos.arch=riscv64");
        assertEquals(2 * Precompiles.of(EvmFork.OSAKA).addresses().size(), lines.size(), String.join("\n", lines));
        List<String> stopped =
                lines.stream().filter(line -> !line.contains(" ran ")).toList();
        // Each twice: the library that failed to load once does not come back in another guise.
        assertEquals(2 * Bls12.values().length, stopped.size(), String.join("\n", lines));
        for (Bls12 operation : Bls12.values()) {
            assertEquals(
                    2,
                    stopped.stream()
                            .filter(line -> line.contains(" " + operation.name() + ": "))
                            .count());
        }
        for (String line : stopped) {
            assertTrue(
                    line.contains("blst") && line.contains("Plan9 riscv64") && line.contains("cannot be loaded"), line);
        }
    }

    /** Both are dear to open: blst is unpacked first, and the jar of Bouncy Castle is signed. */
    @Test
    void librariesAreNotLoadedBeforeTheyAreCalled() throws IOException, InterruptedException {
        List<String> lines = run("-Xlog:class+load:stdout");
        assertTrue(indexOf(lines, " org.bouncycastle.") > indexOf(lines, "0x1 ran"));
        assertTrue(indexOf(lines, " supranational.blst.") > indexOf(lines, "0xa ran"));
        assertTrue(indexOf(lines, " supranational.blst.blstJNI ") < indexOf(lines, "0xb ran true"));
    }

    private static int indexOf(List<String> lines, String text) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i;
            }
        }
        throw new AssertionError("no line has " + text);
    }

    private static List<String> run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(options));
        command.add(Calls.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, process.waitFor(), String.join("\n", lines));
        return lines;
    }
}
