package thymus.evm.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;

class BytecodeTest {
    @Test
    void aJumpDestinationInTheDataOfAPushIsNone() {
        Bytecode code = Bytecode.parse("0x605b5b615b5b5b");
        assertFalse(code.isJumpDestination(1));
        assertTrue(code.isJumpDestination(2));
        assertFalse(code.isJumpDestination(4));
        assertFalse(code.isJumpDestination(5));
        assertTrue(code.isJumpDestination(6));
        assertFalse(code.isJumpDestination(7));
        assertFalse(code.isJumpDestination(-1));
    }

    @Test
    void jumpDestinationsAreFoundBeyondTheFirst64Bytes() {
        byte[] code = new byte[200];
        code[63] = 0x5b;
        code[64] = 0x5b;
        code[199] = 0x5b;
        Bytecode bytecode = Bytecode.of(code);
        assertTrue(bytecode.isJumpDestination(63) && bytecode.isJumpDestination(64) && bytecode.isJumpDestination(199));
        assertFalse(bytecode.isJumpDestination(65));
    }

    @Test
    void decodingWalksOverImmediates() {
        Bytecode code = Bytecode.parse("61abcd01");
        assertEquals(Opcode.PUSH2, Opcode.at(code, 0));
        assertEquals(Word.of(0xabcd), code.immediate(0));
        assertEquals(3, code.next(0));
        assertEquals(Opcode.ADD, Opcode.at(code, 3));
        assertEquals(Word.ZERO, code.immediate(3));
        assertEquals(Opcode.STOP, Opcode.at(code, 4));
    }

    @Test
    void anImmediateCutShortHasZerosBehind() {
        assertEquals(Word.of(0x0100), Bytecode.parse("6101").immediate(0));
        assertEquals(Word.ZERO, Bytecode.parse("7f").immediate(0));
        assertEquals(0, Bytecode.parse("60").immediate(0).toLong());
    }

    @Test
    void codeIsWhatItsBytesAre() {
        byte[] bytes = {1, 2, 3};
        Bytecode code = Bytecode.of(bytes);
        bytes[0] = 9;
        assertArrayEquals(new byte[] {1, 2, 3}, code.toBytes());
        assertEquals(Bytecode.parse("010203"), code);
        assertEquals(Keccak.hash(new byte[] {1, 2, 3}), code.hash());
        assertEquals(Keccak.EMPTY, Bytecode.EMPTY.hash());
        assertEquals("0x010203", code.toString());
    }

    @Test
    void aDelegationPointsToItsTarget() {
        var target = thymus.evm.primitive.Address.of(0xbeef);
        assertEquals(java.util.Optional.of(target), Delegation.target(Delegation.to(target)));
        assertTrue(Delegation.target(Bytecode.parse("ef0100")).isEmpty());
    }
}
