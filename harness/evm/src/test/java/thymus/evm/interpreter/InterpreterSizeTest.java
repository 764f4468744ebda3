package thymus.evm.interpreter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InterpreterSizeTest {
    /** HotSpot leaves methods of 8000 bytes of bytecode to its own interpreter: 40 times slower, without a word. */
    @Test
    void everyMethodOfTheInterpreterIsSmallEnoughToBeCompiled() throws IOException {
        try (var in = Objects.requireNonNull(Interpreter.class.getResourceAsStream("Interpreter.class"))) {
            for (MethodModel method : ClassFile.of().parse(in.readAllBytes()).methods()) {
                int size = method.code()
                        .map(code -> ((CodeAttribute) code).codeLength())
                        .orElse(0);
                assertTrue(size < 8000, method.methodName().stringValue() + " has " + size + " bytes");
            }
        }
    }
}
