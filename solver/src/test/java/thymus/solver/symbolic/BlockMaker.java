package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import thymus.harness.evm.Opcode;
import thymus.solver.term.Numbers;

/** Makes blocks at random, of what compilers write: masks, shifts, tests of bounds and of overflow. */
final class BlockMaker {
    private static final List<Opcode> PURE =
            Arrays.stream(Opcode.values()).filter(PureOperations::contains).toList();
    private static final List<Opcode> BITWISE = List.of(Opcode.AND, Opcode.OR, Opcode.XOR);
    private static final List<Opcode> ORDERS = List.of(Opcode.LT, Opcode.GT, Opcode.SLT, Opcode.SGT, Opcode.EQ);
    private static final List<Opcode> TAKE_A_SMALL_CONSTANT =
            List.of(Opcode.SHL, Opcode.SHR, Opcode.SAR, Opcode.BYTE, Opcode.SIGNEXTEND);
    private static final List<BigInteger> LIMITS =
            List.of(BigInteger.valueOf(1000), BigInteger.valueOf(7), BigInteger.valueOf(8), BigInteger.TWO.pow(160));

    private record Limit(int register, BigInteger value) {}

    private final Random random;
    private final List<Limit> limits = new ArrayList<>();
    final Set<BigInteger> constants = new HashSet<>();

    BlockMaker(Random random) {
        this.random = random;
    }

    /** @param known how many registers there are before the block */
    Block block(int known, int branches) {
        return block(new Registers(known, List.of(), new ArrayList<>()), branches);
    }

