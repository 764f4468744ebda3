package thymus.fuzz.sequence;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import thymus.contracts.abi.AbiText;
import thymus.spec.text.NumberText;
import thymus.system.execution.ForcedEther;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * Renders steps.
 *
 * @param names gives the name of an address, or its hexadecimal form
 */
record StepText(Function<BigInteger, String> names) {
    String lines(List<Step> steps) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            text.append(i == 0 ? "" : System.lineSeparator())
                    .append(i + 1)
                    .append(". ")
                    .append(line(steps.get(i)));
        }
        return steps.isEmpty() ? "no step" : text.toString();
    }

    String line(Step step) {
        String wait = step.seconds() == 0 ? "" : NumberText.prose(step.seconds()) + " s later, ";
        String call = switch (step.call()) {
            case StepCall.FunctionCall f ->
                f.function().name() + "("
                        + new AbiText(names).named(f.function().inputs(), f.arguments()) + ")";
            case StepCall.RawCall raw -> "0x" + HexFormat.of().formatHex(raw.data());
        };
        String value = step.value().signum() == 0 ? "" : " with " + NumberText.value(step.value()) + " wei";
        String entered = switch (step.entry()) {
            case DIRECT -> "";
            case BY_CONTRACT -> "the contract ";
            case SAME_TRANSACTION -> "in the same transaction, ";
            case FORCED -> ForcedEther.text(step) + " by ";
        };
        if (step.isForced()) {
            return wait + entered + step.sender();
        }
        return wait + entered + step.sender() + " calls " + step.target() + "." + call + value;
    }
}
