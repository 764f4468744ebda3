package thymus.evm.jit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import thymus.evm.interpreter.Exit;
import thymus.evm.interpreter.Opcode;

/**
 * Programs that do something: blocks that jump to each other, with operands that instructions mostly accept. Most
 * blocks leave the stack as high as they found it, so that loops turn.
 */
final class RandomCode {
    /** Places of the contracts that may call each other. */
    static final int[] CONTRACTS = {0xc0de, 0xbeef, 0xcafe};

    private static final int HEIGHT = 6;
    private static final Opcode[] ORDINARY = Stream.of(Opcode.values())
            .filter(o -> o.exit() == Exit.FALL && o != Opcode.JUMPDEST && !o.isPush())
            .toArray(Opcode[]::new);

    /** Instructions that fail, or cost all gas, for most operands: offsets and lengths. */
    private static final Set<Opcode> PARTICULAR = EnumSet.of(
            Opcode.KECCAK256,
            Opcode.CALLDATALOAD,
            Opcode.CALLDATACOPY,
            Opcode.CODECOPY,
            Opcode.EXTCODECOPY,
            Opcode.RETURNDATACOPY,
            Opcode.MLOAD,
            Opcode.MSTORE,
            Opcode.MSTORE8,
            Opcode.MCOPY,
            Opcode.SLOAD,
            Opcode.SSTORE);

    private final Random random;
    private final ByteArrayOutputStream code = new ByteArrayOutputStream();
    private final List<Integer> destinations = new ArrayList<>();
    /** Where a place is to be written, two bytes each. */
    private final List<Integer> holes = new ArrayList<>();

    private int height;

    private RandomCode(Random random) {
        this.random = random;
    }

    static byte[] draw(Random random) {
        return random.nextInt(20) == 0 ? bytes(random) : new RandomCode(random).blocks();
    }

    private static byte[] bytes(Random random) {
        byte[] code = new byte[random.nextInt(300)];
        random.nextBytes(code);
        return code;
    }

    private byte[] blocks() {
        for (int i = 0; i < HEIGHT; i++) {
            push(small());
        }
        int blocks = 1 + random.nextInt(12);
        for (int i = 0; i < blocks; i++) {
            destinations.add(code.size());
            code.write(0x5b);
            height = HEIGHT;
            int length = random.nextInt(14);
            for (int k = 0; k < length; k++) {
                instruction();
            }
            end();
        }
        byte[] bytes = code.toByteArray();
        for (int hole : holes) {
            int to = destinations.get(random.nextInt(destinations.size()));
            bytes[hole] = (byte) (to >> 8);
            bytes[hole + 1] = (byte) to;
        }
        return bytes;
    }

    private void end() {
        int kind = random.nextInt(20);
        if (kind == 0) {
            push(random.nextInt(64));
            push(random.nextInt(64));
            code.write(random.nextInt(3) == 0 ? 0xfd : 0xf3);
            return;
        }
        int wanted = kind < 14 && kind >= 2 ? 1 : 0;
        boolean level = random.nextInt(12) > 0;
        while (level && height > HEIGHT + wanted) {
            op(Opcode.POP);
        }
        while (level && height < HEIGHT + wanted) {
            push(small());
        }
        if (kind < 2) {
            destination();
            op(Opcode.JUMP);
        } else if (wanted == 1) {
            if (random.nextBoolean()) {
                push(small());
                op(Opcode.of(0x10 + random.nextInt(5)));
            }
            if (random.nextBoolean()) {
                op(Opcode.ISZERO);
            }
            destination();
            op(Opcode.JUMPI);
        }
    }

    /** A place as compilers push it, now and then from deeper in the stack, or as a sum. */
    private void destination() {
        code.write(0x61);
        holes.add(code.size());
        code.write(0);
        code.write(0);
        height++;
        if (random.nextInt(4) == 0) {
            push(small());
            op(Opcode.SWAP1);
            op(Opcode.DUP1);
            op(Opcode.SWAP2);
            op(Opcode.POP);
            op(Opcode.POP);
        }
        if (random.nextInt(12) == 0) {
            push(0);
            op(Opcode.ADD);
        }
    }

    private void instruction() {
        switch (random.nextInt(12)) {
            case 0, 1 -> push(small());
            case 2 -> op(Opcode.of(0x80 + random.nextInt(16)));
            case 3 -> op(Opcode.of(0x90 + random.nextInt(16)));
            case 4 -> destination();
            case 5 -> memory();
            case 6 -> storage();
            case 7 -> call();
            default -> op(ORDINARY[random.nextInt(ORDINARY.length)]);
        }
    }

    /** The instruction, and before it what it lacks of the stack, small numbers where it may be particular. */
    private void op(Opcode opcode) {
        if (random.nextInt(200) > 0) {
            boolean particular = PARTICULAR.contains(opcode) || opcode.isLog();
            for (int i = 0; particular && i < opcode.pops() && random.nextInt(4) > 0; i++) {
                push(random.nextInt(100));
            }
            while (height < opcode.pops()) {
                push(small());
            }
        }
        code.write(opcode.code());
        height += opcode.pushes() - opcode.pops();
    }

    private void memory() {
        push(random.nextInt(200));
        op(random.nextBoolean() ? Opcode.MLOAD : Opcode.DUP1);
        push(random.nextInt(200));
        code.write(random.nextBoolean() ? 0x52 : 0x53);
        height -= 2;
    }

    private void storage() {
        if (random.nextBoolean()) {
            push(random.nextInt(3));
            code.write(random.nextBoolean() ? 0x54 : 0x5c);
        } else {
            op(Opcode.DUP1);
            push(random.nextInt(3));
            code.write(random.nextInt(4) == 0 ? 0x5d : 0x55);
            height -= 2;
        }
    }

    private void call() {
        boolean value = random.nextInt(3) == 0;
        for (int i = 0; i < 4; i++) {
            push(random.nextInt(40));
        }
        if (value) {
            push(random.nextInt(3));
        }
        push(random.nextInt(5) == 0 ? random.nextInt(10) : CONTRACTS[random.nextInt(CONTRACTS.length)]);
        if (random.nextInt(4) == 0) {
            code.write(0x5a);
            height++;
        } else {
            push(random.nextInt(30_000));
        }
        code.write(value ? 0xf1 + random.nextInt(2) : random.nextBoolean() ? 0xf4 : 0xfa);
        height -= value ? 6 : 5;
    }

    private long small() {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> random.nextInt(33);
            case 2 -> random.nextInt(1 << 16);
            case 3 -> -1 - random.nextInt(3);
            default -> random.nextLong();
        };
    }

    /** Negative numbers as words, or as their low halves. */
    private void push(long value) {
        height++;
        if (value >= 0 && value < 256) {
            code.write(0x60);
            code.write((int) value);
            return;
        }
        boolean word = value < 0 && random.nextBoolean();
        code.write(word ? 0x7f : 0x67);
        for (int i = 0; i < (word ? 24 : 0); i++) {
            code.write(0xff);
        }
        for (int i = 7; i >= 0; i--) {
            code.write((int) (value >> (8 * i)));
        }
    }
}
