package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.evm.interpreter.Opcode;

/**
 * Word operations that run in a row, and the branch that ends them. Every step appends one register to those before it.
 */
record Block(List<Step> steps, Optional<Branch> branch) {
    /** @param condition the register that is tested for "not zero" */
    record Branch(int condition, Block taken, Block left) {}

    sealed interface Step {
        record Push(BigInteger value) implements Step {}

        record Operation(Opcode opcode, List<Integer> operands) implements Step {}

        /** {@code width} bits from bit {@code offset} up: what reads a packed slot. */
        record Field(int register, int offset, int width) implements Step {}

        /** Stores a word, then another one, then a byte in memory, and loads a word from where they meet. */
        record Memory(int first, int second, int third, int secondAt, int thirdAt, int loadAt) implements Step {}

        /** A mapping's element in the arbitrary state. */
        record Element(int key, int width) implements Step {}
    }

    /** One step in each line, sides of a branch further in. */
    String text(String margin) {
        StringBuilder text = new StringBuilder();
        steps.forEach(step -> text.append(margin).append(step).append('\n'));
        branch.ifPresent(b -> text.append(margin)
                .append("if register ")
                .append(b.condition())
                .append('\n')
                .append(b.taken().text(margin + "    "))
                .append(margin)
                .append("else\n")
                .append(b.left().text(margin + "    ")));
        return text.toString();
    }
}
