package thymus.ci.init;

import java.util.List;

/**
 * The text of a first specification.
 *
 * @param leftOut sentences about contracts that it does not deploy
 */
record SpecificationText(SetupDraft draft, List<ValueFlow> flows, List<Mining.Kept> kept, List<String> leftOut) {
    private static final int MOST_SENTENCES = 12;

    String text() {
        return Comments.of(
                        "A first specification, written by thymus init. Delete what you do not mean, and say what is "
                                + "missing.")
                + about() + "\n" + draft.declarations() + "\n" + draft.setup() + adversary() + movements()
                + invariants();
    }

    private String about() {
        StringBuilder out = new StringBuilder();
        leftOut.stream().limit(MOST_SENTENCES).map(Comments::of).forEach(out::append);
        return out.toString();
    }

    private String adversary() {
        return "\n"
                + Comments.of("TODO: whom you trust. Until then anybody may call everything, " + draft.deployer()
                        + " included.")
                + "// adversary { trusts " + draft.deployer() + "; }\n";
    }

    private String movements() {
        StringBuilder out = new StringBuilder(flows.isEmpty() ? "" : "\n// ---- what moves ----\n");
        for (ValueFlow flow : flows) {
            out.append('\n').append(flow.declaration());
            out.append("// TODO: how much may move within a day, in place of 1_000e18.\n");
            out.append("// ").append(flow.limit());
        }
        return out.toString();
    }

    private String invariants() {
        StringBuilder out = new StringBuilder(kept.isEmpty() ? "" : "\n// ---- mined ----\n\n");
        if (!kept.isEmpty()) {
            out.append(Comments.of("They hold of the contracts as they are, with the arguments above. "
                    + "Which of them are meant, you decide."));
        }
        for (Mining.Kept one : kept) {
            out.append('\n').append(Comments.of("Mined: " + one.evidence() + "."));
            out.append(one.candidate().declaration());
        }
        return out.toString();
    }
}
