package thymus.evm.jit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import thymus.evm.primitive.Word;

/**
 * The words that a program pushes, as constants of its class. Each word is one object, which jumps compare by identity.
 */
final class Constants {
    /** The limit keeps the class initializer below 64 KiB. */
    private static final int MOST = 2500;

    private final String program;
    private final Map<Word, String> names = new LinkedHashMap<>();

    Constants(String program) {
        this.program = program;
    }

    void load(Word word, Code code) {
        String name = names.get(word);
        if (name == null && names.size() < MOST) {
            name = "k" + names.size();
            names.put(word, name);
        }
        if (name == null) {
            make(word, code.out);
        } else {
            code.out.visitFieldInsn(Opcodes.GETSTATIC, program, name, "L" + Code.WORD + ";");
        }
    }

    private static void make(Word word, MethodVisitor out) {
        if (word.bitLength() <= 63) {
            out.visitLdcInsn(word.d());
            out.visitMethodInsn(Opcodes.INVOKESTATIC, Code.WORD, "of", "(J)L" + Code.WORD + ";", false);
        } else {
            out.visitLdcInsn(word.a());
            out.visitLdcInsn(word.b());
            out.visitLdcInsn(word.c());
            out.visitLdcInsn(word.d());
            out.visitMethodInsn(Opcodes.INVOKESTATIC, Code.WORD, "of", "(JJJJ)L" + Code.WORD + ";", false);
        }
    }

    void define(ClassVisitor type) {
        MethodVisitor out = type.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        out.visitCode();
        names.forEach((word, name) -> {
            type.visitField(
                            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL,
                            name,
                            "L" + Code.WORD + ";",
                            null,
                            null)
                    .visitEnd();
            make(word, out);
            out.visitFieldInsn(Opcodes.PUTSTATIC, program, name, "L" + Code.WORD + ";");
        });
        out.visitInsn(Opcodes.RETURN);
        out.visitMaxs(0, 0);
        out.visitEnd();
    }
}
