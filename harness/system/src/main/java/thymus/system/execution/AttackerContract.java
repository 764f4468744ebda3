package thymus.system.execution;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * The code of an attacker's contract. When its owner calls it, it makes the calls that stand in the call data, one after the
 * other, whether or not they fail; from anybody else it takes whatever comes and returns nothing.
 *
 * <p>It is the same for every attack, so that a contract which looks at the code of its caller sees the same one call after call.
 */
public final class AttackerContract {
    /** Its owner, who sends the transactions: {@code tx.origin} of all its calls. */
    public static final Address OWNER = Convert.hashed("thymus attacker");

    /** For each call the input has its target, value, gas and length of data, 32 bytes each, and then the data. */
    private static final String ASSEMBLY = """
            33 73 %s 14 601b 57 00  // if (caller != owner) stop
            5b 5f                   // at = 0
            5b 36 81 10 6025 57 00  // 1d: if (at >= calldatasize) stop
            5b 80 6060 01 35        // length = input[at + 0x60]
            80 82 6080 01 5f 37     // calldatacopy(0, at + 0x80, length)
            5f 5f 82 5f             // nothing returned, arguments 0..length
            85 6020 01 35           // value = input[at + 0x20]
            86 35                   // target = input[at]
            87 6040 01 35           // gas = input[at + 0x40]
            f1 50                   // call(gas, target, value, arguments), whatever becomes of it
            01 6080 01 601d 56      // at += length + 0x80; goto 1d
            """.formatted(HexFormat.of().formatHex(OWNER.toBytes()));

    public static final Bytecode CODE = Bytecode.parse(assembled());

    /** One of its calls. */
    public record Call(Address target, BigInteger value, long gas, byte[] data) {}

    private AttackerContract() {}

    /** What it does, line by line, with the bytes of its code before. */
    public static String assembly() {
        return ASSEMBLY;
    }

    /** The input with which its owner calls it. */
    public static byte[] input(List<Call> calls) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        for (Call call : calls) {
            input.writeBytes(call.target().word().toBytes32());
            input.writeBytes(Word.of(call.value()).toBytes32());
            input.writeBytes(Word.of(call.gas()).toBytes32());
            input.writeBytes(Word.of(call.data().length).toBytes32());
            input.writeBytes(call.data());
        }
        return input.toByteArray();
    }

    /** The calls of one transaction, with the gas that each had. */
    public static List<Call> calls(List<StepResult> steps) {
        List<Call> calls = new ArrayList<>();
        EntryGas gas = EntryGas.START;
        for (StepResult step : steps) {
            byte[] data = step.step().call().data();
            calls.add(new Call(step.target(), step.step().value(), gas.given(data), data));
            gas = gas.after(data, step.receipt().gasUsed());
        }
        return calls;
    }

    private static String assembled() {
        return ASSEMBLY.lines()
                .map(line -> line.substring(0, line.indexOf("//")).replace(" ", ""))
                .collect(Collectors.joining());
    }
}
