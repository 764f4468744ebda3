package thymus.system.execution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.contracts.abi.AbiValue;
import thymus.spec.Choice;
import thymus.spec.ScriptedCall;
import thymus.spec.Seed;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;
import thymus.spec.tree.Expr;

/** What the file makes the fuzzer try, with the values that its constants have after setup. */
public final class Scripts {
    private static final BigInteger SECONDS_PER_BLOCK = BigInteger.valueOf(12);
    private static final AbiType WEI = new AbiType.UInt(256);

    private Scripts() {}

    /** The value of a constant as an argument of that type. The system is as setup has left it. */
    public static AbiValue value(DeployedSystem system, AbiType type, Expr constant) {
        return SetupArguments.values(List.of(new Parameter("", type)), List.of(constant), system.state())
                .getFirst();
    }

    /** The steps of a {@code try}. The system is as setup has left it. */
    public static List<Step> steps(DeployedSystem system, Seed seed) {
        List<Step> steps = new ArrayList<>();
        for (ScriptedCall call : seed.calls()) {
            List<AbiValue> arguments = new ArrayList<>();
            for (int i = 0; i < call.arguments().size(); i++) {
                arguments.add(only(
                        system,
                        call.function().inputs().get(i).type(),
                        call.arguments().get(i),
                        call));
            }
            BigInteger seconds = call.pause().orElseThrow().least();
            BigInteger blocks = seconds.divide(SECONDS_PER_BLOCK).max(seconds.min(BigInteger.ONE));
            BigInteger value = ((AbiValue.Number) only(system, WEI, call.value(), call)).value();
            steps.add(new Step(
                    call.senders().actors().getFirst(),
                    call.instance(),
                    new StepCall.FunctionCall(call.function(), arguments),
                    value,
                    seconds.longValueExact(),
                    blocks.longValueExact()));
        }
        return steps;
    }

    private static AbiValue only(DeployedSystem system, AbiType type, Choice choice, ScriptedCall call) {
        return switch (choice) {
            case Choice.OneOf given -> value(system, type, given.values().getFirst());
            case Choice.Sender _ ->
                AbiValue.of(
                        Convert.number(system.addressOf(call.senders().actors().getFirst())));
            case Choice.Usual _, Choice.Between _, Choice.Shared _ ->
                throw new IllegalArgumentException("a try says each value, at " + call.span());
        };
    }
}
