package thymus.solver.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import thymus.evm.interpreter.Opcode;

/**
 * What a block under construction has so far.
 *
 * @param inputs how many registers no step makes
 * @param before the steps of earlier blocks
 */
record Registers(int inputs, List<Block.Step> before, List<Block.Step> steps) {
    int next() {
        return inputs + before.size() + steps.size();
    }

    int add(Block.Step step) {
        steps.add(step);
        return next() - 1;
    }

    Registers after() {
        return new Registers(inputs, all(), new ArrayList<>());
    }

    private List<Block.Step> all() {
        List<Block.Step> all = new ArrayList<>(before);
        all.addAll(steps);
        return all;
    }

    List<Block.Step.Operation> operations() {
        return all().stream()
                .filter(Block.Step.Operation.class::isInstance)
                .map(Block.Step.Operation.class::cast)
                .toList();
    }

    /** What the register was computed from; itself, if from nothing. */
    int source(int register, Random random) {
        return register >= inputs && all().get(register - inputs) instanceof Block.Step.Operation o
                ? o.operands().get(random.nextInt(o.operands().size()))
                : register;
    }

    int operation(Opcode opcode, Integer... operands) {
        return add(new Block.Step.Operation(opcode, List.of(operands)));
    }

    /** Late registers more often: what was computed is used. */
    int any(Random random) {
        int a = random.nextInt(next());
        return random.nextBoolean() ? a : Math.max(a, random.nextInt(next()));
    }

    /** An earlier operation on what its operands came from: on a path the two are often the same. */
    int again(Random random) {
        List<Block.Step.Operation> earlier = operations();
        if (earlier.isEmpty()) {
            return any(random);
        }
        Block.Step.Operation operation = earlier.get(random.nextInt(earlier.size()));
        return operation(
                operation.opcode(),
                operation.operands().stream()
                        .map(register -> random.nextBoolean() ? source(register, random) : register)
                        .toArray(Integer[]::new));
    }

    /** As solc tests that a product did not wrap. */
    int productFits(int a, int b) {
        return operation(Opcode.EQ, operation(Opcode.DIV, operation(Opcode.MUL, a, b), b), a);
    }
}
