package thymus.ci.report;

import thymus.system.crosscheck.CrossCheckResult;

/** The result of an independent EVM, in a line. */
public final class OpinionText {
    private OpinionText() {}

    public static String of(CrossCheckResult opinion) {
        return switch (opinion) {
            case CrossCheckResult.Confirmed confirmed -> confirmed(confirmed.node());
            case CrossCheckResult.Silent silent ->
                "not confirmed on an independent EVM: " + TerminalText.text(silent.reason());
            case CrossCheckResult.Differs differs ->
                "internal error: " + TerminalText.text(differs.node()) + " runs it differently; "
                        + TerminalText.text(differs.difference().toString())
                        + ". One of the two EVMs is wrong; please report it";
        };
    }

    static String confirmed(String evm) {
        return "confirmed on " + TerminalText.text(evm);
    }
}
