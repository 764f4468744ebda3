package thymus.fuzz.system;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thymus.evm.code.Bytecode;

class CodeBlocksTest {
    private static final String PANIC = "7f4e487b71000000000000000000000000000000000000000000000000000000005f52";

    private static boolean isDeadEnd(String code) {
        return new CodeBlocks().isDeadEnd(Bytecode.parse(code), 0);
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
