package thymus.system.execution;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * The code of an attacker's contract. When its owner calls it, it makes the calls that stand in the call data, one
 * after the other, whether or not they fail. When anybody else calls it, it plays the next of the callbacks that stand
 * in its storage (see {@link CallbackScript}); where there is none, it takes whatever comes and returns nothing.
 *
 * <p>It is the same for every attack, so that a contract which looks at the code of its caller sees the same one call
 * after call.
 */
public final class AttackerContract {
    /** Its owner, who sends the transactions: {@code tx.origin} of all its calls. */
    public static final Address OWNER = Convert.hashed("thymus attacker");

    /** What it gives itself to count a call. */
    public static final long COUNTING_GAS = 0x400;

    /** For each call the input has its target, value, gas and length of data, 32 bytes each, and then the data. */
    private static final String ASSEMBLY = """
            CALLER %s EQ @owner JUMPI             // if (caller == owner) goto owner
            ADDRESS CALLER EQ @count JUMPI        // if (caller == this) goto count
            1770 GAS LT @brief JUMPI              // if (gasleft < 6,000) goto brief
            PUSH0 TLOAD                           // n = how many calls came before
            DUP1 ffffffff PUSH0 SLOAD AND         // how many callbacks there are
            GT ISZERO @stop JUMPI                 // if (callbacks <= n) stop
            PUSH0 PUSH0 PUSH0 PUSH0 PUSH0         // no value and no data
            ADDRESS 0400 CALL POP                 // call itself, which counts, or fails in a static call
            01 ADD 20 SHL                         // place = (n + 1) << 32
            DUP1 SLOAD PUSH0                      // words = storage[place], i = 0
            :copy DUP2 DUP2 LT ISZERO @copied JUMPI // while (i < words)
            DUP1 01 ADD DUP4 ADD SLOAD            //   storage[place + i + 1]
            DUP2 05 SHL MSTORE 01 ADD @copy JUMP  //   memory[32 * i] = that, i += 1
            :copied PUSH0                         // at = 0
            :next DUP1 MLOAD                      // kind = memory[at]
            DUP1 01 EQ @call JUMPI                // 1: a call
            DUP1 02 EQ @return JUMPI              // 2: return
            DUP1 03 EQ @revert JUMPI              // 3: revert
            04 EQ @acknowledge JUMPI              // 4: return the selector
            INVALID                               // 5: use up all gas
            :call POP PUSH0 PUSH0                 // nothing returned
            DUP3 80 ADD MLOAD DUP4 a0 ADD         // length = memory[at + 0x80], data from at + 0xa0 on
            DUP5 40 ADD MLOAD DUP6 20 ADD MLOAD   // value = memory[at + 0x40], target = memory[at + 0x20]
            DUP7 60 ADD MLOAD CALL POP            // call with gas = memory[at + 0x60], whatever becomes of it
            DUP1 80 ADD MLOAD 1f ADD 05 SHR 05 SHL // length in whole words
            ADD a0 ADD @next JUMP                 // at += that + 0xa0
            :return POP DUP1 20 ADD MLOAD SWAP1 40 ADD RETURN // length = memory[at + 0x20], data from at + 0x40 on
            :revert POP DUP1 20 ADD MLOAD SWAP1 40 ADD REVERT // the same
            :acknowledge PUSH0 CALLDATALOAD e0 SHR e0 SHL     // the first four bytes of the call data
            PUSH0 MSTORE 20 PUSH0 RETURN          // in a word
            :brief PUSH0 SLOAD ff SHR ISZERO @stop JUMPI // where storage[0] has its first bit
            PUSH0 PUSH0 REVERT                    // refuse
            :count 01 PUSH0 TLOAD ADD PUSH0 TSTORE // one call more
            :stop STOP
            :owner PUSH0                          // at = 0
            :again CALLDATASIZE DUP2 LT ISZERO @stop JUMPI // while (at < calldatasize)
            DUP1 60 ADD CALLDATALOAD              // length = input[at + 0x60]
            DUP1 DUP3 80 ADD PUSH0 CALLDATACOPY   // memory[0..] = input[at + 0x80, length]
            PUSH0 PUSH0 DUP3 PUSH0                // nothing returned, arguments 0..length
            DUP6 20 ADD CALLDATALOAD              // value = input[at + 0x20]
            DUP7 CALLDATALOAD                     // target = input[at]
            DUP8 40 ADD CALLDATALOAD              // gas = input[at + 0x40]
            CALL POP                              // call, whatever becomes of it
            ADD 80 ADD @again JUMP                // at += length + 0x80
            """.formatted(HexFormat.of().formatHex(OWNER.toBytes()));

    private static final List<String> LINES = ASSEMBLY.lines().toList();
    private static final List<byte[]> ASSEMBLED = Assembler.assembled(LINES);

    public static final Bytecode CODE = Bytecode.of(joined());

    /** One of its calls. */
    public record Call(Address target, BigInteger value, long gas, byte[] data) {}

    private AttackerContract() {}

    /** What it does, line by line. */
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
            calls.add(new Call(step.target(), step.step().value(), gas.given(step.step(), data), data));
            gas = gas.after(data, step.receipt().gasUsed());
        }
        return calls;
    }

    private static byte[] joined() {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        ASSEMBLED.forEach(code::writeBytes);
        return code.toByteArray();
    }
}
