package thymus.solver.smt;

import com.microsoft.z3.Expr;
import com.microsoft.z3.FuncDecl;
import com.microsoft.z3.FuncInterp;
import com.microsoft.z3.IntNum;
import com.microsoft.z3.Model;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.solver.term.Evaluation;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;

/**
 * The values of a model, read out of it: they outlive the solver that found them, and terms that the query did not mention
 * are worth something too.
 */
final class Assignment extends Evaluation implements SmtResult.Satisfiable {
    private final Map<String, BigInteger> symbols = new HashMap<>();
    private final Map<String, Table> functions = new HashMap<>();

    private record Table(Map<List<BigInteger>, BigInteger> entries, Optional<BigInteger> otherwise) {
        Optional<BigInteger> at(List<BigInteger> arguments) {
            return Optional.ofNullable(entries.get(arguments)).or(this::otherwise);
        }
    }

    Assignment(Model model) {
        for (FuncDecl<?> constant : model.getConstDecls()) {
            number(model.getConstInterp(constant)).ifPresent(v -> symbols.put(constant.getName().toString(), v));
        }
        for (FuncDecl<?> function : model.getFuncDecls()) {
            functions.put(function.getName().toString(), table(model.getFuncInterp(function)));
        }
    }

    private static Table table(FuncInterp<?> function) {
        Map<List<BigInteger>, BigInteger> entries = new HashMap<>();
        for (FuncInterp.Entry<?> entry : function.getEntries()) {
            List<BigInteger> arguments = new ArrayList<>();
            for (Expr<?> argument : entry.getArgs()) {
                number(argument).ifPresent(arguments::add);
            }
            number(entry.getValue()).ifPresent(value -> entries.put(List.copyOf(arguments), value));
        }
        return new Table(entries, number(function.getElse()));
    }

    private static Optional<BigInteger> number(Expr<?> value) {
        return value instanceof IntNum number ? Optional.of(number.getBigInteger()) : Optional.empty();
    }

    @Override
    protected BigInteger symbol(IntTerm.Symbol symbol) {
        return Optional.ofNullable(symbols.get(symbol.name())).orElseGet(() -> any(symbol.range()));
    }

    @Override
    protected BigInteger apply(IntTerm.Apply apply, List<BigInteger> arguments) {
        return Optional.ofNullable(functions.get(apply.function().name()))
                .flatMap(table -> table.at(arguments))
                .orElseGet(() -> any(apply.range()));
    }

    @Override
    protected BigInteger quotient(IntTerm.Quotient quotient, BigInteger dividend, BigInteger divisor) {
        return unknownQuotient(quotient.dividend(), quotient.divisor());
    }

    @Override
    protected BigInteger remainder(IntTerm.Remainder remainder, BigInteger dividend, BigInteger divisor) {
        return dividend.subtract(divisor.multiply(unknownQuotient(remainder.dividend(), remainder.divisor())));
    }

    private BigInteger unknownQuotient(IntTerm dividend, IntTerm divisor) {
        return symbols.getOrDefault(Encoder.quotientName(dividend, divisor), BigInteger.ZERO);
    }

    /** What the query did not ask about may have any value that its kind has. */
    private static BigInteger any(Interval range) {
        return range.contains(BigInteger.ZERO)
                ? BigInteger.ZERO
                : range.low().or(range::high).orElse(BigInteger.ZERO);
    }
}
