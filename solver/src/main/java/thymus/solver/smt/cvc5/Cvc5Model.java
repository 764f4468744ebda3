package thymus.solver.smt.cvc5;

import io.github.cvc5.CVC5ApiException;
import io.github.cvc5.Kind;
import io.github.cvc5.Solver;
import io.github.cvc5.Term;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import thymus.solver.smt.Assignment;

/** Reads the values of cvc5's models. A function is a lambda that chooses between constants by equalities. */
final class Cvc5Model {
    private Cvc5Model() {}

    static Assignment read(Solver solver, Cvc5Encoder encoder) {
        Map<String, BigInteger> symbols = new HashMap<>();
        encoder.unknowns()
                .forEach((name, unknown) ->
                        symbols.put(name, solver.getValue(unknown).getIntegerValue()));
        Map<String, Assignment.Table> functions = new HashMap<>();
        encoder.functions().forEach((name, function) -> functions.put(name, table(solver.getValue(function))));
        return new Assignment(symbols, functions);
    }

    private static Assignment.Table table(Term lambda) {
        Term variables = lambda.getChild(0);
        List<Term> parameters = new ArrayList<>();
        for (int i = 0; i < variables.getNumChildren(); i++) {
            parameters.add(variables.getChild(i));
        }
        Function<List<BigInteger>, BigInteger> body = integer(lambda.getChild(1), parameters);
        return arguments -> Optional.of(body.apply(arguments));
    }

    private static Function<List<BigInteger>, BigInteger> integer(Term term, List<Term> parameters) {
        if (term.isIntegerValue()) {
            BigInteger value = term.getIntegerValue();
            return arguments -> value;
        }
        int index = parameters.indexOf(term);
        if (index >= 0) {
            return arguments -> arguments.get(index);
        }
        if (term.getKind() != Kind.ITE) {
            throw unread(term);
        }
        Predicate<List<BigInteger>> condition = truth(term.getChild(0), parameters);
        Function<List<BigInteger>, BigInteger> then = integer(term.getChild(1), parameters);
        Function<List<BigInteger>, BigInteger> otherwise = integer(term.getChild(2), parameters);
        return arguments -> (condition.test(arguments) ? then : otherwise).apply(arguments);
    }

    private static Predicate<List<BigInteger>> truth(Term term, List<Term> parameters) {
        Kind kind = term.getKind();
        if (kind == Kind.EQUAL) {
            Function<List<BigInteger>, BigInteger> left = integer(term.getChild(0), parameters);
            Function<List<BigInteger>, BigInteger> right = integer(term.getChild(1), parameters);
            return arguments -> left.apply(arguments).equals(right.apply(arguments));
        }
        if (kind != Kind.AND && kind != Kind.OR && kind != Kind.NOT) {
            throw unread(term);
        }
        List<Predicate<List<BigInteger>>> operands = new ArrayList<>();
        for (int i = 0; i < term.getNumChildren(); i++) {
            operands.add(truth(term.getChild(i), parameters));
        }
        if (kind == Kind.NOT) {
            return operands.getFirst().negate();
        }
        return operands.stream()
                .reduce((a, b) -> kind == Kind.AND ? a.and(b) : a.or(b))
                .orElseThrow();
    }

    private static CVC5ApiException unread(Term term) {
        return new CVC5ApiException("a model with " + term + ", which is not read");
    }
}
