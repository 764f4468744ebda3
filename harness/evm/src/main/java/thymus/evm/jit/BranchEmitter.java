package thymus.evm.jit;

import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import thymus.evm.interpreter.Opcode;

/**
 * Emits branches on comparisons, limb by limb with an early exit. The code is inline rather than a call, so that a
 * fuzzer that traces JVM comparisons sees the distance of each limb at its own address. An example is libFuzzer's value
 * profile through Jazzer.
 */
final class BranchEmitter {
    private static final String LIMBS = "abcd";

    private final Code code;
    private final BitSet words;

    /** @param words the JVM locals that hold words here */
    BranchEmitter(Code code, BitSet words) {
        this.code = code;
        this.words = words;
    }

    /** Branches to the label if the value is zero. */
    void ifZero(OperandValue value, Label label) {
        if (value instanceof OperandValue.Comparison comparison) {
            compare(comparison, false, label);
        } else {
            code.load(value);
            code.out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Code.WORD, "isZero", "()Z", false);
            code.out.visitJumpInsn(Opcodes.IFNE, label);
        }
    }

    private void ifNotZero(OperandValue value, Label label) {
        if (value instanceof OperandValue.Comparison comparison) {
            compare(comparison, true, label);
        } else {
            code.load(value);
            code.out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Code.WORD, "isZero", "()Z", false);
            code.out.visitJumpInsn(Opcodes.IFEQ, label);
        }
    }

    private void compare(OperandValue.Comparison c, boolean wanted, Label label) {
        switch (c.opcode()) {
            case ISZERO -> {
                if (wanted) {
                    ifZero(c.left(), label);
                } else {
                    ifNotZero(c.left(), label);
                }
            }
            case EQ -> equal(c.left(), c.right(), wanted, label);
            case LT, SLT -> below(c.left(), c.right(), c.opcode() == Opcode.SLT, wanted, label);
            case GT, SGT -> below(c.right(), c.left(), c.opcode() == Opcode.SGT, wanted, label);
            default -> throw new AssertionError(c.opcode());
        }
    }

    private void equal(OperandValue left, OperandValue right, boolean wanted, Label label) {
        Label different = wanted ? new Label() : label;
        for (char limb : new char[] {'d', 'c', 'b', 'a'}) {
            code.limb(left, limb);
            code.limb(right, limb);
            code.out.visitInsn(Opcodes.LCMP);
            code.out.visitJumpInsn(Opcodes.IFNE, different);
        }
        if (wanted) {
            code.out.visitJumpInsn(Opcodes.GOTO, label);
            code.label(different, words);
        }
    }

    private void below(OperandValue left, OperandValue right, boolean signed, boolean wanted, Label label) {
        Label decided = new Label();
        for (int i = 0; i < 4; i++) {
            order(left, LIMBS.charAt(i), signed && i == 0);
            order(right, LIMBS.charAt(i), signed && i == 0);
            code.out.visitInsn(Opcodes.LCMP);
            code.out.visitVarInsn(Opcodes.ISTORE, Code.HEIGHT);
            if (i < 3) {
                code.out.visitVarInsn(Opcodes.ILOAD, Code.HEIGHT);
                code.out.visitJumpInsn(Opcodes.IFNE, decided);
            }
        }
        code.label(decided, words);
        code.out.visitVarInsn(Opcodes.ILOAD, Code.HEIGHT);
        code.out.visitJumpInsn(wanted ? Opcodes.IFLT : Opcodes.IFGE, label);
    }

    /** Flips the sign bit of a limb, so that Java's signed order is the unsigned order. */
    private void order(OperandValue value, char limb, boolean signed) {
        if (signed) {
            code.limb(value, limb);
        } else if (value instanceof OperandValue.Constant constant) {
            code.number(constant.word().limb('d' - limb) + Long.MIN_VALUE);
        } else {
            code.limb(value, limb);
            code.out.visitLdcInsn(Long.MIN_VALUE);
            code.out.visitInsn(Opcodes.LADD);
        }
    }
}
