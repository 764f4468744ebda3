package thymus.evm.jit;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Programs as compilers make them: functions of one argument that callers jump to with the place of return on the
 * stack, and that call later functions, branch, loop, and call other contracts.
 */
final class RandomFunctions {
    private static final int MOST_FUNCTIONS = 6;

    private final Random random;
    private final ByteArrayOutputStream code = new ByteArrayOutputStream();
    private final Map<Integer, Integer> places = new HashMap<>();
    /** Labels by where their places are to be written, two bytes each. */
    private final Map<Integer, Integer> holes = new LinkedHashMap<>();

    private final int functions;
    /** Every place that is jumped to is pushed as it is. */
    private final boolean plain;

    private int labels = MOST_FUNCTIONS;

    private RandomFunctions(Random random) {
        this.random = random;
        functions = 1 + random.nextInt(MOST_FUNCTIONS);
        plain = random.nextInt(3) > 0;
    }

    static byte[] draw(Random random) {
        return new RandomFunctions(random).program();
    }

    private byte[] program() {
        push(random.nextInt(6));
        int start = labels++;
        push(1 + random.nextInt(4));
        destination(start);
        for (int calls = 2 + random.nextInt(6); calls > 0; calls--) {
            code(0x81); // DUP2: the value, which lies below the number of turns
            call(random.nextInt(functions));
            code(0x91, 0x50); // SWAP2 POP
        }
        turn(start);
        code(0x50, 0x5f, 0x52); // POP, MSTORE at 0
        push(32);
        code(0x5f, random.nextInt(10) == 0 ? 0xfd : 0xf3);
        for (int i = 0; i < functions; i++) {
            function(i);
        }
        byte[] bytes = code.toByteArray();
        holes.forEach((hole, label) -> {
            bytes[hole] = (byte) (places.get(label) >> 8);
            bytes[hole + 1] = (byte) (int) places.get(label);
        });
        return bytes;
    }

    private void code(int... bytes) {
        for (int b : bytes) {
            code.write(b);
        }
    }

    private void push(int number) {
        code(0x60, number);
    }

    private void push(Integer label) {
        code(0x61);
        holes.put(code.size(), label);
        code(0, 0);
    }

    private void destination(int label) {
        places.put(label, code.size());
        code(0x5b);
    }

    /** Counts the number on top down, and jumps where it is not zero yet. */
    private void turn(int label) {
        push(1);
        code(0x90, 0x03, 0x80); // SWAP1 SUB DUP1
        push((Integer) label);
        code(0x57);
    }

    /** The value on top becomes the function's of it. */
    private void call(int function) {
        int back = labels++;
        switch (random.nextInt(8)) {
            case 0 -> oneOfTwoPlaces(back);
            case 1 -> {
                push((Integer) back);
                if (!plain) {
                    push(0);
                    code(0x01); // ADD: it is another object now
                }
            }
            default -> push((Integer) back);
        }
        code(0x81); // DUP2
        push((Integer) function);
        code(0x56);
        destination(back);
        code(0x90, 0x50); // SWAP1 POP
    }

    /** Which place is returned to is decided by the value. */
    private void oneOfTwoPlaces(int back) {
        int other = labels++;
        int odd = labels++;
        int decided = labels++;
        int over = labels++;
        code(0x80);
        push(1);
        code(0x16); // AND
        push((Integer) odd);
        code(0x57);
        push((Integer) other);
        push((Integer) decided);
        code(0x56);
        destination(other);
        push(random.nextInt(9));
        code(0x01);
        push((Integer) back);
        code(0x56);
        destination(odd);
        push((Integer) back);
        push((Integer) over);
        code(0x56);
        destination(over);
        destination(decided);
    }

    /** Finds the place to return to and above it the argument, and leaves its value. */
    private void function(int number) {
        destination(number);
        for (int pieces = 1 + random.nextInt(5); pieces > 0; pieces--) {
            piece(number);
        }
        code(0x90, 0x56);
    }

    private void piece(int function) {
        switch (random.nextInt(12)) {
            case 0 -> addConstant();
            case 1 -> {
                push(random.nextInt(4));
                code(0x54, 0x01); // SLOAD ADD
            }
            case 2 -> {
                code(0x80);
                push(random.nextInt(4));
                code(random.nextBoolean() ? 0x55 : 0x5d);
            }
            case 3 -> {
                code(0x80);
                push(32 * random.nextInt(3));
                code(0x52);
            }
            case 4 -> {
                push(32 * random.nextInt(3));
                code(0x51, 0x01);
            }
            case 5, 6 -> callLater(function);
            case 7 -> branch(function);
            case 8 -> callContract();
            case 9 -> {
                code(0x80);
                push(random.nextInt(64));
                push(0);
                code(0xa1);
            }
            case 10 -> loop(function);
            default -> {
                for (int i = random.nextInt(25); i > 0; i--) {
                    code(0x5f, 0x01); // long blocks are not copied
                }
            }
        }
    }

    private void addConstant() {
        push(random.nextInt(9));
        code(0x01);
    }

    private void callLater(int function) {
        if (function + 1 < functions) {
            call(function + 1 + random.nextInt(functions - function - 1));
        } else {
            addConstant();
        }
    }

    private void branch(int function) {
        int over = labels++;
        code(0x80);
        push(1 << random.nextInt(3));
        code(0x16);
        push((Integer) over);
        code(0x57);
        callLater(function);
        if (random.nextInt(8) == 0) {
            code(0x5f, 0x5f, 0xfd);
        }
        destination(over);
    }

    private void callContract() {
        code(0x80, 0x5f, 0x52);
        for (int word : new int[] {32, 32, 32, 0}) {
            push(word);
        }
        boolean value = random.nextInt(3) == 0;
        if (value) {
            push(random.nextInt(2));
        }
        int place = random.nextInt(4) == 0
                ? random.nextInt(6)
                : RandomCode.CONTRACTS[random.nextInt(RandomCode.CONTRACTS.length)];
        code(0x61, place >> 8, place);
        code(0x61, random.nextInt(256), random.nextInt(256));
        code(value ? 0xf1 + random.nextInt(2) : random.nextBoolean() ? 0xf4 : 0xfa);
        code(0x01);
    }

    private void loop(int function) {
        int start = labels++;
        push(1 + random.nextInt(3));
        destination(start);
        code(0x81);
        callLater(function);
        code(0x91, 0x50);
        turn(start);
        code(0x50);
    }
}
