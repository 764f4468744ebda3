package thymus.evm.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.evm.EvmFork;

class InstructionsTest {
    /** The cases are there for speed only, and call what the table says. */
    @Test
    void everyCaseCallsTheMethodOfTheTable() throws IOException {
        try (var in = Objects.requireNonNull(Instructions.class.getResourceAsStream("Instructions.class"))) {
            MethodModel execute = ClassFile.of().parse(in.readAllBytes()).methods().stream()
                    .filter(m -> m.methodName().equalsString("execute"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(check(execute.code().orElseThrow().elementList()) > 40);
        }
    }

    private static int check(List<CodeElement> code) {
        Map<Label, Integer> cases = new HashMap<>();
        Optional<Opcode> current = Optional.empty();
        int checked = 0;
        for (CodeElement element : code) {
            switch (element) {
                case TableSwitchInstruction s -> add(s.cases(), s.defaultTarget(), cases);
                case LookupSwitchInstruction s -> add(s.cases(), s.defaultTarget(), cases);
                case LabelTarget target
                when cases.containsKey(target.label()) -> current = Optional.of(Opcode.of(cases.get(target.label())));
                case InvokeInstruction call
                when !call.owner().asInternalName().endsWith("/Frame") -> {
                    if (current.isEmpty()) {
                        continue;
                    }
                    Opcode opcode = current.get();
                    assertEquals(EvmFork.FIRST, opcode.since(), opcode.name());
                    Handler.Static method = (Handler.Static) opcode.handler();
                    assertEquals(
                            method.owner().getName().replace('.', '/') + "." + method.method(),
                            call.owner().asInternalName() + "." + call.name().stringValue(),
                            opcode.name());
                    current = Optional.empty();
                    checked++;
                }
                default -> {}
            }
        }
        return checked;
    }

    private static void add(List<SwitchCase> found, Label otherwise, Map<Label, Integer> cases) {
        found.stream().filter(c -> c.target() != otherwise).forEach(c -> cases.put(c.target(), c.caseValue()));
    }
}
