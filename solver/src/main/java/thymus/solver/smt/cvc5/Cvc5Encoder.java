package thymus.solver.smt.cvc5;

import io.github.cvc5.Kind;
import io.github.cvc5.Sort;
import io.github.cvc5.Term;
import io.github.cvc5.TermManager;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import thymus.solver.smt.Encoder;

/** Translates terms to cvc5. Two cvc5 unknowns with one name are different, so each is made once. */
final class Cvc5Encoder extends Encoder<Term, Term> {
    private final TermManager terms;
    private final Map<String, Term> unknowns = new LinkedHashMap<>();
    private final Map<String, Term> functions = new LinkedHashMap<>();
    private final Map<String, Integer> arities = new LinkedHashMap<>();

    Cvc5Encoder(TermManager terms) {
        this.terms = terms;
    }

    Map<String, Term> unknowns() {
        return Collections.unmodifiableMap(unknowns);
    }

    Map<String, Term> functions() {
        return Collections.unmodifiableMap(functions);
    }

    /** The declarations as SMT-LIB commands, in the order of first use. */
    List<String> declarations() {
        List<String> all = new ArrayList<>();
        unknowns.values().forEach(unknown -> all.add("(declare-fun " + unknown + " () Int)"));
        functions.forEach((name, function) -> all.add("(declare-fun " + function + " ("
                + String.join(" ", Collections.nCopies(arities.get(name), "Int")) + ") Int)"));
        return all;
    }

    @Override
    protected Term number(BigInteger value) {
        return terms.mkInteger(value.toString());
    }

    @Override
    protected Term unknown(String name) {
        return unknowns.computeIfAbsent(name, n -> terms.mkConst(terms.getIntegerSort(), n));
    }

    @Override
    protected Function<List<Term>, Term> function(String name, int arity) {
        Term function = functions.computeIfAbsent(name, n -> {
            Sort[] domain = Collections.nCopies(arity, terms.getIntegerSort()).toArray(Sort[]::new);
            return terms.mkConst(terms.mkFunctionSort(domain, terms.getIntegerSort()), n);
        });
        arities.put(name, arity);
        return arguments -> {
            List<Term> all = new ArrayList<>();
            all.add(function);
            all.addAll(arguments);
            return make(Kind.APPLY_UF, all);
        };
    }

    private Term make(Kind kind, List<Term> operands) {
        return terms.mkTerm(kind, operands.toArray(Term[]::new));
    }

    @Override
    protected Term sum(List<Term> parts) {
        return make(Kind.ADD, parts);
    }

    @Override
    protected Term product(List<Term> factors) {
        return make(Kind.MULT, factors);
    }

    @Override
    protected Term difference(Term minuend, Term subtrahend) {
        return terms.mkTerm(Kind.SUB, minuend, subtrahend);
    }

    @Override
    protected Term quotient(Term dividend, Term divisor) {
        return terms.mkTerm(Kind.INTS_DIVISION, dividend, divisor);
    }

    @Override
    protected Term remainder(Term dividend, Term divisor) {
        return terms.mkTerm(Kind.INTS_MODULUS, dividend, divisor);
    }

    @Override
    protected Term choice(Term condition, Term then, Term otherwise) {
        return terms.mkTerm(Kind.ITE, condition, then, otherwise);
    }

    @Override
    protected Term truth(boolean value) {
        return terms.mkBoolean(value);
    }

    @Override
    protected Term lessOrEqual(Term left, Term right) {
        return terms.mkTerm(Kind.LEQ, left, right);
    }

    @Override
    protected Term less(Term left, Term right) {
        return terms.mkTerm(Kind.LT, left, right);
    }

    @Override
    protected Term greater(Term left, Term right) {
        return terms.mkTerm(Kind.GT, left, right);
    }

    @Override
    protected Term equal(Term left, Term right) {
        return terms.mkTerm(Kind.EQUAL, left, right);
    }

    @Override
    protected Term not(Term operand) {
        return terms.mkTerm(Kind.NOT, operand);
    }

    @Override
    protected Term and(List<Term> operands) {
        return operands.size() == 1 ? operands.getFirst() : make(Kind.AND, operands);
    }

    @Override
    protected Term or(List<Term> operands) {
        return operands.size() == 1 ? operands.getFirst() : make(Kind.OR, operands);
    }

    @Override
    protected Term implies(Term premise, Term conclusion) {
        return terms.mkTerm(Kind.IMPLIES, premise, conclusion);
    }
}
