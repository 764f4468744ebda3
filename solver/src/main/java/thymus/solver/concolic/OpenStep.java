package thymus.solver.concolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.contracts.abi.AbiCodec;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.AbiWord;
import thymus.contracts.abi.Selector;
import thymus.contracts.abi.StaticHead;
import thymus.evm.primitive.Word;
import thymus.solver.smt.SmtResult;
import thymus.solver.symbolic.CallData;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Subterms;
import thymus.solver.term.Terms;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.Parameter;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * A step with unknowns in place of its sender, its value, its time and the words of its arguments. Lengths and offsets
 * stay as they are.
 */
final class OpenStep {
    private static final Interval WEI = Interval.unsigned(90);
    private static final BigInteger LONGEST = BigInteger.valueOf(10L * 365 * 86_400);

    private final Step step;
    private final FunctionModel function;
    private final byte[] data;
    private final Terms terms;
    private final Map<Integer, IntTerm> words = new LinkedHashMap<>();
    private final List<BoolTerm> facts = new ArrayList<>();
    private final Map<String, BigInteger> senders;
    private final IntTerm sender;
    private final IntTerm value;
    private final IntTerm seconds;

    /**
     * @param number sets its unknowns apart from those of other steps
     * @param data of its call
     * @param senders who may send it, by their names
     * @param advance the range of the time before it
     */
    OpenStep(
            int number,
            Step step,
            FunctionModel function,
            byte[] data,
            Map<String, BigInteger> senders,
            Interval advance,
            Terms terms) {
        this.step = step;
        this.function = function;
        this.data = data.clone();
        this.terms = terms;
        this.senders = senders;
        String prefix = "goal." + number + ".";
        sender = sender(prefix);
        value = function.mutability() == Mutability.PAYABLE
                ? terms.symbol(prefix + "value", WEI)
                : terms.constant(step.value());
        seconds = terms.symbol(prefix + "seconds", advance.intersect(Interval.atMost(LONGEST)));
        List<AbiType> head = StaticHead.types(function.inputs());
        for (int i = 0; i < head.size(); i++) {
            if (!isOffset(i)) {
                open(prefix, Selector.SIZE + AbiWord.SIZE * i, head.get(i));
            }
        }
        arrays(prefix);
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

    /** Elements of arrays of words, which stand behind the head. */
    private void arrays(String prefix) {
        int at = 0;
        for (Parameter parameter : function.inputs()) {
            if (parameter.type() instanceof AbiType.Array array
                    && array.length().isEmpty()
                    && array.element() instanceof AbiType.Word) {
                int place = Selector.SIZE + number(Selector.SIZE + AbiWord.SIZE * at);
                int length = number(place);
                for (int i = 1; i <= length; i++) {
                    open(prefix, place + AbiWord.SIZE * i, array.element());
                }
            }
            at += parameter.type().headWords();
        }
    }

    /** A small number in the data. */
    private int number(int at) {
        return new BigInteger(1, Arrays.copyOfRange(data, at, at + AbiWord.SIZE)).intValueExact();
    }

    private void open(String prefix, int at, AbiType type) {
        if (at + AbiWord.SIZE > data.length) {
            return;
        }
        String name = prefix + "word" + at;
        IntTerm word = switch (type) {
            case AbiType.UInt u -> terms.symbol(name, Interval.unsigned(u.bits()));
            case AbiType.Address _ -> terms.symbol(name, Interval.unsigned(160));
            case AbiType.Bool _ -> terms.symbol(name, Interval.BIT);
            case AbiType.FixedBytes b ->
                terms.scale(
                        terms.symbol(name, Interval.unsigned(8 * b.size())),
                        BigInteger.TWO.pow(8 * (AbiWord.SIZE - b.size())));
            case AbiType.Int i -> signed(name, i.bits());
            case AbiType.ByteString _, AbiType.Composite _ -> terms.zero;
        };
        if (type instanceof AbiType.Word) {
            words.put(at, word);
        }
    }

    private IntTerm signed(String name, int bits) {
        BigInteger half = BigInteger.TWO.pow(bits - 1);
        IntTerm number = terms.symbol(name, Interval.of(half.negate(), half.subtract(BigInteger.ONE)));
        return terms.choose(
                terms.lessOrEqual(terms.zero, number),
                number,
                terms.add(number, terms.constant(BigInteger.TWO.pow(256))));
    }

    private IntTerm sender(String prefix) {
        if (senders.size() == 1) {
            return terms.constant(senders.values().iterator().next());
        }
        IntTerm any = terms.symbol(prefix + "sender", Interval.unsigned(160));
        facts.add(terms.or(senders.values().stream()
                .map(address -> terms.equal(any, terms.constant(address)))
                .toList()));
        return any;
    }

    /** What is true of its unknowns, beside their ranges. */
    List<BoolTerm> facts() {
        return facts;
    }

    IntTerm sender() {
        return sender;
    }

    IntTerm value() {
        return value;
    }

    /** The time before it. */
    IntTerm seconds() {
        return seconds;
    }

    CallData input() {
        return CallData.of(data, words, terms);
    }

    /**
     * The step with the solver's values. An unknown that the query does not speak of keeps the number of the known
     * step.
     *
     * @param mentioned the ids of the terms in the query
     * @return empty if no encoder writes the arguments
     */
    Optional<Step> read(SmtResult.Satisfiable values, Set<Integer> mentioned) {
        byte[] filled = data.clone();
        words.forEach((at, word) -> {
            if (isMentioned(word, mentioned)) {
                System.arraycopy(Word.of(values.value(word)).toBytes32(), 0, filled, at, AbiWord.SIZE);
            }
        });
        try {
            List<AbiType> types = AbiCodec.types(function.inputs());
            StepCall call = new StepCall.FunctionCall(
                    function, AbiCodec.decode(types, Arrays.copyOfRange(filled, Selector.SIZE, filled.length)));
            return Optional.of(new Step(
                    mentioned.contains(sender.id()) ? name(values.value(sender)) : step.sender(),
                    step.target(),
                    call,
                    mentioned.contains(value.id()) ? values.value(value) : step.value(),
                    mentioned.contains(seconds.id()) ? values.value(seconds).longValueExact() : step.seconds(),
                    step.blocks()));
        } catch (AbiException notEncodable) {
            return Optional.empty();
        }
    }

    private static boolean isMentioned(IntTerm word, Set<Integer> mentioned) {
        return mentioned.contains(word.id())
                || Subterms.children(word).stream()
                        .anyMatch(child -> child instanceof IntTerm.Symbol && mentioned.contains(child.id()));
    }

    private String name(BigInteger address) {
        return senders.entrySet().stream()
                .filter(entry -> entry.getValue().equals(address))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(step.sender());
    }
}
