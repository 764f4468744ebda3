package thymus.solver.term;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.solver.term.IntTerm.Sum.Part;

/**
 * Rebuilds terms under facts. Decided choices and remainders that cannot wrap disappear, and known values become
 * constants.
 */
public final class Simplifier {
    private final Terms terms;
    private final PathFacts facts;
    private final Map<Integer, IntTerm> integers = new HashMap<>();
    private final Map<Integer, BoolTerm> truths = new HashMap<>();

    public Simplifier(Terms terms, PathFacts facts) {
        this.terms = terms;
        this.facts = facts;
    }

    /** The facts under which terms are simplified. */
    public PathFacts facts() {
        return facts;
    }

    public Terms terms() {
        return terms;
    }

    /** The equivalent term under the facts. */
    public IntTerm simplify(IntTerm term) {
        IntTerm known = integers.get(term.id());
        if (known == null) {
            known = compute(term);
            Optional<BigInteger> value = facts.range(known).single();
            if (value.isPresent()) {
                known = terms.constant(value.get());
            }
            integers.put(term.id(), known);
        }
        return known;
    }

    private IntTerm compute(IntTerm term) {
        return switch (term) {
            case IntTerm.Constant c -> c;
            case IntTerm.Symbol s -> s;
            case IntTerm.Apply a ->
                terms.apply(
                        a.function(), a.arguments().stream().map(this::simplify).toList());
            case IntTerm.Sum s -> {
                List<Part> parts = new ArrayList<>();
                for (Part part : s.parts()) {
                    parts.add(new Part(simplify(part.term()), part.coefficient()));
                }
                yield terms.combine(s.constant(), parts);
            }
            case IntTerm.Product p -> {
                IntTerm product = terms.one;
                for (IntTerm factor : p.factors()) {
                    product = terms.multiply(product, simplify(factor));
                }
                yield product;
            }
            case IntTerm.Quotient q -> terms.divide(simplify(q.dividend()), simplify(q.divisor()), facts::range);
            case IntTerm.Remainder r -> terms.modulo(simplify(r.dividend()), simplify(r.divisor()), facts::range);
            case IntTerm.Choice c -> {
                BoolTerm condition = simplify(c.condition());
                if (condition == terms.yes) {
                    yield simplify(c.then());
                }
                if (condition == terms.no) {
                    yield simplify(c.otherwise());
                }
                yield terms.choose(condition, simplify(c.then()), simplify(c.otherwise()));
            }
        };
    }

    /** The equivalent term under the facts. */
    public BoolTerm simplify(BoolTerm term) {
        BoolTerm known = truths.get(term.id());
        if (known == null) {
            Optional<Boolean> decided = facts.decide(term);
            known = decided.isPresent() ? terms.truth(decided.get()) : compute(term);
            truths.put(term.id(), known);
        }
        return known;
    }

    private BoolTerm compute(BoolTerm term) {
        BoolTerm rebuilt = switch (term) {
            case BoolTerm.Truth t -> t;
            case BoolTerm.NotPositive n -> terms.notPositive(simplify(n.term()));
            case BoolTerm.Zero z -> terms.zero(simplify(z.term()));
            case BoolTerm.Not n -> terms.not(simplify(n.operand()));
            case BoolTerm.And a -> terms.and(simplify(a.operands()));
            case BoolTerm.Or o -> terms.or(simplify(o.operands()));
        };
        return rebuilt == term
                ? rebuilt
                : facts.decide(rebuilt).map(terms::truth).orElse(rebuilt);
    }

    private List<BoolTerm> simplify(List<BoolTerm> operands) {
        return operands.stream().map(this::simplify).toList();
    }
}
