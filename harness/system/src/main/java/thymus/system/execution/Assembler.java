package thymus.system.execution;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import thymus.evm.interpreter.Opcode;

/**
 * Turns instructions into code. A line has instructions by name, numbers in hexadecimal digits, which are pushed,
 * {@code :x} for a place that can be jumped to, {@code @x} to push it, and a comment behind {@code //}.
 */
final class Assembler {
    private static final int JUMPDEST = 0x5b;
    private static final int PUSH0 = 0x5f;
    private static final byte PUSH2 = 0x61;

    private final Map<String, Integer> opcodes = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    private Assembler() {
        for (Opcode opcode : Opcode.values()) {
            opcodes.put(opcode.name(), opcode.code());
        }
    }

    /** The code of each line. */
    static List<byte[]> assembled(List<String> lines) {
        Assembler assembler = new Assembler();
        int at = 0;
        for (String line : lines) {
            for (String token : tokens(line)) {
                if (token.startsWith(":")) {
                    assembler.places.put(token.substring(1), at);
                }
                at += assembler.code(token).length;
            }
        }
        return lines.stream().map(assembler::line).toList();
    }

    private byte[] line(String line) {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        tokens(line).forEach(token -> code.writeBytes(code(token)));
        return code.toByteArray();
    }

    private static List<String> tokens(String line) {
        int comment = line.indexOf("//");
        return Stream.of(
                        (comment < 0 ? line : line.substring(0, comment)).trim().split("\\s+"))
                .filter(token -> !token.isEmpty())
                .toList();
    }

    private byte[] code(String token) {
        if (token.startsWith(":")) {
            return new byte[] {JUMPDEST};
        }
        if (token.startsWith("@")) {
            int place = places.getOrDefault(token.substring(1), 0);
            return new byte[] {PUSH2, (byte) (place >>> 8), (byte) place};
        }
        if (opcodes.containsKey(token)) {
            return new byte[] {opcodes.get(token).byteValue()};
        }
        byte[] number = HexFormat.of().parseHex(token);
        byte[] push = new byte[1 + number.length];
        push[0] = (byte) (PUSH0 + number.length);
        System.arraycopy(number, 0, push, 1, number.length);
        return push;
    }
}
