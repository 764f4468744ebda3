package thymus.ci.init;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thymus.spec.text.PrintableText;

/**
 * A compiled contract that a first specification does not deploy.
 *
 * @param reason as the end of a sentence: "it is a library"
 */
record LeftOut(String reference, String reason) {
    private static final int LONGEST = 600;

    LeftOut {
        reference = shown(reference);
        reason = shown(reason);
    }

    /** One sentence for each reason, with the contracts that it keeps out. */
    static List<String> sentences(List<LeftOut> all) {
        Map<String, String> byReason = new TreeMap<>();
        all.forEach(one -> byReason.merge(one.reason(), one.reference(), (a, b) -> a + ", " + b));
        return byReason.entrySet().stream()
                .map(e -> "Left out: " + shown(e.getValue()) + ": " + e.getKey() + ".")
                .toList();
    }

    private static String shown(String foreign) {
        String text = PrintableText.of(foreign.lines().findFirst().orElse(""));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
