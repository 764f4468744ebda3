package thymus.solver.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import thymus.solver.term.IntTerm.Sum.Part;

/** Rebuilds terms with replacements for their unknowns. */
public final class Replacer {
    private final Terms terms;
    private final Unknowns unknowns;
    private final Map<Integer, IntTerm> integers = new HashMap<>();
    private final Map<Integer, BoolTerm> truths = new HashMap<>();

    /** Gives the replacement of each unknown, which may be itself. */
    public interface Unknowns {
        /** The replacement of a symbol. */
        IntTerm symbol(IntTerm.Symbol symbol);

        /**
         * The replacement of a function's value.
         *
         * @param arguments already replaced
         */
        IntTerm apply(IntTerm.Apply apply, List<IntTerm> arguments);
    }

    public Replacer(Terms terms, Unknowns unknowns) {
        this.terms = terms;
        this.unknowns = unknowns;
    }

    /** The term with its unknowns replaced. */
    public IntTerm replace(IntTerm term) {
        IntTerm known = integers.get(term.id());
        if (known == null) {
            known = compute(term);
            integers.put(term.id(), known);
        }
        return known;
    }

    /** The term with its unknowns replaced. */
    public BoolTerm replace(BoolTerm term) {
        BoolTerm known = truths.get(term.id());
        if (known == null) {
            known = compute(term);
            truths.put(term.id(), known);
        }
        return known;
    }

    /** The terms with their unknowns replaced. */
    public List<IntTerm> replaceAll(List<IntTerm> list) {
        return list.stream().map(this::replace).toList();
    }

    private IntTerm compute(IntTerm term) {
        return switch (term) {
            case IntTerm.Constant c -> c;
            case IntTerm.Symbol s -> unknowns.symbol(s);
            case IntTerm.Apply a -> unknowns.apply(a, replaceAll(a.arguments()));
            case IntTerm.Sum s -> {
                List<Part> parts = new ArrayList<>();
                for (Part part : s.parts()) {
                    parts.add(new Part(replace(part.term()), part.coefficient()));
                }
                yield terms.combine(s.constant(), parts);
            }
            case IntTerm.Product p -> {
                IntTerm product = terms.one;
                for (IntTerm factor : p.factors()) {
                    product = terms.multiply(product, replace(factor));
                }
                yield product;
            }
            case IntTerm.Quotient q -> terms.divide(replace(q.dividend()), replace(q.divisor()), Ranges.NATURAL);
            case IntTerm.Remainder r -> terms.modulo(replace(r.dividend()), replace(r.divisor()), Ranges.NATURAL);
            case IntTerm.Choice c -> {
                BoolTerm condition = replace(c.condition());
                // The side that is not taken may divide by zero, so it is not rebuilt.
                yield condition == terms.yes
                        ? replace(c.then())
                        : condition == terms.no
                                ? replace(c.otherwise())
                                : terms.choose(condition, replace(c.then()), replace(c.otherwise()));
            }
        };
    }

    private BoolTerm compute(BoolTerm term) {
        return switch (term) {
            case BoolTerm.Truth t -> t;
            case BoolTerm.NotPositive n -> terms.notPositive(replace(n.term()));
            case BoolTerm.Zero z -> terms.zero(replace(z.term()));
            case BoolTerm.Not n -> terms.not(replace(n.operand()));
            case BoolTerm.And a ->
                terms.and(a.operands().stream().map(this::replace).toList());
            case BoolTerm.Or o ->
                terms.or(o.operands().stream().map(this::replace).toList());
        };
    }
}
