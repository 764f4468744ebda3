package thymus.solver.symbolic;

import thymus.evm.interpreter.Opcode;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;

/** The operands of a call. */
record CallRequest(
        Opcode opcode,
        IntTerm gas,
        IntTerm callee,
        IntTerm value,
        CallData input,
        IntTerm outputPlace,
        IntTerm outputSize) {
    /** The operands simplified under the current facts of a path. */
    CallRequest simplified(Simplifier simplifier) {
        return new CallRequest(
                opcode,
                simplifier.simplify(gas),
                simplifier.simplify(callee),
                simplifier.simplify(value),
                input,
                simplifier.simplify(outputPlace),
                simplifier.simplify(outputSize));
    }
}
