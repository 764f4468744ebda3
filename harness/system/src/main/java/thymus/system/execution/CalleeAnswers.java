package thymus.system.execution;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thymus.contracts.abi.AbiCodec;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.AbiText;
import thymus.contracts.abi.AbiWord;
import thymus.contracts.abi.Selector;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Word;
import thymus.spec.Specification;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.Parameter;
import thymus.spec.tree.MentionedContracts;

/**
 * What a contract answers whose code the file leaves open, from one step to the next. Each of its views has one answer,
 * whatever it is asked with, or fails; everything else fails. The answers are the callbacks of the contract, one for
 * each view.
 */
public final class CalleeAnswers {
    private static final int MOST_FUNCTIONS = 16;
    private static final int MOST_WORDS = 16;
    /** Far from what compilers use. */
    private static final BigInteger FIRST_SLOT = BigInteger.ONE.shiftLeft(250);

    private static final int PER_FUNCTION = 256;
    private static final int JUMPDEST = 0x5b;
    /** The place of what says that a function fails, behind its words. */
    private static final int FAILS = PER_FUNCTION - 1;

    /** Bytes before the selectors are compared, and of each comparison. */
    private static final int HEAD = 5;

    private static final int ENTRY = 11;
    private static final byte[] REVERTING = {JUMPDEST, 0x5f, 0x5f, (byte) 0xfd}; // PUSH0 PUSH0 REVERT

    private CalleeAnswers() {}

    /**
     * The contracts that are played: those that keep no balances, and that no property speaks of, which would be about
     * the contract that setup deploys.
     */
    public static List<String> played(Specification specification) {
        return specification.callees().entrySet().stream()
                .filter(callee -> !callee.getValue().isToken())
                .map(Map.Entry::getKey)
                .filter(callee -> specification.properties().stream()
                        .noneMatch(property -> MentionedContracts.of(property).contains(callee)))
                .filter(callee -> specification.instances().containsKey(callee))
                .filter(callee -> !functions(specification, callee).isEmpty())
                .toList();
    }

    /** Its views that return words, in their order. */
    public static List<FunctionModel> functions(Specification specification, String callee) {
        return specification.modelOf(callee).functions().stream()
                .filter(function ->
                        function.mutability() == Mutability.VIEW || function.mutability() == Mutability.PURE)
                .filter(function -> !function.outputs().isEmpty()
                        && function.outputs().size() <= MOST_WORDS
                        && function.outputs().stream()
                                .allMatch(output -> output.type().isWord()))
                .limit(MOST_FUNCTIONS)
                .toList();
    }

