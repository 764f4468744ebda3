package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Walk;

/**
 * A state in which a {@code forall} over more values than anybody looks at is never known to be true: those that were
 * seen say nothing of the others. Whatever is true or false here is so whichever way such a {@code forall} turns out.
 */
final class KleeneScope extends TranslatedScope<Optional<BigInteger>, Kleene> {
    KleeneScope(Scope<BigInteger, Boolean> state) {
        super(state);
    }

    @Override
    public Algebra<Optional<BigInteger>, Kleene> algebra() {
        return KleeneAlgebra.INSTANCE;
    }

    @Override
    KleeneScope of(Scope<BigInteger, Boolean> other) {
        return new KleeneScope(other);
    }

    @Override
    Optional<BigInteger> known(BigInteger value) {
        return Optional.of(value);
    }

    @Override
    public Scope<Optional<BigInteger>, Kleene> at(Expr.Context.Field clock, Optional<BigInteger> time) {
        return of(state.at(clock, time.orElseThrow(() -> new UnknownValue("the deadline is not known"))));
    }

    @Override
    BigInteger number(Optional<BigInteger> known) {
        return known.orElseThrow();
    }

    @Override
    Optional<BigInteger> read(List<Optional<BigInteger>> arguments, Function<List<BigInteger>, BigInteger> answer) {
        return all(arguments).map(answer);
    }

    @Override
    Kleene ask(List<Optional<BigInteger>> arguments, Function<List<BigInteger>, Boolean> answer) {
        return all(arguments).map(answer).map(Kleene::of).orElse(Kleene.UNKNOWN);
    }

    @Override
    public Optional<BigInteger> windowed(
            Expr.Windowed aggregate, Optional<Optional<BigInteger>> seconds, Optional<Optional<BigInteger>> key) {
        return state instanceof WindowScope windows && windows.isDoubtful(aggregate)
                ? Optional.empty()
                : super.windowed(aggregate, seconds, key);
    }

    /** What was said of earlier states is known where nothing in it depends on values that nobody looks at. */
    @Override
    public Optional<BigInteger> past(Expr.Past operator, Optional<Optional<BigInteger>> seconds) {
        boolean doubtful = Enumeration.doubt(List.of(operator)).isPresent()
                || Walk.all(operator)
                        .anyMatch(e -> e instanceof Expr.Windowed w
                                && state instanceof WindowScope windows
                                && windows.isDoubtful(w));
        return doubtful ? Optional.empty() : super.past(operator, seconds);
    }

    @Override
    public Kleene forAll(Expr.ForAll quantifier, Function<Optional<BigInteger>, Kleene> body) {
        List<Kleene> open = new ArrayList<>();
        if (!quantifier.domain().isEmpty()) {
            for (Expr member : quantifier.domain()) {
                Optional<BigInteger> value = Evaluator.integer(member, this);
                Kleene truth = value.isEmpty() ? Kleene.UNKNOWN : body.apply(value);
                if (truth == Kleene.FALSE) {
                    return Kleene.FALSE;
                }
                open.add(truth);
            }
        } else {
            try {
                boolean none = state.forAll(quantifier, value -> {
                    Kleene truth = body.apply(Optional.of(value));
                    open.add(truth);
                    return truth != Kleene.FALSE;
                });
                if (!none) {
                    return Kleene.FALSE;
                }
            } catch (UnknownValue e) {
                return Kleene.UNKNOWN;
            }
        }
        return Enumeration.isWhole(quantifier) && !open.contains(Kleene.UNKNOWN) ? Kleene.TRUE : Kleene.UNKNOWN;
    }

    private static Optional<List<BigInteger>> all(List<Optional<BigInteger>> values) {
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(values.stream().map(Optional::get).toList())
                : Optional.empty();
    }
}
