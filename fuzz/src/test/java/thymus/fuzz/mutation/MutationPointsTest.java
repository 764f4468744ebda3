package thymus.fuzz.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.evm.code.Bytecode;

class MutationPointsTest {
    private static List<String> points(String code, String source) {
        return MutationPoints.of(Bytecode.parse(code), pc -> Optional.of(source), pc -> true).stream()
                .map(p -> p.pc() + " " + p.operator() + " " + p.replacement())
                .toList();
    }

    @Test
    void aJumpOverARevertIsACheck() {
        // PUSH1 8, JUMPI, PUSH0, PUSH0, REVERT, STOP, STOP, JUMPDEST
        assertEquals(List.of("2 CHECK_REMOVED [SWAP1, POP, JUMP]"), points("0x6008575f5ffd00005b", "require(open)"));
    }

    @Test
    void aJumpToARevertIsACheckToo() {
        // PUSH1 5, JUMPI, STOP, STOP, JUMPDEST, PUSH0, PUSH0, REVERT
        assertEquals(List.of("2 CHECK_REMOVED [POP, POP]"), points("0x60055700005b5f5ffd", "if (!open) revert()"));
    }

    @Test
    void aJumpBetweenTwoWaysIsNegated() {
        // PUSH1 5, JUMPI, STOP, STOP, JUMPDEST, STOP
        assertEquals(List.of("2 NEGATION [SWAP1, ISZERO, SWAP1, JUMPI]"), points("0x60055700005b00", "if (open)"));
    }

    @Test
    void checkedArithmeticIsAnotherOperatorWithoutTheCall() {
        assertEquals(List.of("0 ARITHMETIC [POP, SUB, SWAP1, JUMP]"), points("0x56", "total += amount"));
        assertEquals(List.of("0 ARITHMETIC [POP, DIV, SWAP1, JUMP]"), points("0x56", "2 * EPOCH"));
        assertEquals(List.of(), points("0x56", "a + b - c"));
        assertEquals(List.of(), points("0x56", "f(a)"));
    }

    @Test
    void operatorsAreChangedWhereTheSourceHasThem() {
        assertEquals(List.of("0 ARITHMETIC [SUB]"), points("0x01", "a + b"));
        assertEquals(List.of(), points("0x01", "a[b]"));
        assertEquals(List.of("0 BOUNDARY [GT, ISZERO]"), points("0x10", "a < b"));
        assertEquals(List.of(), points("0x10", "a + b"));
        assertEquals(List.of("0 CONSTANT [PUSH0, ISZERO, ADD]"), points("0x6005", "5 minutes"));
        assertEquals(List.of("0 WRITE_DROPPED [POP, POP]"), points("0x55", "a = b"));
    }
}
