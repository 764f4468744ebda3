package thymus.solver.smt.z3;

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
import thymus.solver.smt.Assignment;

/** Reads the values of Z3's models. */
final class Z3Model {
    private Z3Model() {}

    private record Entries(Map<List<BigInteger>, BigInteger> entries, Optional<BigInteger> otherwise)
            implements Assignment.Table {
        @Override
        public Optional<BigInteger> at(List<BigInteger> arguments) {
            return Optional.ofNullable(entries.get(arguments)).or(this::otherwise);
        }
    }

    static Assignment read(Model model) {
        Map<String, BigInteger> symbols = new HashMap<>();
        for (FuncDecl<?> constant : model.getConstDecls()) {
            number(model.getConstInterp(constant))
                    .ifPresent(v -> symbols.put(constant.getName().toString(), v));
        }
        Map<String, Assignment.Table> functions = new HashMap<>();
        for (FuncDecl<?> function : model.getFuncDecls()) {
            functions.put(function.getName().toString(), table(model.getFuncInterp(function)));
        }
        return new Assignment(symbols, functions);
    }

    private static Assignment.Table table(FuncInterp<?> function) {
        Map<List<BigInteger>, BigInteger> entries = new HashMap<>();
        for (FuncInterp.Entry<?> entry : function.getEntries()) {
            List<BigInteger> arguments = new ArrayList<>();
            for (Expr<?> argument : entry.getArgs()) {
                number(argument).ifPresent(arguments::add);
            }
            number(entry.getValue()).ifPresent(value -> entries.put(List.copyOf(arguments), value));
        }
        return new Entries(entries, number(function.getElse()));
    }

    private static Optional<BigInteger> number(Expr<?> value) {
        return value instanceof IntNum number ? Optional.of(number.getBigInteger()) : Optional.empty();
    }
}
