package thymus.evm.precompile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import thymus.evm.EvmFork;
import thymus.evm.interpreter.Vector;
import thymus.evm.primitive.Address;

/**
 * Inputs to every precompiled contract and what comes of them: fields {@code address}, {@code fork}, {@code input},
 * and either {@code gas} and {@code output} or {@code fails}.
 */
class PrecompileVectorTest {
    private static final Path FOLDER = Path.of("src/test/resources/precompiles");

    @TestFactory
    Stream<DynamicTest> vectors() throws IOException {
        return Vector.in(FOLDER).stream().map(v -> DynamicTest.dynamicTest(v.title(), () -> check(v)));
    }

    @Test
    void noPrecompileIsWithoutSuccessAndFailure() throws IOException {
        List<Vector> vectors = Vector.in(FOLDER);
        Set<Address> all = Set.copyOf(Precompiles.of(EvmFork.OSAKA).addresses());
        assertEquals(all, addresses(vectors.stream().filter(v -> v.field("gas").isPresent())));
        // The others accept everything: they say nothing where their input is not good.
        Set<Address> strict = all.stream()
                .filter(a -> !Set.of(1, 2, 3, 4, 0x100).contains((int) a.word().toLong()))
                .collect(Collectors.toSet());
        assertEquals(
                strict, addresses(vectors.stream().filter(v -> v.field("fails").isPresent())));
    }

    private static Set<Address> addresses(Stream<Vector> vectors) {
        return vectors.map(PrecompileVectorTest::address).collect(Collectors.toSet());
    }

    private static Address address(Vector vector) {
        return Address.parse(vector.field("address").orElseThrow());
    }

    private static void check(Vector vector) {
        EvmFork fork = vector.field("fork").map(EvmFork::valueOf).orElse(EvmFork.OSAKA);
        Precompile precompile = Precompiles.of(fork).at(address(vector)).orElseThrow();
        byte[] input = bytes(vector, "input");
        long gas = precompile.gas(input);
        if (vector.field("fails").isPresent()) {
            assertTrue(gas == Long.MAX_VALUE || precompile.run(input).isEmpty());
        } else {
            assertEquals(vector.field("gas"), Optional.of(Long.toString(gas)));
            assertEquals(
                    HexFormat.of().formatHex(bytes(vector, "output")),
                    HexFormat.of().formatHex(precompile.run(input).orElseThrow()));
        }
    }

    private static byte[] bytes(Vector vector, String name) {
        return HexFormat.of().parseHex(vector.field(name).orElse("0x").substring(2));
    }
}
