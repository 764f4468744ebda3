package thymus.solver.symbolic;

import java.util.Locale;
import thymus.solver.term.UnknownFunction;
import thymus.solver.term.UnknownFunction.Codomain;

/** An operation on two words that becomes an unknown function if its operands are not known precisely enough. */
enum AbstractOperation {
    AND(new Codomain.NoGreaterThanAny()),
    OR(new Codomain.NoLongerThanLongest()),
    XOR(new Codomain.NoLongerThanLongest()),
    EXP(word()),
    BYTE(word()),
    SHL(word()),
    SHR(word()),
    SAR(word()),
    SIGNEXTEND(word());

    private final UnknownFunction function;

    AbstractOperation(Codomain codomain) {
        function = new UnknownFunction(WordArithmetic.ABSTRACT + name().toLowerCase(Locale.ROOT), codomain);
    }

    private static Codomain word() {
        return new Codomain.Fixed(WordArithmetic.WORD);
    }

    boolean isCommutative() {
        return this == AND || this == OR || this == XOR;
    }

    UnknownFunction function() {
        return function;
    }
}
