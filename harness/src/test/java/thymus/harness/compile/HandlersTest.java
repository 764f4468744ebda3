package thymus.harness.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import thymus.harness.evm.Evm;
import thymus.harness.evm.Frame;
import thymus.harness.evm.Opcode;
import thymus.harness.word.Word;

class HandlersTest {
    /** Instructions that only move words on the stack or control in the code are the compiler's own. */
    private static boolean moves(Opcode opcode) {
        return opcode.isPush() || opcode.isDup() || opcode.isSwap()
                || List.of(Opcode.POP, Opcode.JUMP, Opcode.JUMPI, Opcode.JUMPDEST, Opcode.PC).contains(opcode);
    }

    @Test
    void everyOtherInstructionHasAMethodOfItsShape() throws NoSuchMethodException {
        for (Opcode opcode : Opcode.values()) {
            Handlers.Handler handler = Handlers.of(opcode);
            if (moves(opcode)) {
                assertEquals(null, handler, opcode.name());
                continue;
            }
            assertNotNull(handler, opcode.name());
            method(opcode, handler);
        }
    }

    private static Method method(Opcode opcode, Handlers.Handler handler) throws NoSuchMethodException {
        if (handler.pure()) {
            return Word.class.getMethod(handler.name(), words(opcode.pops() - 1).toArray(Class[]::new));
        }
        boolean onFrame = opcode.code() >= 0xf0 && opcode.pushes() == 1;
        List<Class<?>> parameters = new ArrayList<>(words(onFrame ? 0 : opcode.pops()));
        parameters.add(Frame.class);
        if (handler.takesMachine()) {
            parameters.add(Evm.class);
        }
        Method method = handler.owner().getMethod(handler.name(), parameters.toArray(Class[]::new));
        assertEquals(onFrame || opcode.pushes() == 0 ? void.class : Word.class, method.getReturnType(), opcode.name());
        return method;
    }

    private static List<Class<?>> words(int count) {
        return Collections.nCopies(count, Word.class);
    }

    /** The method that compiled code calls and the function in the table, which the symbolic reading uses, are the same. */
    @Property
    void pureMethodsAreWhatTheTableSays(@ForAll("word") Word x, @ForAll("word") Word y, @ForAll("word") Word z)
            throws ReflectiveOperationException {
        Word[] operands = {x, y, z};
        for (Opcode opcode : Opcode.values()) {
            Handlers.Handler handler = Handlers.of(opcode);
            if (handler != null && handler.pure()) {
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
        Arbitrary<Word> any = net.jqwik.api.Combinators.combine(limb, limb, limb, limb).as(Word::of);
        return Arbitraries.oneOf(any, Arbitraries.longs().between(0, 300).map(Word::of));
    }
}
