package thymus.ci.guard;

import java.util.List;
import thymus.spec.text.PrintableText;
import thymus.spec.tree.Property;

/** What a reader of the source has to know first. */
record Header(GuardPlan monitor, String file) {
    String text() {
        StringBuilder out = new StringBuilder();
        line(
                out,
                "Written by `thymus guard` from " + PrintableText.of(file)
                        + ". Change that file, and write this again.");
        line(out, "");
        line(out, "It enforces:");
        for (Property property : monitor.enforced()) {
            line(
                    out,
                    "  " + property.kind() + " " + property.name() + ", "
                            + UnenforcedProperty.place(property.span(), file));
        }
        List<UnenforcedProperty> missing =
                monitor.leftOut().stream().filter(left -> !left.isLemma()).toList();
        if (!missing.isEmpty()) {
            line(out, "It does not enforce:");
            missing.forEach(left -> line(out, "  " + left.sentence(file)));
        }
        line(out, "");
        how(out);
        lemmas(out);
        return out.toString();
    }

    private void how(StringBuilder out) {
        String guarded = monitor.parts().guarded();
        line(out, "The contract behind " + guarded + " inherits from this one.");
        if (monitor.isWrapped()) {
            line(out, "Each of its external functions that changes the state has one of the modifiers, first:");
            line(out, "its own where there is one, and else `guarded`. So have receive and fallback.");
            line(out, "No guarded call begins within another.");
        }
        if (!monitor.hooks().events().isEmpty()) {
            line(out, "Beside each event that a flow counts stands a call of its function, with the same values.");
        }
        line(out, "What leaves 256 bits, is divided by zero, or is read from a view that fails, reverts.");
        line(out, "What other contracts do to the state is judged in the next guarded call.");
        if (monitor.isWrapped()) {
            line(out, "prev is what was there when the call began, without the ether that it brought.");
        }
    }

    private void lemmas(StringBuilder out) {
        String guarded = monitor.parts().guarded();
        List<String> lemmas = monitor.parts().accumulators().all().stream()
                .flatMap(counted -> counted.lemmas(guarded + "." + counted.name()).stream())
                .toList();
        if (!lemmas.isEmpty()) {
            line(out, "");
            line(out, "A proof of the limits needs to be told what the buckets hold:");
            lemmas.forEach(lemma -> line(out, "  " + lemma));
        }
    }

    private static void line(StringBuilder out, String text) {
        out.append(text.isEmpty() ? "//" : "// " + text).append('\n');
    }
}
