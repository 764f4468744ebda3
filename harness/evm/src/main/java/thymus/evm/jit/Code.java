package thymus.evm.jit;

import java.util.Arrays;
import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import thymus.evm.EvmFork;
import thymus.evm.interpreter.Coverage;
import thymus.evm.interpreter.Evm;
import thymus.evm.interpreter.Exit;
import thymus.evm.interpreter.Frame;
import thymus.evm.interpreter.Handler;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Word;

/**
 * The bytecode of a method under construction: {@code int run(int block, Frame frame, Evm evm)} of a {@link Program}.
 */
final class Code {
    static final String WORD = Type.getInternalName(Word.class);
    static final String FRAME = Type.getInternalName(Frame.class);
    static final String EVM = Type.getInternalName(Evm.class);
    private static final String FORK = Type.getInternalName(EvmFork.class);
    static final String BLOCKS = Type.getInternalName(Coverage.Blocks.class);
    static final String DESCRIPTOR = "(IL" + FRAME + ";L" + EVM + ";)I";
    private static final String STACK_TYPE = "[L" + WORD + ";";

    /** The JVM local that holds the block number, and later the stack height of the frame. */
    static final int HEIGHT = 1;

    static final int BASE = 4;
    static final int FIRST_FREE = 7;
    private static final int FRAME_LOCAL = 2;
    private static final int EVM_LOCAL = 3;
    private static final int STACK = 5;
    private static final int COVERAGE = 6;

    final CodeSizeEvaluator out;
    final String program;
    private final Constants constants;
    private int describedAt;

    Code(MethodVisitor method, String program, Constants constants) {
        out = new CodeSizeEvaluator(method);
        this.program = program;
        this.constants = constants;
        out.visitCode();
    }

    /** Loads what every block uses, and leaves the number of the entry block on the JVM stack. */
    void prologue() {
        out.visitVarInsn(Opcodes.ILOAD, HEIGHT);
        frame();
        callFrame("stack", "()" + STACK_TYPE);
        out.visitVarInsn(Opcodes.ASTORE, STACK);
        frame();
        callFrame("coverage", "()L" + BLOCKS + ";");
        out.visitVarInsn(Opcodes.ASTORE, COVERAGE);
        frame();
        callFrame("stackSize", "()I");
        out.visitVarInsn(Opcodes.ISTORE, HEIGHT);
        out.visitInsn(Opcodes.ICONST_0);
        out.visitVarInsn(Opcodes.ISTORE, BASE);
    }

    /** @param words the JVM locals that hold words here, beside the fixed ones */
    void label(Label label, BitSet words) {
        out.visitLabel(label);
        if (out.getMinSize() == describedAt) {
            // Several labels at one address share one stack map frame.
            return;
        }
        describedAt = out.getMinSize();
        Object[] types = new Object[Math.max(FIRST_FREE, words.length())];
        Arrays.fill(types, Opcodes.TOP);
        types[0] = program;
        types[HEIGHT] = Opcodes.INTEGER;
        types[FRAME_LOCAL] = FRAME;
        types[EVM_LOCAL] = EVM;
        types[BASE] = Opcodes.INTEGER;
        types[STACK] = STACK_TYPE;
        types[COVERAGE] = BLOCKS;
        words.stream().forEach(local -> types[local] = WORD);
        out.visitFrame(Opcodes.F_NEW, types.length, types, 0, new Object[0]);
    }

    void frame() {
        out.visitVarInsn(Opcodes.ALOAD, FRAME_LOCAL);
    }

    void evm() {
        out.visitVarInsn(Opcodes.ALOAD, EVM_LOCAL);
    }

