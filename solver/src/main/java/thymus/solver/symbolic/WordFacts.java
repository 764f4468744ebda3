package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import thymus.evm.interpreter.Opcode;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Subterms;
import thymus.solver.term.Terms;

/**
 * Facts about abstract operations, which are unknown functions to a solver. All are true of every word, so that a query
 * with them has the same meaning, and fewer values that no machine computes.
 */
public final class WordFacts {
    private static final Map<String, AbstractOperation> OPERATIONS = new TreeMap<>();

    static {
        for (AbstractOperation operation : AbstractOperation.values()) {
            OPERATIONS.put(operation.function().name(), operation);
        }
    }

    private static final int[] LENGTHS = {8, 16, 32, 64, 96, 128, 160};

    private final Terms terms;
    private final List<BoolTerm> facts = new ArrayList<>();

    private WordFacts(Terms terms) {
        this.terms = terms;
    }

    /** What is true of each operation in the query, whatever its operands are. */
    public static List<BoolTerm> of(List<BoolTerm> query, Terms terms) {
        WordFacts all = new WordFacts(terms);
        for (IntTerm.Apply value : operations(query)) {
            all.add(
                    OPERATIONS.get(value.function().name()),
                    value,
                    value.arguments().get(0),
                    value.arguments().get(1));
        }
        all.facts.removeIf(fact -> fact == terms.yes);
        return all.facts;
    }

    /**
     * The results of the operations in the query whose operands have these values, as far as the solver has others.
     *
     * @param model the solver's values
     */
    public static List<BoolTerm> at(List<BoolTerm> query, Function<IntTerm, BigInteger> model, Terms terms) {
        List<BoolTerm> results = new ArrayList<>();
        WordArithmetic ops = new WordArithmetic(new Simplifier(terms, PathFacts.none(terms)));
        for (IntTerm.Apply value : operations(query)) {
            IntTerm first = terms.constant(model.apply(value.arguments().get(0)));
            IntTerm second = terms.constant(model.apply(value.arguments().get(1)));
            Opcode opcode =
                    Opcode.valueOf(OPERATIONS.get(value.function().name()).name());
            IntTerm result = PureOperations.apply(opcode, ops, new IntTerm[] {first, second}, terms)
                    .orElseThrow();
            if (!Terms.constantOf(result).orElseThrow().equals(model.apply(value))) {
                results.add(terms.implies(
                        terms.and(
                                terms.equal(value.arguments().get(0), first),
                                terms.equal(value.arguments().get(1), second)),
                        terms.equal(value, result)));
            }
        }
        return results;
    }

    private static List<IntTerm.Apply> operations(List<BoolTerm> query) {
        return Subterms.applications(query).stream()
                .filter(value -> OPERATIONS.containsKey(value.function().name()))
                .toList();
    }

    /** Operands stand in the order of the stack: of a shift, the number of bits comes first. */
    private void add(AbstractOperation operation, IntTerm value, IntTerm a, IntTerm b) {
        switch (operation) {
            case AND -> {
                atMost(value, a);
                atMost(value, b);
            }
            case OR -> {
                atMost(a, value);
                atMost(b, value);
                atMost(value, terms.add(a, b));
                asShort(value, a, b);
            }
            case XOR -> {
                asShort(value, a, b);
                atMost(value, terms.add(a, b));
                atMost(a, terms.add(value, b));
                atMost(b, terms.add(value, a));
            }
            case SHR -> {
                atMost(value, b);
                when(terms.zero(a), terms.equal(value, b));
                when(terms.lessOrEqual(terms.one, a), terms.lessOrEqual(terms.add(value, value), b));
            }
            case SHL -> when(terms.or(terms.zero(a), terms.zero(b)), terms.equal(value, b));
            case SAR -> {
                when(terms.zero(a), terms.equal(value, b));
                when(isNegative(b), terms.lessOrEqual(b, value));
                when(terms.not(isNegative(b)), terms.lessOrEqual(value, b));
            }
            case EXP -> {
                when(terms.zero(b), terms.equal(value, terms.one));
                when(terms.equal(b, terms.one), terms.equal(value, a));
                when(terms.equal(a, terms.one), terms.equal(value, terms.one));
                when(terms.and(terms.zero(a), terms.not(terms.zero(b))), terms.zero(value));
            }
            case BYTE -> atMost(value, terms.constant(255));
            case SIGNEXTEND -> when(terms.lessOrEqual(b, terms.constant(Byte.MAX_VALUE)), terms.equal(value, b));
        }
    }

    /** No longer than the longer one, for the lengths that types have. */
    private void asShort(IntTerm value, IntTerm a, IntTerm b) {
        for (int bits : LENGTHS) {
            IntTerm bound = terms.constant(BigInteger.TWO.pow(bits));
            when(terms.and(terms.less(a, bound), terms.less(b, bound)), terms.less(value, bound));
        }
    }

    private BoolTerm isNegative(IntTerm word) {
        return terms.lessOrEqual(terms.constant(BigInteger.TWO.pow(255)), word);
    }

    private void atMost(IntTerm a, IntTerm b) {
        facts.add(terms.lessOrEqual(a, b));
    }

    private void when(BoolTerm condition, BoolTerm conclusion) {
        facts.add(terms.implies(condition, conclusion));
    }
}
