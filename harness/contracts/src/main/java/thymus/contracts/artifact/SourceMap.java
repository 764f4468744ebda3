package thymus.contracts.artifact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The solc source map: for each instruction {@code start:length:file:jump:depth}, in bytes, without fields that equal
 * those of the previous instruction. A malformed map is empty.
 */
final class SourceMap {
    private static final int FIELDS = 5;

    private final byte[] code;
    private final List<Entry> entries;

    /**
     * @param file its number in the compiler's table; negative for code without a file
     * @param intoFunction whether the instruction jumps into an internal function
     */
    record Entry(int start, int length, int file, boolean intoFunction) {}

    /** @param code in which instructions are counted; immutables and library addresses may hold anything */
    SourceMap(String compressed, byte[] code) {
        this.code = code.clone();
        this.entries = decode(compressed, code.length);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** @return empty if {@code pc} is not an instruction, or the map has no entry for it */
    Optional<Entry> at(int pc) {
        int index = 0;
        for (int at = 0; at < code.length && at <= pc && index < entries.size(); index++) {
            if (at == pc) {
                return Optional.of(entries.get(index));
            }
            int opcode = code[at] & 0xff;
            at += opcode >= 0x60 && opcode <= 0x7f ? opcode - 0x5e : 1;
        }
        return Optional.empty();
    }

    /** The jump into the internal function that returns to {@code pc}. */
    Optional<Entry> callBefore(int pc) {
        boolean isPlace = pc > 0 && pc < code.length && code[pc] == 0x5b && code[pc - 1] == 0x56;
        return isPlace ? at(pc - 1).filter(Entry::intoFunction) : Optional.empty();
    }

    /** Keeps no more entries than there can be instructions, however long the text is. */
    private static List<Entry> decode(String compressed, int most) {
        List<Entry> entries = new ArrayList<>();
        String[] last = {"0", "0", "-1", "-", "0"};
        try {
            int from = 0;
            while (from <= compressed.length() && entries.size() < most) {
                int end = compressed.indexOf(';', from);
                int to = end < 0 ? compressed.length() : end;
                String[] fields = compressed.substring(from, to).split(":", -1);
                for (int i = 0; i < Math.min(fields.length, FIELDS); i++) {
                    last[i] = fields[i].isEmpty() ? last[i] : fields[i];
                }
                entries.add(new Entry(
                        Integer.parseInt(last[0]),
                        Integer.parseInt(last[1]),
                        Integer.parseInt(last[2]),
                        last[3].equals("i")));
                from = to + 1;
            }
        } catch (NumberFormatException e) {
            // After an error the rest is lost, and the part before it is not reliable.
            return List.of();
        }
        return compressed.isEmpty() ? List.of() : List.copyOf(entries);
    }
}
