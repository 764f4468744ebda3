package thymus.evm.interpreter;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Mnemonics, with the immediate bytes of a PUSH as the next word; {@code RAW 0x…} stands for bytes as they are. */
public final class Assembler {
    private Assembler() {}

    public static byte[] assemble(String program) {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        String[] words = program.strip().split("\\s+");
        for (int i = 0; i < words.length; i++) {
            int immediate = -1;
            if (!words[i].equals("RAW")) {
                Opcode opcode = Opcode.valueOf(words[i]);
                code.write(opcode.code());
                immediate = opcode.immediateBytes();
            }
            if (immediate != 0) {
                byte[] bytes = HexFormat.of().parseHex(words[++i].substring(2));
                if (immediate > 0 && immediate != bytes.length) {
                    throw new IllegalArgumentException(words[i - 1] + " with " + bytes.length + " bytes: " + program);
                }
                code.writeBytes(bytes);
            }
        }
        return code.toByteArray();
    }
}
