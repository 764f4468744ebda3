package thymus.system.execution;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import thymus.contracts.abi.AbiCodec;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.AbiText;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.Selector;
import thymus.contracts.artifact.Artifact;
import thymus.evm.interpreter.Receipt;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;

/** Renders the reason why a call failed, from its output. */
public final class RevertReasons {
    private static final Selector ERROR = Selector.of("Error(string)");
    private static final Selector PANIC = Selector.of("Panic(uint256)");
    private static final int LONGEST = 300;

    /** The EVM's halt reason for a REVERT. The output has the actual reason. */
    private static final String REVERTED = "execution reverted";

    private final Map<Selector, FunctionModel> errors = new HashMap<>();
    private final AbiText text;

    /** @param artifacts contracts whose custom errors are rendered by name */
    RevertReasons(Collection<Artifact> artifacts, AbiText text) {
        this.text = text;
        artifacts.forEach(this::learn);
    }

    /** Adds the custom errors of the contract. */
    void learn(Artifact artifact) {
        artifact.errors().forEach(e -> errors.putIfAbsent(Selector.of(e), e));
    }

    /** @param receipt of a failed call */
    public String of(Receipt receipt) {
        return of(receipt.output(), receipt.haltReason().orElse(REVERTED));
    }

    /**
     * @param output the data of the REVERT
     * @param haltReason why the EVM halted
     */
    public String of(byte[] output, String haltReason) {
        if (output.length == 0) {
            return haltReason.equals(REVERTED) ? "reverted without a reason" : haltReason;
        }
        return cut(read(output));
    }

    private String read(byte[] output) {
        if (output.length < Selector.SIZE) {
            return raw(output);
        }
        Selector selector = Selector.fromCallData(output);
        byte[] arguments = Arrays.copyOfRange(output, Selector.SIZE, output.length);
        try {
            if (selector.equals(ERROR)) {
                AbiValue reason =
                        AbiCodec.decode(List.of(new AbiType.Text()), arguments).getFirst();
                return text.of(new AbiType.Text(), reason);
            }
            if (selector.equals(PANIC)) {
                AbiValue code = AbiCodec.decode(List.of(new AbiType.UInt(256)), arguments)
                        .getFirst();
                return panic(((AbiValue.Number) code).value());
            }
            FunctionModel error = errors.get(selector);
            if (error != null) {
                List<AbiValue> values = AbiCodec.decode(AbiCodec.types(error.inputs()), arguments);
                return error.name() + "(" + text.named(error.inputs(), values) + ")";
            }
        } catch (AbiException e) {
            // The data of a contract may begin with an error's selector but be something else.
        }
        return raw(output);
    }

    /** The panic codes in solc's documentation. */
    private static String panic(BigInteger code) {
        String meaning = switch (code.bitLength() > 8 ? -1 : code.intValue()) {
            case 0x00 -> "compiler's own check";
            case 0x01 -> "assertion failed";
            case 0x11 -> "arithmetic overflow";
            case 0x12 -> "division by zero";
            case 0x21 -> "no value of the enum";
            case 0x22 -> "storage byte array wrongly encoded";
            case 0x31 -> "pop from an empty array";
            case 0x32 -> "index out of bounds";
            case 0x41 -> "too much memory";
            case 0x51 -> "call of an uninitialised function";
            default -> "unknown code";
        };
        return "Panic(0x" + (code.bitLength() <= 4 ? "0" : "") + code.toString(16) + "): " + meaning;
    }

    private static String raw(byte[] output) {
        return "0x" + HexFormat.of().formatHex(output);
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + "…";
    }
}
