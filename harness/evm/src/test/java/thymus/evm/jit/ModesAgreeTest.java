package thymus.evm.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.CompiledCode;
import thymus.evm.interpreter.Tiers;
import thymus.evm.primitive.Address;

/** Interpreted, compiled, and compiled from the middle of a frame on: the same program does the same. */
@Tag("integration")
class ModesAgreeTest {
    /** Begins interpreted, and goes on compiled as soon as a loop has turned often enough. */
    private static final Tiers SWITCHING = new Tiers() {
        @Override
        public CompiledCode enter(Bytecode code) {
            return CompiledCode.NONE;
        }

        @Override
        public CompiledCode repeat(Bytecode code) {
            return JvmCompiler.compile(code);
        }
    };

    /** No jump is foreseen, and nearly every block is a method of its own. */
    private static final Tiers BLIND = new Tiers() {
        @Override
        public CompiledCode enter(Bytecode code) {
            return JvmCompiler.compile(code, ControlFlowGraph::withoutJumps, 100);
        }

        @Override
        public CompiledCode repeat(Bytecode code) {
            return enter(code);
        }
    };

    @Property(tries = 400)
    void onRandomPrograms(@ForAll long seed) {
        agree(new Random(seed), RandomCode::draw);
    }

    /** Here most blocks get copies. */
    @Property(tries = 150)
    void onRandomFunctions(@ForAll long seed) {
        agree(new Random(seed), RandomFunctions::draw);
    }

    private static void agree(Random random, Function<Random, byte[]> draw) {
        Map<Address, byte[]> contracts = new LinkedHashMap<>();
        for (int place : RandomCode.CONTRACTS) {
            contracts.put(Address.of(place), draw.apply(random));
        }
        byte[] input = new byte[random.nextInt(70)];
        random.nextBytes(input);
        long gas = random.nextInt(8) == 0 ? random.nextInt(40_000) : 20_000 + random.nextInt(300_000);
        Observation interpreted = Observation.of(contracts, input, gas, Tiers.INTERPRETED);
        String program = contracts.values().stream()
                .map(HexFormat.of()::formatHex)
                .toList()
                .toString();
        assertEquals(
                interpreted.withoutReason(),
                Observation.of(contracts, input, gas, ExecutionMode.COMPILED.tiers())
                        .withoutReason(),
                program);
        for (Tiers tiers : List.of(SWITCHING, BLIND)) {
            assertEquals(
                    interpreted.withoutReason(),
                    Observation.of(contracts, input, gas, tiers).withoutReason(),
                    program);
        }
    }
}
