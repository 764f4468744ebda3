package thymus.solver.smt.z3;

import com.microsoft.z3.ArithExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.FuncDecl;
import com.microsoft.z3.IntExpr;
import com.microsoft.z3.IntSort;
import com.microsoft.z3.Sort;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import thymus.solver.smt.Encoder;

/** Translates terms to Z3 expressions. */
final class Z3Encoder extends Encoder<IntExpr, BoolExpr> {
    private final Context z3;

    Z3Encoder(Context z3) {
        this.z3 = z3;
    }

    @Override
    protected IntExpr number(BigInteger value) {
        return z3.mkInt(value.toString());
    }

    @Override
    protected IntExpr unknown(String name) {
        return z3.mkIntConst(name);
    }

    @Override
    protected Function<List<IntExpr>, IntExpr> function(String name, int arity) {
        Sort[] domain = new Sort[arity];
        Arrays.fill(domain, z3.getIntSort());
        FuncDecl<IntSort> function = z3.mkFuncDecl(name, domain, z3.getIntSort());
        return arguments -> (IntExpr) function.apply(arguments.toArray(Expr[]::new));
    }

    @Override
    protected IntExpr sum(List<IntExpr> parts) {
        return (IntExpr) z3.mkAdd(parts.<ArithExpr<IntSort>>toArray(Z3Encoder::array));
    }

    @Override
    protected IntExpr product(List<IntExpr> factors) {
        return (IntExpr) z3.mkMul(factors.<ArithExpr<IntSort>>toArray(Z3Encoder::array));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static ArithExpr<IntSort>[] array(int length) {
        return new ArithExpr[length];
    }

    @Override
    protected IntExpr difference(IntExpr minuend, IntExpr subtrahend) {
        return (IntExpr) z3.mkSub(minuend, subtrahend);
    }

    @Override
    protected IntExpr quotient(IntExpr dividend, IntExpr divisor) {
        return (IntExpr) z3.mkDiv(dividend, divisor);
    }

    @Override
    protected IntExpr remainder(IntExpr dividend, IntExpr divisor) {
        return z3.mkMod(dividend, divisor);
    }

    @Override
    protected IntExpr choice(BoolExpr condition, IntExpr then, IntExpr otherwise) {
        return (IntExpr) z3.mkITE(condition, then, otherwise);
    }

    @Override
    protected BoolExpr truth(boolean value) {
        return z3.mkBool(value);
    }

    @Override
    protected BoolExpr lessOrEqual(IntExpr left, IntExpr right) {
        return z3.mkLe(left, right);
    }

    @Override
    protected BoolExpr less(IntExpr left, IntExpr right) {
        return z3.mkLt(left, right);
    }

    @Override
    protected BoolExpr greater(IntExpr left, IntExpr right) {
        return z3.mkGt(left, right);
    }

    @Override
    protected BoolExpr equal(IntExpr left, IntExpr right) {
        return z3.mkEq(left, right);
    }

    @Override
    protected BoolExpr not(BoolExpr operand) {
        return z3.mkNot(operand);
    }

    @Override
    protected BoolExpr and(List<BoolExpr> operands) {
        return z3.mkAnd(operands.toArray(BoolExpr[]::new));
    }

    @Override
    protected BoolExpr or(List<BoolExpr> operands) {
        return z3.mkOr(operands.toArray(BoolExpr[]::new));
    }

    @Override
    protected BoolExpr implies(BoolExpr premise, BoolExpr conclusion) {
        return z3.mkImplies(premise, conclusion);
    }
}
