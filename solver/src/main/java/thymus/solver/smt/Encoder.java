package thymus.solver.smt;

import com.microsoft.z3.ArithExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.FuncDecl;
import com.microsoft.z3.IntExpr;
import com.microsoft.z3.IntSort;
import com.microsoft.z3.Sort;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.IntTerm.Sum.Part;
import thymus.solver.term.Interval;
import thymus.solver.term.Mentions;

/** Terms as Z3 expressions, for one query. What a term's kind says of its value goes along as a side condition of each query. */
final class Encoder {
    private final Context z3;
    private final Map<Integer, IntExpr> integers = new HashMap<>();
    private final Map<Integer, BoolExpr> truths = new HashMap<>();
    /** By the id of the term that they speak of. */
    private final Map<Integer, List<BoolExpr>> conditions = new HashMap<>();

    Encoder(Context z3) {
        this.z3 = z3;
    }

    record Formula(List<BoolExpr> sideConditions, List<BoolExpr> assertions) {}

    Formula encode(List<BoolTerm> assertions) {
        List<BoolExpr> encoded = new ArrayList<>();
        List<BoolExpr> sides = new ArrayList<>();
        Set<Integer> visited = new HashSet<>();
        for (BoolTerm assertion : assertions) {
            encoded.add(truth(assertion));
            collect(assertion, visited, sides);
        }
        return new Formula(sides, encoded);
    }

    IntExpr integer(IntTerm term) {
        IntExpr known = integers.get(term.id());
        if (known == null) {
            known = compute(term);
            integers.put(term.id(), known);
        }
        return known;
    }

    private IntExpr number(BigInteger value) {
        return z3.mkInt(value.toString());
    }

    private IntExpr compute(IntTerm term) {
        return switch (term) {
            case IntTerm.Constant c -> number(c.value());
            case IntTerm.Symbol s -> bounded(s, z3.mkIntConst(s.name()), s.range());
            case IntTerm.Apply a -> {
                Sort[] domain = new Sort[a.arguments().size()];
                Arrays.fill(domain, z3.getIntSort());
                FuncDecl<IntSort> function = z3.mkFuncDecl(a.function().name(), domain, z3.getIntSort());
                Expr<?>[] arguments = a.arguments().stream().map(this::integer).toArray(Expr[]::new);
                yield bounded(a, (IntExpr) function.apply(arguments), a.range());
            }
            case IntTerm.Sum s -> {
                List<ArithExpr<IntSort>> parts = new ArrayList<>();
                for (Part part : s.parts()) {
                    parts.add(
                            part.coefficient().equals(BigInteger.ONE)
                                    ? integer(part.term())
                                    : z3.mkMul(number(part.coefficient()), integer(part.term())));
                }
                if (s.constant().signum() != 0) {
                    parts.add(number(s.constant()));
                }
                // SMT-LIB's + takes two operands at least, though Z3 does not mind.
                yield (IntExpr)
                        (parts.size() == 1 ? parts.getFirst() : z3.mkAdd(parts.<ArithExpr<IntSort>>toArray(this::array)));
            }
            case IntTerm.Product p -> {
                List<ArithExpr<IntSort>> factors = new ArrayList<>();
                p.factors().forEach(factor -> factors.add(integer(factor)));
                yield (IntExpr) z3.mkMul(factors.<ArithExpr<IntSort>>toArray(this::array));
            }
            case IntTerm.Quotient q when isPositiveConstant(q.divisor()) ->
                (IntExpr) z3.mkDiv(integer(q.dividend()), integer(q.divisor()));
            case IntTerm.Remainder r when isPositiveConstant(r.divisor()) ->
                z3.mkMod(integer(r.dividend()), integer(r.divisor()));
            case IntTerm.Quotient q -> unknownQuotient(q.id(), q.dividend(), q.divisor());
            case IntTerm.Remainder r -> {
                IntExpr quotient = unknownQuotient(r.id(), r.dividend(), r.divisor());
                yield (IntExpr) z3.mkSub(integer(r.dividend()), z3.mkMul(integer(r.divisor()), quotient));
            }
            case IntTerm.Choice c ->
                (IntExpr) z3.mkITE(truth(c.condition()), integer(c.then()), integer(c.otherwise()));
        };
    }

