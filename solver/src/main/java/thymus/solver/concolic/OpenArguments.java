package thymus.solver.concolic;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thymus.contracts.abi.AbiCodec;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.AbiWord;
import thymus.contracts.abi.Selector;
import thymus.contracts.abi.StaticHead;
import thymus.evm.primitive.Word;
import thymus.solver.smt.SmtResult;
import thymus.solver.symbolic.CallData;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Subterms;
import thymus.solver.term.Terms;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.system.execution.StepCall;

/** The data of a call with unknowns in place of the words of its arguments. Lengths and offsets stay as they are. */
final class OpenArguments {
    private final FunctionModel function;
    private final byte[] data;
    private final Terms terms;
    private final String prefix;
    /** By the offsets of their first bytes. */
    private final Map<Integer, IntTerm> words = new LinkedHashMap<>();

    /**
     * @param data of the known call
     * @param prefix of the names of the unknowns
     */
    OpenArguments(FunctionModel function, byte[] data, String prefix, Terms terms) {
        this.function = function;
        this.data = data.clone();
        this.prefix = prefix;
        this.terms = terms;
        List<AbiType> head = StaticHead.types(function.inputs());
        for (int i = 0; i < head.size(); i++) {
            if (!isOffset(i)) {
                open(Selector.SIZE + AbiWord.SIZE * i, head.get(i));
            }
        }
        openElements();
    }

    /** Whether the word of the head is the offset of something longer. */
    private boolean isOffset(int word) {
        int at = 0;
        for (Parameter parameter : function.inputs()) {
            if (at == word && !parameter.type().isStatic()) {
                return true;
            }
            at += parameter.type().headWords();
        }
        return false;
    }

    /** Opens the elements of arrays of words, which stand behind the head. */
    private void openElements() {
        int at = 0;
        for (Parameter parameter : function.inputs()) {
            if (parameter.type() instanceof AbiType.Array array
                    && array.length().isEmpty()
                    && array.element() instanceof AbiType.Word) {
                int place = Selector.SIZE + number(Selector.SIZE + AbiWord.SIZE * at);
                int length = number(place);
                for (int i = 1; i <= length; i++) {
                    open(place + AbiWord.SIZE * i, array.element());
                }
            }
            at += parameter.type().headWords();
        }
    }

    /** A small number in the data. */
    private int number(int at) {
        return new BigInteger(1, Arrays.copyOfRange(data, at, at + AbiWord.SIZE)).intValueExact();
    }

    private void open(int at, AbiType type) {
        if (type instanceof AbiType.Word word && at + AbiWord.SIZE <= data.length) {
            words.put(at, unknown(prefix + "word" + at, word));
        }
    }

    /** A word that encodes any value of the type. */
    private IntTerm unknown(String name, AbiType.Word type) {
        return switch (type) {
            case AbiType.UInt u -> terms.symbol(name, Interval.unsigned(u.bits()));
            case AbiType.Address _ -> terms.symbol(name, Interval.unsigned(160));
            case AbiType.Bool _ -> terms.symbol(name, Interval.BIT);
            case AbiType.FixedBytes b ->
                terms.scale(
                        terms.symbol(name, Interval.unsigned(8 * b.size())),
                        BigInteger.TWO.pow(8 * (AbiWord.SIZE - b.size())));
            case AbiType.Int i -> signed(name, i.bits());
        };
    }

    private IntTerm signed(String name, int bits) {
        BigInteger half = BigInteger.TWO.pow(bits - 1);
        IntTerm number = terms.symbol(name, Interval.of(half.negate(), half.subtract(BigInteger.ONE)));
        return terms.choose(
                terms.lessOrEqual(terms.zero, number),
                number,
                terms.add(number, terms.constant(BigInteger.TWO.pow(256))));
    }

    CallData input() {
        return CallData.of(data, words, terms);
    }

    /**
     * The call with the solver's values.
     *
     * @param mentioned the ids of the terms in the query; other unknowns keep the numbers of the known call
     * @throws AbiException if no encoder writes the arguments
     */
    StepCall read(SmtResult.Satisfiable values, Set<Integer> mentioned) {
        byte[] filled = data.clone();
        words.forEach((at, word) -> {
            if (isMentioned(word, mentioned)) {
                System.arraycopy(Word.of(values.value(word)).toBytes32(), 0, filled, at, AbiWord.SIZE);
            }
        });
        List<AbiType> types = AbiCodec.types(function.inputs());
        return new StepCall.FunctionCall(
                function, AbiCodec.decode(types, Arrays.copyOfRange(filled, Selector.SIZE, filled.length)));
    }

    private static boolean isMentioned(IntTerm word, Set<Integer> mentioned) {
        return mentioned.contains(word.id())
                || Subterms.children(word).stream()
                        .anyMatch(child -> child instanceof IntTerm.Symbol && mentioned.contains(child.id()));
    }
}
