package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Variable;

/** Reads each value of the chain once, however many windows are judged in one state. */
final class MemoScope extends ForwardingScope {
    private final Known known;

    private static final class Known {
        private final Map<Expr, Map<List<BigInteger>, BigInteger>> values = new IdentityHashMap<>();
        private Optional<Known> previous = Optional.empty();
    }

    MemoScope(Scope<BigInteger, Boolean> state) {
        this(state, new Known());
    }

    private MemoScope(Scope<BigInteger, Boolean> state, Known known) {
        super(state);
        this.known = known;
    }

    private BigInteger remember(Expr expr, List<BigInteger> arguments, Supplier<BigInteger> read) {
        Map<List<BigInteger>, BigInteger> values = known.values.computeIfAbsent(expr, _ -> new HashMap<>());
        BigInteger value = values.get(arguments);
        if (value == null) {
            value = read.get();
            values.put(arguments, value);
        }
        return value;
    }

    @Override
    public BigInteger call(Expr.ViewCall call, List<BigInteger> arguments) {
        return remember(call, arguments, () -> state.call(call, arguments));
    }

    @Override
    public BigInteger storage(Expr.StorageRead read, List<BigInteger> keys) {
        return remember(read, keys, () -> state.storage(read, keys));
    }

    @Override
    public BigInteger sum(Expr.MappingSum sum, List<BigInteger> keys) {
        return remember(sum, keys, () -> state.sum(sum, keys));
    }

    @Override
    public Scope<BigInteger, Boolean> previous() {
        known.previous = Optional.of(known.previous.orElseGet(Known::new));
        return new MemoScope(state.previous(), known.previous.get());
    }

    @Override
    public Scope<BigInteger, Boolean> at(Expr.Context.Field clock, BigInteger time) {
        return new MemoScope(state.at(clock, time), new Known());
    }

    @Override
    public Scope<BigInteger, Boolean> bind(Variable variable, BigInteger value) {
        return new MemoScope(state.bind(variable, value), known);
    }
}
