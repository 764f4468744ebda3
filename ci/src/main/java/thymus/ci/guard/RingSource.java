package thymus.ci.guard;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The struct and the functions of a ring with so many buckets. */
final class RingSource {
    private final int buckets;

    RingSource(int buckets) {
        this.buckets = buckets;
    }

    /** Two buckets of 112 bits share a word, the first two with the slot. */
    String struct() {
        return "/// What was counted in a slot of time, the last one in which anything was, and in those before it.\n"
                + "struct GuardRing" + buckets + " {\n    uint32 slot;\n" + lines("    uint112 b%d;\n") + "}\n";
    }

    /** Those that a text calls. */
    List<String> functions(String text) {
        boolean sums = text.contains("_guardSum" + buckets + "(");
        return sums ? List.of(turned(), add(), sum()) : List.of(turned(), add());
    }

    private String turned() {
        StringBuilder out =
                new StringBuilder("/// @dev The ring as of a slot: what is older than its slots is gone.\n");
        out.append("function _guardTurned" + buckets + "(GuardRing" + buckets
                + " storage ring, uint256 slot)\n    private view returns (GuardRing" + buckets
                + " memory turned)\n{\n");
        out.append("    if (slot > type(uint32).max) revert GuardOutOfRange();\n");
        out.append("    turned.slot = uint32(slot);\n");
        out.append("    uint256 passed = slot - ring.slot;\n");
        for (int passed = 0; passed < buckets; passed++) {
            out.append("    if (passed == " + passed + ") {\n");
            for (int i = passed; i < buckets; i++) {
                out.append("        turned.b" + i + " = ring.b" + (i - passed) + ";\n");
            }
            out.append("    }\n");
        }
        return out.append("}\n").toString();
    }

    private String add() {
        return "/// @dev Counts an amount, and returns what all slots carry.\n"
                + "function _guardAdd" + buckets + "(GuardRing" + buckets
                + " storage ring, uint256 slot, uint256 amount) private returns (uint256) {\n"
                + "    GuardRing" + buckets + " memory turned = _guardTurned" + buckets + "(ring, slot);\n"
                + "    uint256 first = turned.b0 + amount;\n"
                + "    if (first > type(uint112).max) revert GuardOutOfRange();\n"
                + "    turned.b0 = uint112(first);\n"
                + words()
                + "    return first" + rest() + ";\n}\n";
    }

    /** One assignment for each word: the compiler writes a word once then. */
    private String words() {
        StringBuilder out =
                new StringBuilder("    (ring.slot" + pair(0, "ring") + ") = (turned.slot" + pair(0, "turned") + ");\n");
        for (int i = 2; i < buckets; i += 2) {
            String left = pair(i, "ring").substring(2);
            String right = pair(i, "turned").substring(2);
            boolean single = i + 1 == buckets;
            out.append(single ? "    " + left + " = " + right + ";\n" : "    (" + left + ") = (" + right + ");\n");
        }
        return out.toString();
    }

    private String pair(int from, String of) {
        return IntStream.range(from, Math.min(from + 2, buckets))
                .mapToObj(i -> ", " + of + ".b" + i)
                .collect(Collectors.joining());
    }

    private String sum() {
        return "/// @dev What all slots carry.\n"
                + "function _guardSum" + buckets + "(GuardRing" + buckets
                + " storage ring, uint256 slot) private view returns (uint256) {\n"
                + "    GuardRing" + buckets + " memory turned = _guardTurned" + buckets + "(ring, slot);\n"
                + "    return uint256(turned.b0)" + rest() + ";\n}\n";
    }

    private String rest() {
        return IntStream.range(1, buckets).mapToObj(i -> " + turned.b" + i).collect(Collectors.joining());
    }

    private String lines(String form) {
        return IntStream.range(0, buckets).mapToObj(i -> form.formatted(i)).collect(Collectors.joining());
    }
}