    private static boolean isPositiveConstant(IntTerm divisor) {
        return divisor instanceof IntTerm.Constant c && c.value().signum() > 0;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ArithExpr<IntSort>[] array(int length) {
        return new ArithExpr[length];
    }

    /** Stands for the quotient by an unknown. */
    static String quotientName(IntTerm dividend, IntTerm divisor) {
        return "quotient!" + dividend.id() + "!" + divisor.id();
    }

    /** d > 0 implies d·q <= n < d·q + d: Z3 knows little of its own division by an unknown. */
    private IntExpr unknownQuotient(int id, IntTerm dividend, IntTerm divisor) {
        IntExpr quotient = z3.mkIntConst(quotientName(dividend, divisor));
        IntExpr n = integer(dividend);
        IntExpr d = integer(divisor);
        ArithExpr<IntSort> product = z3.mkMul(d, quotient);
        conditions.put(
                id,
                List.of(z3.mkImplies(
                        z3.mkGt(d, number(BigInteger.ZERO)),
                        z3.mkAnd(z3.mkLe(product, n), z3.mkLt(n, z3.mkAdd(product, d))))));
        return quotient;
    }

    private IntExpr bounded(IntTerm term, IntExpr expr, Interval range) {
        List<BoolExpr> bounds = new ArrayList<>();
        range.low().ifPresent(low -> bounds.add(z3.mkLe(number(low), expr)));
        range.high().ifPresent(high -> bounds.add(z3.mkLe(expr, number(high))));
        conditions.put(term.id(), bounds);
        return expr;
    }

    BoolExpr truth(BoolTerm term) {
        BoolExpr known = truths.get(term.id());
        if (known == null) {
            known =
                    switch (term) {
                        case BoolTerm.Truth t -> z3.mkBool(t.value());
                        case BoolTerm.NotPositive n -> z3.mkLe(integer(n.term()), number(BigInteger.ZERO));
                        case BoolTerm.Zero z -> z3.mkEq(integer(z.term()), number(BigInteger.ZERO));
                        case BoolTerm.Not n -> z3.mkNot(truth(n.operand()));
                        case BoolTerm.And a -> z3.mkAnd(all(a.operands()));
                        case BoolTerm.Or o -> z3.mkOr(all(o.operands()));
                    };
            truths.put(term.id(), known);
        }
        return known;
    }

    private BoolExpr[] all(List<BoolTerm> terms) {
        return terms.stream().map(this::truth).toArray(BoolExpr[]::new);
    }

    private void collect(BoolTerm term, Set<Integer> visited, List<BoolExpr> sides) {
        if (!visited.add(term.id())) {
            return;
        }
        switch (term) {
            case BoolTerm.Truth t -> {}
            case BoolTerm.NotPositive n -> collect(n.term(), visited, sides);
            case BoolTerm.Zero z -> collect(z.term(), visited, sides);
            case BoolTerm.Not n -> collect(n.operand(), visited, sides);
            case BoolTerm.And a -> a.operands().forEach(x -> collect(x, visited, sides));
            case BoolTerm.Or o -> o.operands().forEach(x -> collect(x, visited, sides));
        }
    }

    private void collect(IntTerm term, Set<Integer> visited, List<BoolExpr> sides) {
        if (!visited.add(term.id())) {
            return;
        }
        sides.addAll(conditions.getOrDefault(term.id(), List.of()));
        Mentions.children(term).forEach(child -> collect(child, visited, sides));
        if (term instanceof IntTerm.Choice c) {
            collect(c.condition(), visited, sides);
        }
    }
}
