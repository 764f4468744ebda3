package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.contracts.abi.Selector;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Opcode;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.spec.CalleeBehaviour;

/** Calls from one contract to another. */
final class Calls {
    private static final int MOST_NESTED = 64;
    /** Addresses with at most this many bits are reserved for precompiles: EIP-7587 ends the range at 0x1ff. */
    private static final int PRECOMPILE_BITS = 9;

    private static final BigInteger IDENTITY = BigInteger.valueOf(4);

    private final KnownCode contracts;
    private final Worklist paths;
    private final Returns returns;
    private final boolean mayFail;
    private final boolean asks;
    private final Optional<UnknownCalls> unknown;
    private final BehavedCalls behaved;

    /**
     * @param mayFail whether every call also runs out of gas, on a separate path
     * @param unknown empty if calls to unknown code are refused
     * @param asks whether unknown code answers static calls all the same
     */
    Calls(
            KnownCode contracts,
            Worklist paths,
            Returns returns,
            boolean mayFail,
            Optional<UnknownCalls> unknown,
            boolean asks) {
        this.asks = asks;
        this.unknown = unknown;
        this.behaved = new BehavedCalls(paths, returns);
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
        if (!returns.limit().pays(path, inputPlace, inputSize)
                || !returns.limit().pays(path, outputPlace, outputSize)) {
            return returns.fail(path);
        }
        if (value != path.terms.zero) {
            if (!paying(path, value, outputPlace, outputSize)) {
                return false;
            }
            value = path.simplifier.simplify(value);
        }
        CallRequest request = new CallRequest(
                        opcode, gas, callee, value, path.memory(inputPlace, inputSize), outputPlace, outputSize)
                .simplified(path.simplifier);
        Optional<BigInteger> address = Terms.constantOf(request.callee());
        return address.isPresent() ? call(path, request, address.get()) : callSome(path, request);
    }

    /** Forks the path for each known contract that the callee may be, and for none of them. */
    private boolean callSome(Path path, CallRequest request) {
        if (maySimplyAsk(path, request)) {
            return callSome(path, request, notRunning(path, contracts.contracts()))
                    && ask(path, request.simplified(path.simplifier));
        }
        UnknownCalls others = unknown.filter(u -> request.opcode() != Opcode.DELEGATECALL)
                .orElseThrow(() -> path.unsupported(
                        request.opcode() == Opcode.DELEGATECALL
                                ? "code that is not known, or that may be replaced, run in the contract's own storage"
                                : "a call to an address that is not known"));
        Optional<Children.Child> child = path.children.at(request.callee());
        if (child.isPresent()) {
            Departure.note(path, request.callee(), request.value());
            return callChild(path, request, child.get(), others);
        }
        List<BigInteger> some = isStatic(path, request) ? notRunning(path, others.contracts()) : others.contracts();
        if (!callSome(path, request, some)) {
            return false;
        }
        CallRequest other = request.simplified(path.simplifier);
        Departure.note(path, contracts.holder(other.callee(), path.simplifier), other.value());
        return others.call(path, other);
    }

    /** One that runs already may call itself without end. It changes nothing in a static call, and answers anything. */
    private List<BigInteger> notRunning(Path path, List<BigInteger> some) {
        return some.stream().filter(contract -> !isRunning(path, contract)).toList();
    }

    private static boolean isStatic(Path path, CallRequest request) {
        return path.frame().isStatic || request.opcode() == Opcode.STATICCALL;
    }

    /**
     * Forks the path for each of these contracts that the callee may be.
     *
     * @return whether it may be another one, which is then this path
     */
    private boolean callSome(Path path, CallRequest request, List<BigInteger> some) {
        for (BigInteger contract : some) {
            if (contracts.isElsewhere(contract)) {
                continue; // on this chain, what stands there is known as little as anywhere else
            }
            BoolTerm same = path.simplifier.simplify(path.terms.equal(request.callee(), path.terms.constant(contract)));
            Path there = path.copy();
            there.assume(same);
            if (!there.simplifier.facts().isContradictory()
                    && call(there, request.simplified(there.simplifier), contract)) {
                paths.add(there);
            }
            path.assume(path.terms.not(same));
        }
        return !path.simplifier.facts().isContradictory();
    }

    private boolean isRunning(Path path, BigInteger contract) {
        return contracts
                .codeAt(contract)
                .filter(code -> isWithinItself(path, contracts.nameOf(contract), code))
                .isPresent();
    }

    /** Whether it is a static call, and all that matters of unknown code is what it answers. */
    private boolean maySimplyAsk(Path path, CallRequest request) {
        return asks && request.opcode() != Opcode.DELEGATECALL && isStatic(path, request);
    }

