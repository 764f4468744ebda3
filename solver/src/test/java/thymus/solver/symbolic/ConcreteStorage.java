package thymus.solver.symbolic;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.solver.state.AnySource;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.state.BitField;
import thymus.solver.state.FieldLayout;
import thymus.solver.state.Region;
import thymus.solver.state.StateSource;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.TermEvaluator;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;
import thymus.solver.term.UnknownFunctions;

/** An arbitrary storage for symbolic execution, and its meaning: a known storage with real hashes. */
public final class ConcreteStorage implements StateSource {
    private final Terms terms;
    private final FieldLayout layout;
    private final Map<String, Region> regions = new HashMap<>();
    private final Map<String, BitField> fields = new HashMap<>();

    public ConcreteStorage(Terms terms, FieldLayout layout) {
        this.terms = terms;
        this.layout = layout;
    }

    @Override
    public IntTerm initial(Region region, int index, List<IntTerm> keys) {
        BitField field = layout.of(region).get(index);
        String name = "storage " + region + field;
        regions.put(name, region);
        fields.put(name, field);
        return terms.apply(UnknownFunction.into(name, Interval.unsigned(field.width())), keys);
    }

    @Override
    public IntTerm initialSum(Region region, int field, List<IntTerm> prefix) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IntTerm initialBalance(IntTerm account) {
        return terms.apply(ArbitrarySource.ETHER, List.of(account));
    }

    @Override
    public StateSource later(String time) {
        return new AnySource(terms, layout, time);
    }

    /** @param storage by contract name and slot */
    public TermEvaluator evaluator(Map<String, BigInteger> symbols, Function<String, Map<Word, Word>> storage) {
        UnknownFunctions functions = functions(storage);
        return new TermEvaluator(
                name -> symbols.containsKey(name)
                        ? java.util.Optional.of(symbols.get(name))
                        : isKnown(name)
                                ? java.util.Optional.of(functions.value(name, List.of(), WordArithmetic.WORD))
                                : java.util.Optional.empty(),
                functions);
    }

    /** Whether the name is that of a function with a meaning here: a hash of bytes of known number, or storage. */
    public boolean isKnown(String name) {
        return (name.startsWith("keccak256/") && !name.equals("keccak256/text")) || regions.containsKey(name);
    }

    public UnknownFunctions functions(Function<String, Map<Word, Word>> storage) {
        return (function, arguments, range) -> {
            if (function.startsWith("keccak256/")) {
                return hash(Integer.parseInt(function.substring(10)), arguments);
            }
            Region region = regions.get(function);
            if (region == null) {
                return UnknownFunctions.OPERATIONS.value(function, arguments, range);
            }
            Word slot = Word.of(slot(region, arguments));
            BigInteger word = storage.apply(region.contract())
                    .getOrDefault(slot, Word.ZERO)
                    .toBigInteger();
            BitField field = fields.get(function);
            return word.shiftRight(field.offset()).mod(BigInteger.TWO.pow(field.width()));
        };
    }

    private static BigInteger hash(int size, List<BigInteger> words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        words.forEach(word -> bytes.writeBytes(Word.of(word).toBytes32()));
        return Keccak.hash(Arrays.copyOf(bytes.toByteArray(), size)).toBigInteger();
    }

    /** Where the region's slot with those keys lies. */
    static BigInteger slot(Region region, List<BigInteger> keys) {
        return slot(region.shape(), keys).add(region.offset()).mod(WordArithmetic.MODULUS);
    }

    private static BigInteger slot(String path, List<BigInteger> keys) {
        if (!path.contains("(")) {
            return new BigInteger(path);
        }
        int close = path.lastIndexOf(')');
        if (close < path.length() - 1) {
            return slot(path.substring(0, close + 1), keys).add(new BigInteger(path.substring(close + 2)));
        }
        BigInteger base = slot(path.substring(2, close), keys.subList(0, keys.size() - 1));
        return path.startsWith("m")
                ? hash(64, List.of(keys.getLast(), base))
                : hash(32, List.of(base)).add(keys.getLast()).mod(WordArithmetic.MODULUS);
    }

    /** The contract's storage after the writes of a path. */
    static Map<Word, Word> after(
            Map<Word, Word> before, String contract, SymbolicWorld world, TermEvaluator evaluator) {
        Map<Word, Word> after = new HashMap<>(before);
        world.writes().forEach((region, history) -> {
            if (!region.contract().equals(contract)) {
                return;
            }
            List<BitField> layout = world.layout().of(region);
            for (SymbolicWorld.Write write : history) {
                BigInteger word = BigInteger.ZERO;
                for (int i = 0; i < layout.size(); i++) {
                    word = word.add(evaluator
                            .value(write.values().get(i))
                            .shiftLeft(layout.get(i).offset()));
                }
                after.put(
                        Word.of(slot(
                                region,
                                write.keys().stream().map(evaluator::value).toList())),
                        Word.of(word));
            }
        });
        after.values().removeIf(Word::isZero);
        return after;
    }
}