    private Block block(Registers registers, int branches) {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            compute(registers);
        }
        if (branches == 0) {
            return new Block(List.copyOf(registers.steps()), Optional.empty());
        }
        int condition = condition(registers);
        Block taken = block(registers.after(), branches - 1);
        // The same operations where the opposite is known: what one side learns must stay there.
        Block left = random.nextInt(3) > 0 ? taken : block(registers.after(), random.nextInt(branches));
        return new Block(List.copyOf(registers.steps()), Optional.of(new Block.Branch(condition, taken, left)));
    }

    /**
     * @param inputs how many registers no step makes
     * @param before the steps of earlier blocks
     */
    private record Registers(int inputs, List<Block.Step> before, List<Block.Step> steps) {
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
    }

    private int push(Registers to, BigInteger value) {
        constants.add(value);
        return to.add(new Block.Step.Push(value));
    }

    private int operation(Registers to, Opcode opcode, Integer... operands) {
        return to.add(new Block.Step.Operation(opcode, List.of(operands)));
    }

    /** An earlier operation on what its operands came from: on a path the two are often the same. */
    private int again(Registers to) {
        List<Block.Step.Operation> earlier = to.operations();
        if (earlier.isEmpty()) {
            return any(to);
        }
        Block.Step.Operation operation = one(earlier);
        return operation(
                to,
                operation.opcode(),
                operation.operands().stream()
                        .map(register -> random.nextBoolean() ? to.source(register, random) : register)
                        .toArray(Integer[]::new));
    }

    /** Often one that the program knows already. */
    private int constant(Registers to) {
        return push(
                to,
                constants.isEmpty() || random.nextBoolean()
                        ? Constants.any(random)
                        : one(constants.stream().sorted().toList()));
    }

    /** A number below a constant, which changes nothing where a branch tells that the register was below it. */
    private int narrowed(Registers to) {
        int register = any(to);
        BigInteger limit = one(LIMITS);
        limits.add(new Limit(register, limit));
        return random.nextBoolean() || limit.bitCount() > 1
                ? operation(to, Opcode.MOD, register, push(to, limit))
                : operation(to, Opcode.AND, register, push(to, limit.subtract(BigInteger.ONE)));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Late registers more often: what was computed is used. */
    private int any(Registers of) {
        int a = random.nextInt(of.next());
        return random.nextBoolean() ? a : Math.max(a, random.nextInt(of.next()));
    }

    private int operand(Registers to) {
        return random.nextInt(5) > 0 ? any(to) : constant(to);
    }

    private void compute(Registers to) {
        switch (random.nextInt(14)) {
            case 0, 1 -> operation(to, one(BITWISE), any(to), narrowed(to));
            case 2 -> operation(to, one(BITWISE), any(to), any(to));
            case 3 -> operation(to, one(BITWISE), any(to), push(to, Constants.mask(random)));
            case 4 -> {
                int offset = 8 * random.nextInt(32);
                to.add(new Block.Step.Field(any(to), offset, 1 + random.nextInt(256 - offset)));
            }
            case 5 -> to.add(new Block.Step.Memory(
                    any(to), any(to), any(to), random.nextInt(40), random.nextInt(64), random.nextInt(40)));
            case 6 -> to.add(new Block.Step.Element(any(to), 8 * (1 + random.nextInt(32))));
            case 7 -> {
                Opcode opcode = one(TAKE_A_SMALL_CONSTANT);
                operation(to, opcode, push(to, BigInteger.valueOf(random.nextInt(opcode.name().startsWith("S") && opcode != Opcode.SIGNEXTEND ? 258 : 34))), any(to));
            }
            case 8, 9 -> again(to);
            default -> {
                Opcode opcode = one(PURE);
                Integer[] operands = new Integer[opcode.pops()];
                Arrays.setAll(operands, i -> operand(to));
                operation(to, opcode, operands);
            }
        }
    }

    private int below(Registers to, int register) {
        List<Limit> known =
                limits.stream().filter(limit -> limit.register() < to.next()).toList();
        Limit limit = known.isEmpty() ? new Limit(register, one(LIMITS)) : one(known);
        return operation(to, Opcode.LT, limit.register(), push(to, limit.value()));
    }

    private int condition(Registers to) {
        int a = random.nextBoolean() ? any(to) : to.source(any(to), random);
        int b = any(to);
        int condition =
                switch (random.nextInt(10)) {
                    case 0 -> operation(to, Opcode.LT, a, constant(to));
                    case 1 -> operation(
                            to, Opcode.ISZERO, operation(to, Opcode.AND, a, push(to, Constants.mask(random))));
                    case 2 -> operation(to, Opcode.EQ, a, b);
                    case 3 -> operation(to, one(ORDERS), a, operand(to));
                    case 4 -> operation(
                            to, Opcode.EQ, operation(to, Opcode.DIV, operation(to, Opcode.MUL, a, b), b), a);
                    case 5 -> operation(
                            to, Opcode.OR, operation(to, Opcode.ISZERO, b), operation(
                            to, Opcode.EQ, operation(to, Opcode.DIV, operation(to, Opcode.MUL, a, b), b), a));
                    case 6 -> operation(to, Opcode.EQ, operation(to, Opcode.AND, a, push(to, Constants.mask(random))), a);
                    case 9 -> below(to, a);
                    case 7 -> operation(to, Opcode.LT, operation(to, Opcode.ADD, a, b), b);
                    default -> a;
                };
        for (int i = random.nextInt(3); i > 0; i--) {
            condition = operation(to, Opcode.ISZERO, condition);
        }
        return condition;
    }

    /** Numbers at which word operations change their minds. */
    private static final class Constants {
        private static final List<Integer> SMALL = List.of(0, 0, 1, 2, 3, 7, 8, 13, 31, 32, 255, 256, 999, 1000, 1023, 1024);

        static BigInteger any(Random random) {
            return random.nextBoolean()
                    ? BigInteger.valueOf(SMALL.get(random.nextInt(SMALL.size())))
                    : Numbers.word(random);
        }

        /** A few runs of ones, or what they leave out: a mask of many runs makes terms of thousands of cases. */
        static BigInteger mask(Random random) {
            BigInteger runs = BigInteger.ZERO;
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                int low = random.nextBoolean() ? 8 * random.nextInt(32) : random.nextInt(16);
                int high = random.nextBoolean() ? low + 1 + random.nextInt(256 - low) : low + 8;
                runs = runs.or(BigInteger.TWO.pow(high).subtract(BigInteger.TWO.pow(low)));
            }
            runs = runs.mod(Words.MODULUS);
            return random.nextInt(3) > 0 ? runs : runs.xor(Words.MODULUS.subtract(BigInteger.ONE));
        }
    }
}