    void callFrame(String name, String descriptor) {
        out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, FRAME, name, descriptor, false);
    }

    void number(int value) {
        if (value >= -1 && value <= 5) {
            out.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value == (byte) value) {
            out.visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value == (short) value) {
            out.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            out.visitLdcInsn(value);
        }
    }

    void number(long value) {
        if (value == 0 || value == 1) {
            out.visitInsn(value == 0 ? Opcodes.LCONST_0 : Opcodes.LCONST_1);
        } else {
            out.visitLdcInsn(value);
        }
    }

    /** Pushes the index in the frame's stack of a slot of the region. */
    void index(int slot) {
        out.visitVarInsn(Opcodes.ILOAD, BASE);
        if (slot != 0) {
            number(slot);
            out.visitInsn(Opcodes.IADD);
        }
    }

    void hit(int pc) {
        out.visitVarInsn(Opcodes.ALOAD, COVERAGE);
        number(pc);
        out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BLOCKS, "hit", "(I)V", false);
    }

    /**
     * Loads a stack slot of the frame into a JVM local.
     *
     * @param certain whether the slot is known to exist
     */
    void fetch(int slot, int local, boolean certain) {
        if (certain) {
            out.visitVarInsn(Opcodes.ALOAD, STACK);
            index(slot);
            out.visitInsn(Opcodes.AALOAD);
        } else {
            frame();
            index(slot);
            callFrame("peek", "(I)L" + WORD + ";");
        }
        out.visitVarInsn(Opcodes.ASTORE, local);
    }

    /**
     * Stores a value into the frame's stack.
     *
     * @param certain whether the slot is known to exist
     */
    void spill(int slot, OperandValue value, boolean certain) {
        if (certain) {
            out.visitVarInsn(Opcodes.ALOAD, STACK);
            index(slot);
            load(value);
            out.visitInsn(Opcodes.AASTORE);
        } else {
            frame();
            index(slot);
            load(value);
            callFrame("poke", "(IL" + WORD + ";)V");
        }
    }

    void leave() {
        number(Program.LEAVE);
        out.visitInsn(Opcodes.IRETURN);
    }

    void load(OperandValue value) {
        switch (value) {
            case OperandValue.Constant constant -> constants.load(constant.word(), this);
            case OperandValue.Local local -> out.visitVarInsn(Opcodes.ALOAD, local.index());
            case OperandValue.Comparison comparison -> {
                load(comparison.left());
                if (comparison.opcode() != Opcode.ISZERO) {
                    load(comparison.right());
                }
                call(comparison.opcode());
            }
        }
    }

    void store(OperandValue.Local local) {
        out.visitVarInsn(Opcodes.ASTORE, local.index());
    }

    /** Calls the method of an instruction whose operands are loaded. */
    void call(Opcode opcode) {
        switch (opcode.handler()) {
            case Handler.Pure pure ->
                out.visitMethodInsn(
                        Opcodes.INVOKEVIRTUAL,
                        WORD,
                        pure.method(),
                        "(" + words(opcode.pops() - 1) + ")" + words(1),
                        false);
            case Handler.Static method -> call(opcode, method);
            case Handler.Moves moves -> throw new AssertionError("the compiler has no code for " + opcode);
        }
    }

    private void call(Opcode opcode, Handler.Static method) {
        frame();
        boolean takesMachine = method.body().takesMachine();
        if (takesMachine) {
            evm();
        }
        boolean onFrame = opcode.exit() == Exit.CALL;
        String operands = words(onFrame ? 0 : opcode.pops());
        String result = onFrame || opcode.pushes() == 0 ? "V" : words(1);
        out.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                Type.getInternalName(method.owner()),
                method.method(),
                "(" + operands + "L" + FRAME + ";" + (takesMachine ? "L" + EVM + ";" : "") + ")" + result,
                false);
    }

    private static String words(int count) {
        return ("L" + WORD + ";").repeat(count);
    }

    /** Emits a check that the fork has the instruction. */
    void require(EvmFork since) {
        evm();
        out.visitFieldInsn(Opcodes.GETSTATIC, FORK, since.name(), "L" + FORK + ";");
        out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, EVM, "require", "(L" + FORK + ";)V", false);
    }

    /** Loads one of the four limbs of a value; {@code a} is the highest. */
    void limb(OperandValue value, char limb) {
        if (value instanceof OperandValue.Constant constant) {
            number(constant.word().limb('d' - limb));
        } else {
            load(value);
            out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, WORD, String.valueOf(limb), "()J", false);
        }
    }
}
