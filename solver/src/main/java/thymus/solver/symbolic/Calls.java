package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Opcode;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;

/** Calls from one contract to another whose address is known. */
final class Calls {
    private static final int MOST_NESTED = 64;
    /** Addresses of so few bits are kept for precompiles: EIP-7587 ends the range at 0x1ff. */
    private static final int PRECOMPILE_BITS = 9;

    private static final BigInteger IDENTITY = BigInteger.valueOf(4);

    private final Contracts contracts;
    private final Worklist paths;
    private final Returns returns;
    private final boolean mayFail;

    /** @param mayFail whether every call also fails, for want of gas, on a path of its own */
    Calls(Contracts contracts, Worklist paths, Returns returns, boolean mayFail) {
        this.contracts = contracts;
        this.paths = paths;
        this.returns = returns;
        this.mayFail = mayFail;
    }

    boolean call(Path path, Opcode opcode) {
        Frame frame = path.frame();
        IntTerm gas = path.simplifier.simplify(frame.pop());
        IntTerm callee = path.ops().address(frame.pop());
        IntTerm value = opcode == Opcode.CALL ? path.simplifier.simplify(frame.pop()) : path.terms.zero;
        IntTerm inputPlace = path.pop();
        IntTerm inputSize = path.pop();
        IntTerm outputPlace = path.pop();
        IntTerm outputSize = path.pop();
        if (!returns.limit().pays(path, inputPlace, inputSize) || !returns.limit().pays(path, outputPlace, outputSize)) {
            return returns.fail(path);
        }
        if (value != path.terms.zero) {
            if (!paying(path, value, outputPlace, outputSize)) {
                return false;
            }
            value = path.simplifier.simplify(value);
        }
        BigInteger address = Terms.constantOf(path.simplifier.simplify(callee))
                .orElseThrow(() -> path.unsupported("a call to an address that is not known"));
        CallData input = path.memory(inputPlace, inputSize);
        Optional<Bytecode> code = contracts.codeAt(address);
        if (code.isEmpty()) {
            if (address.equals(IDENTITY)) {
                forkFailing(path, gas, outputPlace, outputSize);
                path.gas.ifPresent(bound -> bound.copyByPrecompile(path, input.size()));
            }
            CallData output = outputWithoutCode(path, address, input);
            path.world = path.world.transfer(frame.address, path.terms.constant(address), value);
            return returns.resume(path, true, output, outputPlace, outputSize);
        }
        if (opcode != Opcode.DELEGATECALL && !contracts.isKnown(address)) {
            // Anyone may call it directly, and that is not among the transactions.
            throw path.unsupported("a call to the contract at 0x" + address.toString(16)
                    + ", which the file does not name");
        }
        if (path.frames.size() > MOST_NESTED) {
            throw path.unsupported("calls nested more than " + MOST_NESTED + " deep");
        }
        boolean givesLess = forkFailing(path, gas, outputPlace, outputSize);
        boolean delegate = opcode == Opcode.DELEGATECALL;
        Frame called = new Frame(
                delegate ? frame.contract : contracts.nameOf(address),
                delegate ? frame.address : path.terms.constant(address),
                code.get(),
                delegate ? frame.caller : frame.address,
                delegate ? frame.value : value,
                input,
                frame.isStatic || opcode == Opcode.STATICCALL,
                path.world,
                path.transientWorld,
                path.logs.size(),
                outputPlace,
                outputSize);
        called.isLimited = givesLess;
        path.enter(called);
        path.world = path.world.transfer(frame.address, path.terms.constant(address), value);
        return true;
    }

    /**
     * Goes on where the caller can pay and may. Code that may not change anything fails; where ether is missing, the call
     * alone does.
     *
     * @return whether this path goes on
     */
    private boolean paying(Path path, IntTerm value, IntTerm outputPlace, IntTerm outputSize) {
        Terms terms = path.terms;
        if (path.frame().isStatic) {
            BoolTerm nothing = path.simplifier.simplify(terms.zero(value));
            Path failing = path.copy();
            failing.assume(terms.not(nothing));
            if (!failing.simplifier.facts().isContradictory() && returns.fail(failing)) {
                paths.add(failing);
            }
            path.assume(nothing);
            return !path.simplifier.facts().isContradictory();
        }
        IntTerm balance = path.world.balance(path.frame().address, path.simplifier);
        BoolTerm enough = path.simplifier.simplify(terms.lessOrEqual(value, balance));
        Path failing = path.copy();
        failing.assume(terms.not(enough));
        if (!failing.simplifier.facts().isContradictory()
                && returns.resume(failing, false, CallData.none(terms), outputPlace, outputSize)) {
            paths.add(failing);
        }
        path.assume(enough);
        return !path.simplifier.facts().isContradictory();
    }

    /**
     * Whoever sends the transaction can give it so much gas that this call runs out and its caller does not. Where gas is
     * counted, only a call that is given less than what is left may, and all calls that it makes.
     *
     * @return whether it is such a call
     */
    private boolean forkFailing(Path path, IntTerm gas, IntTerm outputPlace, IntTerm outputSize) {
        Frame caller = path.frame();
        boolean givesLess = !mayFail && (caller.isLimited || !ContextOperations.isAllGas(caller, gas));
        if (mayFail || givesLess) {
            Path failing = path.copy();
            if (givesLess) {
                // Whether it is enough is unknown, but it is one of the two: the paths must not overlap.
                BoolTerm enough = path.terms.zero(path.terms.fresh("runs out", Interval.BIT));
                path.assume(enough);
                failing.assume(path.terms.not(enough));
                failing.gas.ifPresent(bound -> Terms.constantOf(gas)
                        .filter(given -> given.bitLength() < 32)
                        .ifPresentOrElse(given -> bound.spend(given.longValue()), bound::spend));
            }
            returns.resume(failing, false, CallData.none(path.terms), outputPlace, outputSize);
            paths.add(failing);
        }
        return givesLess;
    }

    /** Such a call succeeds; the identity precompile gives its input back. */
    private CallData outputWithoutCode(Path path, BigInteger address, CallData input) {
        if (address.equals(IDENTITY)) {
            return input;
        }
        if (address.signum() > 0 && address.bitLength() <= PRECOMPILE_BITS) {
            throw path.unsupported("the precompile at address " + address);
        }
        if (!contracts.isKnown(address)) {
            throw path.unsupported("a call to the address 0x" + address.toString(16) + ", where no code is known");
        }
        return CallData.none(path.terms);
    }
}