    /** Unknown code fails or answers anything, and may take all the gas that it is given. */
    private boolean ask(Path path, CallRequest request) {
        path.gas.ifPresent(GasBound::burn);
        BoolTerm succeeds = path.terms.zero(path.terms.fresh("callee fails", Interval.BIT));
        Path failing = path.copy();
        failing.assume(path.terms.not(succeeds));
        if (returns.resume(
                failing, false, UnknownCalls.anything(failing), request.outputPlace(), request.outputSize())) {
            paths.add(failing);
        }
        path.assume(succeeds);
        return returns.resume(path, true, UnknownCalls.anything(path), request.outputPlace(), request.outputSize());
    }

    private boolean call(Path path, CallRequest request, BigInteger address) {
        Frame frame = path.frame();
        boolean delegate = request.opcode() == Opcode.DELEGATECALL;
        if (!delegate && !isPrecompile(address) && frame.address != path.terms.constant(address)) {
            Departure.note(path, path.terms.constant(address), request.value());
        }
        Optional<CalleeBehaviour> behaviour = contracts.behaviour(address);
        if (behaviour.isPresent() && maySimplyAsk(path, request)) {
            return ask(path, request);
        }
        if (behaviour.isPresent()) {
            if (delegate || unknown.isEmpty()) {
                throw path.unsupported("a call of " + contracts.nameOf(address) + ", a callee whose code is not read, "
                        + (delegate ? "in the contract's own storage" : "in a view"));
            }
            return behaved.call(path, request, address, behaviour.get());
        }
        if (contracts.isElsewhere(address) && delegate) {
            throw path.unsupported("code of " + contracts.nameOf(address) + ", which is on another chain");
        }
        Optional<Bytecode> code = contracts.codeAt(address);
        if (!delegate && unknown.isPresent() && isUnknown(address, code)) {
            return unknown.get().call(path, request);
        }
        if (maySimplyAsk(path, request) && isUnknown(address, code)) {
            return ask(path, request);
        }
        if (code.isEmpty()) {
            if (address.equals(IDENTITY)) {
                forkFailing(path, request);
                path.gas.ifPresent(
                        bound -> bound.copyByPrecompile(path, request.input().size()));
            }
            if (isPrecompile(address) && !address.equals(IDENTITY)) {
                return precompile(path, request, address);
            }
            CallData output = outputWithoutCode(path, address, request.input());
            path.world = path.world.transfer(frame.address, path.terms.constant(address), request.value());
            return returns.resume(path, true, output, request.outputPlace(), request.outputSize());
        }
        if (!delegate && !contracts.isKnown(address)) {
            // Anyone may call it directly, but these calls are not among the transactions.
            throw path.unsupported(
                    "a call to the contract at 0x" + address.toString(16) + ", which the file does not name");
        }
        if (path.frames.size() > MOST_NESTED) {
            throw path.unsupported("calls nested more than " + MOST_NESTED + " deep");
        }
        if (isWithinItself(path, delegate ? frame.contract : contracts.nameOf(address), code.get())
                && !isFunctionKnown(path, request.input())) {
            return reenter(path, request, address, code.get());
        }
        enter(
                path,
                request,
                delegate ? frame.contract : contracts.nameOf(address),
                delegate ? frame.address : path.terms.constant(address),
                code.get(),
                contracts.openWords(address));
        path.world = path.world.transfer(frame.address, path.terms.constant(address), request.value());
        return true;
    }

    /** A call of code that runs already, which may call itself again without end. */
    private boolean reenter(Path path, CallRequest request, BigInteger address, Bytecode code) {
        boolean delegate = request.opcode() == Opcode.DELEGATECALL;
        Optional<BigInteger> target = delegate ? Terms.constantOf(path.frame().address) : Optional.of(address);
        if (unknown.isEmpty()
                || !target.filter(contracts.contracts()::contains)
                        .flatMap(contracts::codeAt)
                        .equals(Optional.of(code))) {
            throw path.unsupported("code that calls itself with data that are not known");
        }
        Optional<BigInteger> sender = delegate ? Optional.empty() : Terms.constantOf(path.frame().address);
        IntTerm value = path.simplifier.simplify(delegate ? path.frame().value : request.value());
        Optional<BigInteger> free = Terms.constantOf(value).filter(wei -> wei.signum() == 0);
        return unknown.get().call(path, request, new ReentrantCall(target.get(), sender, free));
    }

    /** A call of a contract that the path has created. If some path of it cannot be read, it is unknown code. */
    private boolean callChild(Path path, CallRequest request, Children.Child child, UnknownCalls others) {
        IntTerm creator = path.frame().address;
        Retreat retreat = new Retreat(path.copy(), before -> others.call(before, request));
        if (path.frames.size() > MOST_NESTED
                || (isWithinItself(path, child.name(), child.code().code())
                        && !isFunctionKnown(path, request.input()))) {
            return others.call(path, request);
        }
        Frame called = enter(
                path,
                request,
                child.name(),
                child.address(),
                child.code().code(),
                child.code().openWords());
        called.open = Optional.of(child.code());
        called.retreat = Optional.of(retreat);
        path.world = path.world.transfer(creator, child.address(), request.value());
        return true;
    }

