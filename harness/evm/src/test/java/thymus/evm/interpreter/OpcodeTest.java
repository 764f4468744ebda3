package thymus.evm.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import thymus.evm.EvmFork;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;

class OpcodeTest {
    @Test
    void theByteFindsTheOpcode() {
        for (Opcode opcode : Opcode.values()) {
            assertSame(opcode, Opcode.of(opcode.code()));
        }
        assertSame(Opcode.INVALID, Opcode.of(0x0c));
        assertSame(Opcode.SELFDESTRUCT, Opcode.of((byte) 0xff));
    }

    @Test
    void onlyPushesHaveImmediates() {
        for (Opcode opcode : Opcode.values()) {
            int expected = opcode.name().startsWith("PUSH")
                    ? Integer.parseInt(opcode.name().substring(4))
                    : 0;
            assertEquals(expected, opcode.immediateBytes(), opcode.name());
        }
    }

    @Example
    void pureOperationsTakeAndGiveWhatTheTableSays() {
        for (Opcode opcode : pure()) {
            WordOperation operation = opcode.operation().orElseThrow();
            int arity = switch (operation) {
                case WordOperation.Unary unary -> 1;
                case WordOperation.Binary binary -> 2;
                case WordOperation.Ternary ternary -> 3;
            };
            assertEquals(opcode.pops(), arity, opcode.name());
            assertEquals(1, opcode.pushes(), opcode.name());
        }
        assertEquals(26, pure().size());
    }

    /** The table's function and the interpreter's loop are one arithmetic. */
    @Property(tries = 200)
    void theInterpreterComputesWhatTheTableSays(@ForAll long a, @ForAll long b, @ForAll long c, @ForAll boolean wide) {
        Word[] operands = {
            wide ? Word.of(a, b, c, a) : Word.of(a), wide ? Word.of(c, a, 0, b) : Word.of(b & 0xff), Word.of(c, 0, a, b)
        };
        for (Opcode opcode : pure()) {
            StringBuilder program = new StringBuilder();
            for (int i = opcode.pops() - 1; i >= 0; i--) {
                program.append("PUSH32 0x%064x ".formatted(operands[i].toBigInteger()));
            }
            program.append(opcode.name()).append(" PUSH0 MSTORE PUSH1 0x20 PUSH0 RETURN");
            Word expected = opcode.operation().orElseThrow().apply(operands);
            assertEquals(
                    expected,
                    Word.fromBytes(run(Assembler.assemble(program.toString())).output()),
                    opcode.name());
        }
    }

    private static List<Opcode> pure() {
        return Stream.of(Opcode.values())
                .filter(opcode -> opcode.operation().isPresent())
                .toList();
    }

    private static MessageResult run(byte[] code) {
        World world = new World();
        Address self = Address.of(1000);
        world.setCode(self, Bytecode.of(code));
        MessageResult outcome = new Evm(world, EvmFork.OSAKA, Tiers.INTERPRETED)
                .execute(
                        new Message(
                                Message.Kind.CALL, Address.ZERO, self, self, Word.ZERO, new byte[0], 100_000, false, 0),
                        new BlockContext(
                                1, 1, Address.ZERO, 1, Word.ZERO, Word.ZERO, Word.ZERO, Word.ZERO, n -> Word.ZERO),
                        new TransactionContext(Address.ZERO, Word.ZERO, List.of()));
        assertTrue(outcome.ok());
        return outcome;
    }
}