    /** Whether these are answers of its views: a word of its type for each result, or a failure. */
    public static boolean fit(Specification specification, Callbacks callbacks) {
        if (!played(specification).contains(callbacks.account())
                || !callbacks.others().isEmpty()) {
            return false;
        }
        List<FunctionModel> functions = functions(specification, callbacks.account());
        if (callbacks.list().size() != functions.size()) {
            return false;
        }
        for (int i = 0; i < functions.size(); i++) {
            Callback answer = callbacks.list().get(i);
            boolean fits = switch (answer.ending()) {
                case Ending.Return end -> fit(functions.get(i), end.data());
                case Ending.Revert end -> end.data().length == 0;
                case Ending.Acknowledge _ -> false;
                case Ending.OutOfGas _ -> false;
            };
            if (!answer.calls().isEmpty() || !fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean fit(FunctionModel function, byte[] data) {
        if (data.length != function.outputs().size() * AbiWord.SIZE) {
            return false;
        }
        for (int i = 0; i < function.outputs().size(); i++) {
            if (!AbiWord.isWord(function.outputs().get(i).type(), word(data, i))) {
                return false;
            }
        }
        return true;
    }

    private static BigInteger word(byte[] data, int index) {
        return new BigInteger(1, Arrays.copyOfRange(data, index * AbiWord.SIZE, (index + 1) * AbiWord.SIZE));
    }

    /**
     * The code that answers from storage: if (selector == a function's and that does not fail) return its words; else
     * revert.
     */
    public static Bytecode code(List<FunctionModel> functions) {
        List<byte[]> bodies = new ArrayList<>();
        for (int f = 0; f < functions.size(); f++) {
            bodies.add(body(f, functions.get(f).outputs().size(), HEAD + ENTRY * functions.size()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x5f, 0x35, 0x60, (byte) 0xe0, 0x1c}); // PUSH0 CALLDATALOAD PUSH1 224 SHR
        int at = HEAD + ENTRY * functions.size() + REVERTING.length;
        for (int f = 0; f < functions.size(); f++) {
            out.write(0x80); // DUP1
            out.write(0x63); // PUSH4
            out.writeBytes(word32(Selector.of(functions.get(f)).value()));
            out.write(0x14); // EQ
            out.write(0x61); // PUSH2
            out.writeBytes(new byte[] {(byte) (at >> 8), (byte) at});
            out.write(0x57); // JUMPI
            at += bodies.get(f).length;
        }
        out.writeBytes(REVERTING);
        bodies.forEach(out::writeBytes);
        return Bytecode.of(out.toByteArray());
    }

    private static byte[] word32(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    /** @param reverting where the code reverts */
    private static byte[] body(int function, int words, int reverting) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(JUMPDEST);
        out.write(0x7f); // PUSH32
        out.writeBytes(slot(function, FAILS).toBytes32());
        out.write(0x54); // SLOAD
        out.writeBytes(new byte[] {0x61, (byte) (reverting >> 8), (byte) reverting, 0x57}); // PUSH2 JUMPI
        for (int w = 0; w < words; w++) {
            out.write(0x7f); // PUSH32
            out.writeBytes(slot(function, w).toBytes32());
            out.write(0x54); // SLOAD
            int offset = w * AbiWord.SIZE;
            out.writeBytes(new byte[] {0x61, (byte) (offset >> 8), (byte) offset, 0x52}); // PUSH2 MSTORE
        }
        int length = words * AbiWord.SIZE;
        out.writeBytes(new byte[] {0x61, (byte) (length >> 8), (byte) length, 0x5f, (byte) 0xf3}); // PUSH2 PUSH0 RETURN
        return out.toByteArray();
    }

    private static Word slot(int function, int word) {
        return Word.of(FIRST_SLOT.add(BigInteger.valueOf((long) function * PER_FUNCTION + word)));
    }

    /** What stands in its storage meanwhile. */
    static Map<Word, Word> slots(Callbacks callbacks) {
        Map<Word, Word> slots = new LinkedHashMap<>();
        for (int f = 0; f < callbacks.list().size(); f++) {
            if (!(callbacks.list().get(f).ending() instanceof Ending.Return end)) {
                slots.put(slot(f, FAILS), Word.ONE);
                continue;
            }
            byte[] data = end.data();
            for (int w = 0; w * AbiWord.SIZE < data.length; w++) {
                slots.put(slot(f, w), Word.of(word(data, w)));
            }
        }
        return slots;
    }

    /** The answers in words, one line for each view. */
    public static List<String> text(Specification specification, Callbacks callbacks, AbiText names) {
        List<String> lines = new ArrayList<>();
        List<FunctionModel> functions = functions(specification, callbacks.account());
        for (int i = 0; i < functions.size(); i++) {
            List<Parameter> outputs = functions.get(i).outputs();
            List<AbiType> types = AbiCodec.types(outputs);
            if (!(callbacks.list().get(i).ending() instanceof Ending.Return end)) {
                lines.add(functions.get(i).name() + "() reverts");
                continue;
            }
            byte[] data = end.data();
            try {
                lines.add(functions.get(i).name() + "() returns " + names.named(outputs, AbiCodec.decode(types, data)));
            } catch (AbiException e) {
                throw new IllegalStateException(
                        "an answer of " + functions.get(i).signature() + " has other types", e);
            }
        }
        return lines;
    }
}
