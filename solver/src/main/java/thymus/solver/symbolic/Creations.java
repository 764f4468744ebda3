package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.evm.interpreter.Opcode;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;

/**
 * CREATE and CREATE2. Any creation may fail. The new address is one of an account with neither code nor transactions,
 * and otherwise arbitrary. Code that is known runs like that of any call; if some path of it cannot be read, it is
 * unknown code.
 */
final class Creations {
    /** Precompiles stand below, and addresses are kept for them (EIP-7587). */
    private static final Interval ADDRESSES =
            Interval.of(BigInteger.TWO.pow(9), BigInteger.TWO.pow(160).subtract(BigInteger.ONE));

    private static final int MOST_NESTED = 3;
    /** EIP-3860. */
    private static final int MOST_INIT_CODE = 2 * 24_576;

    private final Worklist paths;
    private final Returns returns;
    private final Optional<UnknownCalls> unknown;
    private final Calls calls;

    /** @param unknown empty if creations are refused */
    Creations(Worklist paths, Returns returns, Optional<UnknownCalls> unknown, Calls calls) {
        this.paths = paths;
        this.returns = returns;
        this.unknown = unknown;
        this.calls = calls;
    }

    boolean create(Path path, Opcode opcode) {
        if (path.frame().isStatic) {
            return returns.fail(path);
        }
        UnknownCalls others = unknown.orElseThrow(() -> path.unsupported("the opcode " + opcode));
        others.noteCreation();
        IntTerm value = path.simplifier.simplify(path.frame().pop());
        IntTerm place = path.pop();
        IntTerm size = path.pop();
        if (opcode == Opcode.CREATE2) {
            path.pop();
        }
        if (!returns.limit().pays(path, place, size)) {
            return returns.fail(path);
        }
        if (value != path.terms.zero && !calls.paying(path, value, path.terms.zero, path.terms.zero)) {
            return false;
        }
        IntTerm wei = path.simplifier.simplify(value);
        Departure.note(path, wei == path.terms.zero ? wei : path.terms.fresh("paid", ADDRESSES), wei);
        CallData code = path.memory(place, size);
        Optional<ByteRun> known = code.known(path.simplifier, MOST_INIT_CODE);
        long nested =
                path.frames.stream().filter(frame -> frame.creates.isPresent()).count();
        if (known.isEmpty() || nested >= MOST_NESTED) {
            return unknown(path, wei, others);
        }
        Path failing = path.copy();
        if (returns.resumeCreation(failing, failing.terms.zero, CallData.none(failing.terms))) {
            paths.add(failing);
        }
        Retreat retreat = new Retreat(path.copy(), before -> unknown(before, wei, others));
        run(path, wei, OpenCode.of(known.get(), path.terms), retreat, others);
        return !path.simplifier.facts().isContradictory();
    }

    private void run(Path path, IntTerm value, OpenCode code, Retreat retreat, UnknownCalls others) {
        Frame creator = path.frame();
        IntTerm address = newAddress(path, others);
        String name = path.children.nextName();
        Frame constructor = new Frame(
                name,
                address,
                code.code(),
                code.openWords(),
                creator.address,
                value,
                CallData.none(path.terms),
                false,
                path.world,
                path.transientWorld,
                path.logs.size(),
                path.terms.zero,
                path.terms.zero);
        constructor.enteredAtEntry = path.entered.size();
        constructor.departuresAtEntry = path.departures.size();
        constructor.open = Optional.of(code);
        constructor.creates = Optional.of(address);
        constructor.retreat = Optional.of(retreat);
        path.enter(constructor);
        path.children = path.children.creating(address);
        path.world = path.world.transfer(creator.address, address, value);
    }

    /** A creation by unknown code, which may enter the system while it runs. */
    private boolean unknown(Path path, IntTerm value, UnknownCalls others) {
        Path failing = path.copy();
        if (returns.resumeCreation(failing, failing.terms.zero, UnknownCalls.anything(failing))) {
            paths.add(failing);
        }
        IntTerm address = newAddress(path, others);
        path.children = path.children.creating(address);
        path.world = path.world.transfer(path.frame().address, address, value);
        others.enterWithAllGas(path);
        return !path.simplifier.facts().isContradictory()
                && returns.resumeCreation(path, address, CallData.none(path.terms));
    }

    /** No account with code, and none that has called in this transaction, stands at a new address (EIP-684). */
    private static IntTerm newAddress(Path path, UnknownCalls others) {
        Terms terms = path.terms;
        IntTerm address = terms.fresh("created", ADDRESSES);
        List<BoolTerm> different = new ArrayList<>();
        others.contracts()
                .forEach(contract -> different.add(terms.not(terms.equal(address, terms.constant(contract)))));
        path.children.addresses().forEach(earlier -> different.add(terms.not(terms.equal(address, earlier))));
        different.add(terms.not(terms.equal(address, path.simplifier.simplify(path.frames.getFirst().caller))));
        path.assume(terms.and(different));
        return path.simplifier.simplify(address);
    }
}
