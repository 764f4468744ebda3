package thymus.evm.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import thymus.evm.interpreter.Evm;
import thymus.evm.interpreter.Exit;
import thymus.evm.interpreter.Frame;
import thymus.evm.interpreter.Handler;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Word;

class HandlersTest {
    @Test
    void everyInstructionThatDoesMoreThanMoveHasAMethodOfItsShape() throws NoSuchMethodException {
        for (Opcode opcode : Opcode.values()) {
            switch (opcode.handler()) {
                case Handler.Pure pure -> method(opcode, pure);
                case Handler.Static method -> method(opcode, method);
                case Handler.Moves moves -> {}
            }
        }
    }

    private static Method method(Opcode opcode, Handler.Pure pure) throws NoSuchMethodException {
        return Word.class.getMethod(pure.method(), words(opcode.pops() - 1).toArray(Class[]::new));
    }

    private static void method(Opcode opcode, Handler.Static handler) throws NoSuchMethodException {
        boolean onFrame = opcode.exit() == Exit.CALL;
        List<Class<?>> parameters = new ArrayList<>(words(onFrame ? 0 : opcode.pops()));
        parameters.add(Frame.class);
        if (handler.body().takesMachine()) {
            parameters.add(Evm.class);
        }
        Method method = handler.owner().getMethod(handler.method(), parameters.toArray(Class[]::new));
        assertEquals(onFrame || opcode.pushes() == 0 ? void.class : Word.class, method.getReturnType(), opcode.name());
    }

    /** The name is for compiled code, the reference for the interpreter. */
    @Test
    void theNameBesideAReferenceIsThatOfTheSameMethod() throws IOException {
        int references = 0;
        try (var in = Objects.requireNonNull(Opcode.class.getResourceAsStream("Opcode.class"))) {
            CodeModel code = ClassFile.of().parse(in.readAllBytes()).methods().stream()
                    .filter(m -> m.methodName().equalsString("<clinit>"))
                    .findFirst()
                    .orElseThrow()
                    .code()
                    .orElseThrow();
            Deque<ConstantDesc> constants = new ArrayDeque<>();
            for (CodeElement element : code) {
                if (element instanceof ConstantInstruction.LoadConstantInstruction constant) {
                    constants.push(constant.constantValue());
                } else if (element instanceof InvokeDynamicInstruction reference) {
                    DirectMethodHandleDesc method =
                            (DirectMethodHandleDesc) reference.bootstrapArgs().get(1);
                    if (constants.isEmpty()) {
                        // What EXP computes is for readings that need no name.
                        assertEquals("exp", method.methodName());
                        continue;
                    }
                    references++;
                    assertEquals(constants.pop(), method.methodName());
                    // Of pure instructions the owner is not written: what comes before is the name of the row.
                    assertEquals(
                            constants.peek() instanceof ClassDesc owner
                                    ? owner
                                    : Word.class.describeConstable().orElseThrow(),
                            method.owner());
                    constants.clear();
                }
                // Numbers before the handler are constants too.
                constants.removeIf(c -> !(c instanceof String || c instanceof ClassDesc));
            }
        }
        assertEquals(
                Stream.of(Opcode.values())
                        .filter(o -> !(o.handler() instanceof Handler.Moves))
                        .count(),
                references);
    }

    private static List<Class<?>> words(int count) {
        return Collections.nCopies(count, Word.class);
    }

    /**
     * The method that compiled code calls and the function in the table, which the symbolic reading uses, are the same.
     */
    @Property
    void pureMethodsAreWhatTheTableSays(@ForAll("word") Word x, @ForAll("word") Word y, @ForAll("word") Word z)
            throws ReflectiveOperationException {
        Word[] operands = {x, y, z};
        for (Opcode opcode : Opcode.values()) {
            if (opcode.handler() instanceof Handler.Pure handler) {
                Word[] given = Arrays.copyOf(operands, opcode.pops());
                Object[] rest = Arrays.copyOfRange(given, 1, given.length);
                Optional<Word> expected = opcode.operation().map(operation -> operation.apply(given));
                assertEquals(expected, Optional.of(method(opcode, handler).invoke(given[0], rest)), opcode.name());
            }
        }
    }

    @Provide
    Arbitrary<Word> word() {
        Arbitrary<Long> limb = Arbitraries.oneOf(Arbitraries.of(0L, 1L, -1L, Long.MIN_VALUE), Arbitraries.longs());
        Arbitrary<Word> any =
                net.jqwik.api.Combinators.combine(limb, limb, limb, limb).as(Word::of);
        return Arbitraries.oneOf(any, Arbitraries.longs().between(0, 300).map(Word::of));
    }
}
