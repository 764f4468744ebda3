package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import thymus.evm.interpreter.Opcode;

/** Makes blocks at random, of what compilers write: masks, shifts, tests of bounds and of overflow. */
final class BlockMaker {
    private static final List<Opcode> PURE =
            Arrays.stream(Opcode.values()).filter(PureOperations::contains).toList();
    private static final List<Opcode> BITWISE = List.of(Opcode.AND, Opcode.OR, Opcode.XOR);
    private static final List<Opcode> ORDERS = List.of(Opcode.LT, Opcode.GT, Opcode.SLT, Opcode.SGT, Opcode.EQ);
    private static final List<Opcode> TAKE_A_PLACE =
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
        int count = 1 + random.nextInt(2);
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

    private int push(Registers to, BigInteger value) {
        constants.add(value);
        return to.add(new Block.Step.Push(value));
    }

    /** Often one that the program knows already. */
    private int constant(Registers to) {
        return push(
                to,
                constants.isEmpty() || random.nextBoolean()
                        ? BlockConstants.any(random)
                        : one(constants.stream().sorted().toList()));
    }

    /** A number below a constant, which changes nothing where a branch tells that the register was below it. */
    private int narrowed(Registers to, int register) {
        BigInteger limit = one(LIMITS);
        limits.add(new Limit(register, limit));
        return random.nextBoolean() || limit.bitCount() > 1
                ? to.operation(Opcode.MOD, register, push(to, limit))
                : to.operation(Opcode.AND, register, push(to, limit.subtract(BigInteger.ONE)));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private int operand(Registers to) {
        return random.nextInt(5) > 0 ? to.any(random) : constant(to);
    }

    private void compute(Registers to) {
        switch (random.nextInt(14)) {
            case 0, 1 -> to.operation(one(BITWISE), to.any(random), narrowed(to, to.any(random)));
            case 2 -> to.operation(one(BITWISE), to.any(random), to.any(random));
            case 3 -> to.operation(one(BITWISE), to.any(random), push(to, BlockConstants.mask(random)));
            case 4 -> {
                int offset = 8 * random.nextInt(32);
                to.add(new Block.Step.Field(to.any(random), offset, 1 + random.nextInt(256 - offset)));
            }
            case 5 ->
                to.add(new Block.Step.Memory(
                        to.any(random),
                        to.any(random),
                        to.any(random),
                        random.nextInt(40),
                        random.nextInt(64),
                        random.nextInt(40)));
            case 6 -> to.add(new Block.Step.Element(to.any(random), 8 * (1 + random.nextInt(32))));
            case 7 -> {
                Opcode opcode = one(TAKE_A_PLACE);
                to.operation(opcode, push(to, BlockConstants.place(opcode, random)), to.any(random));
            }
            case 8, 9 -> to.again(random);
            default -> {
                Opcode opcode = one(PURE);
                Integer[] operands = new Integer[opcode.pops()];
                Arrays.setAll(operands, i -> operand(to));
                to.operation(opcode, operands);
            }
        }
    }

    private int below(Registers to, int register) {
        List<Limit> known =
                limits.stream().filter(limit -> limit.register() < to.next()).toList();
        Limit limit = known.isEmpty() ? new Limit(register, one(LIMITS)) : one(known);
        return to.operation(Opcode.LT, limit.register(), push(to, limit.value()));
    }

    private int condition(Registers to) {
        int a = random.nextBoolean() ? to.any(random) : to.source(to.any(random), random);
        int b = to.any(random);
        int condition = switch (random.nextInt(11)) {
            case 0 -> to.operation(Opcode.LT, a, constant(to));
            case 1 -> to.operation(Opcode.ISZERO, masked(to, a));
            case 2 -> to.operation(Opcode.EQ, masked(to, a), a);
            case 3 -> to.operation(Opcode.EQ, narrowed(to, a), a);
            case 4 -> to.operation(Opcode.EQ, a, b);
            case 5 -> to.operation(one(ORDERS), a, operand(to));
            case 6 -> to.productFits(a, b);
            case 7 -> to.operation(Opcode.OR, to.operation(Opcode.ISZERO, b), to.productFits(a, b));
            case 8 -> to.operation(Opcode.LT, to.operation(Opcode.ADD, a, b), b);
            case 9 -> below(to, a);
            default -> a;
        };
        for (int i = random.nextInt(3); i > 0; i--) {
            condition = to.operation(Opcode.ISZERO, condition);
        }
        return condition;
    }

    private int masked(Registers to, int register) {
        return to.operation(Opcode.AND, register, push(to, BlockConstants.mask(random)));
    }
}