    private Frame enter(
            Path path,
            CallRequest request,
            String contract,
            IntTerm account,
            Bytecode code,
            Map<Integer, IntTerm> openWords) {
        Frame frame = path.frame();
        boolean delegate = request.opcode() == Opcode.DELEGATECALL;
        boolean givesLess = forkFailing(path, request);
        Frame called = new Frame(
                contract,
                account,
                code,
                openWords,
                delegate ? frame.caller : frame.address,
                delegate ? frame.value : request.value(),
                request.input(),
                frame.isStatic || request.opcode() == Opcode.STATICCALL,
                path.world,
                path.transientWorld,
                path.logs.size(),
                request.outputPlace(),
                request.outputSize());
        called.isLimited = givesLess;
        called.enteredAtEntry = path.entered.size();
        called.departuresAtEntry = path.departures.size();
        called.isNoted = true;
        path.entered.add(new EnteredCall(
                called.address,
                CallBegin.of(request.input(), path),
                called.caller,
                called.value,
                request.input(),
                called.isStatic,
                new Moment(path.world.withoutNew(), path.transientWorld),
                Optional.empty()));
        path.enter(called);
        return called;
    }

    /** Whether the code runs already, with the same storage: what it may call then has no end. */
    private static boolean isWithinItself(Path path, String contract, Bytecode code) {
        return path.frames.stream().anyMatch(f -> f.contract.equals(contract) && f.code.equals(code));
    }

    private static boolean isFunctionKnown(Path path, CallData input) {
        IntTerm begin = input.slice(0, Selector.SIZE, path.simplifier).word(0, path.ops(), path.terms);
        return path.simplifier.facts().range(begin).single().isPresent();
    }

    /** Precompiles are known code, although some are not modelled precisely. */
    private boolean isUnknown(BigInteger address, Optional<Bytecode> code) {
        return !contracts.isKnown(address) && !(code.isEmpty() && isPrecompile(address));
    }

    /**
     * Continues the path if the caller can pay. A transfer in a static context fails the frame. Without enough ether
     * only the call fails.
     *
     * @return whether this path continues
     */
    boolean paying(Path path, IntTerm value, IntTerm outputPlace, IntTerm outputSize) {
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
     * Forks a path on which the call runs out of gas and its caller does not, because the sender chooses the gas. If
     * gas is counted, this applies only to a call that gets less than the remaining gas, and to its inner calls.
     *
     * @return whether it is such a call
     */
    private boolean forkFailing(Path path, CallRequest request) {
        IntTerm gas = request.gas();
        Frame caller = path.frame();
        boolean givesLess = !mayFail && (caller.isLimited || !ContextOperations.isAllGas(caller, gas));
        if (mayFail || givesLess) {
            Path failing = path.copy();
            if (givesLess) {
                // It is unknown whether the gas suffices, but only one is true, so the paths must not overlap.
                BoolTerm enough = path.terms.zero(path.terms.fresh("runs out", Interval.BIT));
                path.assume(enough);
                failing.assume(path.terms.not(enough));
                failing.gas.ifPresent(bound -> Terms.constantOf(gas)
                        .filter(given -> given.bitLength() < 32)
                        .ifPresentOrElse(given -> bound.spend(given.longValue()), bound::spend));
            }
            returns.resume(failing, false, CallData.none(path.terms), request.outputPlace(), request.outputSize());
            paths.add(failing);
        }
        return givesLess;
    }

    private static boolean isPrecompile(BigInteger address) {
        return address.signum() > 0 && address.bitLength() <= PRECOMPILE_BITS;
    }

    /**
     * A call to a precompile that computes: it fails or returns arbitrary bytes. A signature may therefore be
     * anybody's, and a hash any number. A reserved address without a precompile counts as one with.
     */
    private boolean precompile(Path path, CallRequest request, BigInteger address) {
        Terms terms = path.terms;
        BoolTerm succeeds = terms.zero(terms.fresh("precompile fails", Interval.BIT));
        Path failing = path.copy();
        failing.assume(terms.not(succeeds));
        failing.gas.ifPresent(GasBound::spend);
        if (returns.resume(failing, false, CallData.none(terms), request.outputPlace(), request.outputSize())) {
            paths.add(failing);
        }
        path.assume(succeeds);
        path.gas.ifPresent(GasBound::spend);
        path.world = path.world.transfer(
                path.frame().address, terms.constant(address), path.simplifier.simplify(request.value()));
        return returns.resume(path, true, CallData.Unknown.any(terms), request.outputPlace(), request.outputSize());
    }

    /** The output of a successful call without code. The identity precompile returns its input. */
    private CallData outputWithoutCode(Path path, BigInteger address, CallData input) {
        if (address.equals(IDENTITY)) {
            return input;
        }
        if (!contracts.isKnown(address)) {
            throw path.unsupported("a call to the address 0x" + address.toString(16) + ", where no code is known");
        }
        return CallData.none(path.terms);
    }
}
