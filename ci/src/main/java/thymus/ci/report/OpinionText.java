package thymus.ci.report;

import thymus.system.crosscheck.Opinion;

/** What an independent EVM says, in a line. */
public final class OpinionText {
    private OpinionText() {}

    public static String of(Opinion opinion) {
        return switch (opinion) {
            case Opinion.Confirmed confirmed -> confirmed(confirmed.node());
            case Opinion.Silent silent -> "not confirmed on an independent EVM: " + Plain.text(silent.reason());
            case Opinion.Differs differs ->
                "internal error: " + Plain.text(differs.node()) + " runs it differently; "
                        + Plain.text(differs.difference().toString())
                        + ". One of the two EVMs is wrong; please report it";
        };
    }

    static String confirmed(String evm) {
        return "confirmed on " + Plain.text(evm);
    }
}
