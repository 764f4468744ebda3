package thymus.ci.guard;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.spec.text.Span;

/** How numbers of the specification are passed to Solidity's types, and read from them. */
final class SolidityEncoding {
    private final Numbers numbers;

    SolidityEncoding(Numbers numbers) {
        this.numbers = numbers;
    }

    /**
     * A word in the head of what a function returns.
     *
     * @param declared as an interface says it: a number with all its bits, since narrow ones are added narrowly
     */
    record Word(String declared, AbiType type) {
        /** The value that the word has for the specification. */
        Value value(String text) {
            return SolidityEncoding.value(text, type);
        }
    }

    static Value value(String text, AbiType type) {
        return switch (type) {
            case AbiType.UInt t -> number(text, BigInteger.ZERO, Reads.most(t.bits()), Sort.UNSIGNED);
            case AbiType.Int t -> {
                BigInteger half = BigInteger.TWO.pow(t.bits() - 1);
                yield number(text, half.negate(), half.subtract(BigInteger.ONE), Sort.SIGNED);
            }
            case AbiType.Bool _ -> Value.truth(text, Value.Binding.ATOM);
            case AbiType.Address _ -> Value.atom(text, Sort.ADDRESS);
            case AbiType.FixedBytes t -> {
                String narrow = t.size() == 32 ? text : "uint" + 8 * t.size() + "(" + text + ")";
                yield number("uint256(" + narrow + ")", BigInteger.ZERO, Reads.most(8 * t.size()), Sort.UNSIGNED);
            }
            case AbiType.ByteString _, AbiType.Composite _ -> throw new IllegalArgumentException(type.canonicalName());
        };
    }

    private static Value number(String text, BigInteger least, BigInteger greatest, Sort sort) {
        return new Value(text, Value.Binding.ATOM, sort, least, greatest);
    }

    /** As a parameter or a result is declared. */
    static String declared(AbiType type) {
        return switch (type) {
            case AbiType.UInt _ -> "uint256";
            case AbiType.Int _ -> "int256";
            case AbiType.Bool _, AbiType.Address _, AbiType.FixedBytes _ -> type.canonicalName();
            // The place of what follows the head.
            case AbiType.ByteString _, AbiType.Composite _ -> "uint256";
        };
    }

    /** The words of the head, one for each that has a place there. */
    static List<Word> heads(List<Parameter> parameters) {
        List<Word> words = new ArrayList<>();
        parameters.forEach(parameter -> collect(parameter.type(), words));
        return words;
    }

    private static void collect(AbiType type, List<Word> words) {
        if (!type.isStatic() || type.isWord()) {
            words.add(new Word(declared(type), type));
            return;
        }
        switch (type) {
            case AbiType.Tuple t -> t.components().forEach(c -> collect(c.type(), words));
            case AbiType.Array t -> {
                for (int i = 0; i < t.length().orElseThrow(); i++) {
                    collect(t.element(), words);
                }
            }
            case AbiType.Word _, AbiType.ByteString _ -> throw new IllegalArgumentException(type.canonicalName());
        }
    }

    static String inputs(FunctionModel function) {
        return function.inputs().stream().map(p -> p.type().canonicalName()).collect(Collectors.joining(", "));
    }

    List<String> arguments(FunctionModel function, List<Value> values, Span span) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            texts.add(argument(values.get(i), function.inputs().get(i).type(), function.name(), span));
        }
        return texts;
    }

    private String argument(Value value, AbiType type, String function, Span span) {
        return switch (type) {
            case AbiType.UInt t -> narrowed(value, t.bits(), "uint" + t.bits());
            case AbiType.Int t -> {
                Value signed = numbers.signed(value, span);
                BigInteger half = BigInteger.TWO.pow(t.bits() - 1);
                if (signed.least().compareTo(half.negate()) < 0
                        || signed.greatest().compareTo(half) >= 0) {
                    throw new NotEnforceable(
                            span, "it passes a number to " + function + " that may not fit int" + t.bits());
                }
                yield t.bits() == 256 ? signed.text() : "int" + t.bits() + "(" + signed.text() + ")";
            }
            case AbiType.Bool _, AbiType.Address _ -> value.text();
            case AbiType.FixedBytes t -> {
                String number = narrowed(value, 8 * t.size(), "uint" + 8 * t.size());
                yield t.canonicalName() + "(" + (t.size() == 32 ? "uint256(" + number + ")" : number) + ")";
            }
            case AbiType.ByteString _, AbiType.Composite _ ->
                throw new NotEnforceable(span, "it passes a value to " + function + " that is not one word");
        };
    }

    private String narrowed(Value value, int bits, String type) {
        Value unsigned = numbers.unsigned(value);
        BigInteger most = Reads.most(bits);
        Value fits = unsigned.greatest().compareTo(most) <= 0
                ? unsigned
                : numbers.call(Helper.FITS, Sort.UNSIGNED, unsigned, Value.number(most));
        return bits == 256 ? fits.text() : type + "(" + fits.text() + ")";
    }
}
