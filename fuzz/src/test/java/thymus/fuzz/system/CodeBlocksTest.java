package thymus.fuzz.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thymus.evm.code.Bytecode;
import thymus.fuzz.run.BlockGoals;

class CodeBlocksTest {
    private static final String PANIC = "7f4e487b71000000000000000000000000000000000000000000000000000000005f52";

    private static boolean isDeadEnd(String code) {
        return new CodeBlocks(List.of(), Set.of()).isDeadEnd(Bytecode.parse(code), 0);
    }

    /** PUSH1 8, JUMPI, STOP; what a jump enters whose target does not stand beside it is not known. */
    @Test
    void bothSidesOfAJumpAreGoals() {
        Bytecode code = Bytecode.parse("5b34600657005b" + "5f5b3457");
        List<BlockGoals.Side> sides = new CodeBlocks(List.of(code), Set.of()).sides();
        assertEquals(List.of(6, 5), sides.stream().map(BlockGoals.Side::pc).toList());
        int from = new CodeBlocks(List.of(), Set.of()).feature(code, 0);
        assertEquals(
                List.of(from, from), sides.stream().map(BlockGoals.Side::from).toList());
    }

    /** PUSH4 of a selector, EQ, PUSH1, JUMPI. */
    @Test
    void whichFunctionIsCalledIsNone() {
        Bytecode code = Bytecode.parse("63a9059cbb14600a57005b00");
        assertEquals(2, new CodeBlocks(List.of(code), Set.of()).sides().size());
        assertEquals(List.of(), new CodeBlocks(List.of(code), Set.of(BigInteger.valueOf(0xa9059cbbL))).sides());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5f5ffd", // revert at once
                "600456fe5b5f5ffd", // revert behind a jump
                "6007600656005b565b5f5ffd", // revert where a function returns to
                "5f80fd", // revert with a copy of zero
                PANIC + "601160045260245ffd" // an overflow
            })
    void whatOnlyRevertsIsNoGoal(String code) {
        assertTrue(isDeadEnd(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00", // stops
                "6001600455", // stores, and stops behind the code
                "6005600657005b5f5ffd", // decides
                "5f5f5f5f5f5f5ff15f5ffd", // calls
                "fe", // a failed assertion of old compilers
                PANIC + "600160045260245ffd" // and of newer ones
            })
    void whatDoesMoreIsOne(String code) {
        assertFalse(isDeadEnd(code));
    }
}
