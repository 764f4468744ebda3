package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.evm.interpreter.Opcode;
import thymus.solver.state.SlotReader;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;

/** Memory: loads, stores, copies and the hash. An offset that no gas pays for fails the call. */
final class MemoryOperations {
    private final Returns returns;
    private final Worklist paths;
    private final MemoryLimit limit;

    MemoryOperations(Returns returns, Worklist paths) {
        this.returns = returns;
        this.paths = paths;
        this.limit = returns.limit();
    }

    boolean load(Path path) {
        Frame frame = path.frame();
        IntTerm place = path.pop();
        if (!limit.pays(path, place, path.terms.constant(32))) {
            return returns.fail(path);
        }
        return frame.pushAndAdvance(
                path.simplifier.simplify(frame.memory.load(path.simplifier.simplify(place), path.simplifier)));
    }

    boolean store(Path path, Opcode opcode) {
        Frame frame = path.frame();
        IntTerm place = path.pop();
        IntTerm word = frame.pop();
        boolean whole = opcode == Opcode.MSTORE;
        if (!limit.pays(path, place, whole ? path.terms.constant(32) : path.terms.one)) {
            return returns.fail(path);
        }
        IntTerm at = path.simplifier.simplify(place);
        IntTerm value = path.simplifier.simplify(word);
        if (whole) {
            frame.memory.storeWord(at, value, path.simplifier);
        } else {
            frame.memory.storeByte(at, value, path.simplifier);
        }
        return frame.advance();
    }

    /** MCOPY (EIP-5656): the ranges may overlap. */
    boolean move(Path path) {
        Frame frame = path.frame();
        IntTerm to = path.pop();
        IntTerm from = path.pop();
        IntTerm size = path.pop();
        if (!limit.pays(path, to, size) || !limit.pays(path, from, size)) {
            return returns.fail(path);
        }
        copyIn(path, to, path.memory(from, size));
        return frame.advance();
    }

    boolean hash(Path path) {
        Frame frame = path.frame();
        IntTerm place = path.pop();
        IntTerm size = path.pop();
        if (!limit.pays(path, place, size)) {
            return returns.fail(path);
        }
        CallData hashed = path.memory(place, size);
        Optional<ByteRun> known = hashed.known(path.simplifier, Path.MOST_KNOWN);
        if (known.isPresent()) {
            return frame.pushAndAdvance(path.world.slots().hash(known.get().size(), path.words(known.get())));
        }
        return hashOfUnknown(path, hashed);
    }

    /**
     * Hashes data of unknown length. If a mapping's key is a text, the last 32 bytes are the mapping's slot. With the
     * empty text they are the only bytes, and the hash is the first slot of an array at that slot. This case is a
     * separate path.
     */
    private boolean hashOfUnknown(Path path, CallData data) {
        IntTerm word = path.terms.constant(32);
        SlotReader slots = path.world.slots();
        if (!new Distances(path.simplifier).atMost(word, data.size())) {
            return path.frame().pushAndAdvance(slots.hashOfAnything());
        }
        IntTerm last = data.at(path.terms.subtract(data.size(), word), path.simplifier);
        Path empty = path.copy();
        empty.assume(path.terms.equal(data.size(), word));
        if (!empty.simplifier.facts().isContradictory()
                && empty.frame().pushAndAdvance(slots.hash(32, List.of(empty.simplifier.simplify(last))))) {
            paths.add(empty);
        }
        path.assume(path.terms.less(word, data.size()));
        return !path.simplifier.facts().isContradictory()
                && path.frame().pushAndAdvance(slots.hashOfText(path.simplifier.simplify(last)));
    }

    /** Copies from the call data, the code or the return data. Only the return data fail past their end. */
    boolean copy(Path path, Opcode opcode) {
        Frame frame = path.frame();
        IntTerm to = path.pop();
        IntTerm from = path.pop();
        IntTerm size = path.pop();
        CallData source = switch (opcode) {
            case CALLDATACOPY -> frame.input;
            case CODECOPY -> code(path);
            default -> frame.returnData;
        };
        if (opcode == Opcode.RETURNDATACOPY && !isInside(path, from, size, source.size())) {
            return returns.fail(path);
        }
        if (!limit.pays(path, to, size)) {
            return returns.fail(path);
        }
        copyIn(path, to, part(path, source, from, size));
        return frame.advance();
    }

    /** Continues the path if the range is inside the data, and forks a failing path if it may not be. */
    private boolean isInside(Path path, IntTerm from, IntTerm size, IntTerm end) {
        BoolTerm inside = path.simplifier.simplify(path.terms.lessOrEqual(path.terms.add(from, size), end));
        if (inside == path.terms.no || inside == path.terms.yes) {
            return inside == path.terms.yes;
        }
        Path failing = path.copy();
        failing.assume(path.terms.not(inside));
        if (!failing.simplifier.facts().isContradictory() && returns.fail(failing)) {
            paths.add(failing);
        }
        path.assume(inside);
        return true;
    }

    private static CallData part(Path path, CallData source, IntTerm from, IntTerm size) {
        IntTerm length = path.simplifier.simplify(size);
        if (new Distances(path.simplifier).atMost(source.size(), from)) {
            return new CallData.Zeros(length, path.terms);
        }
        if (path.simplifier.simplify(from) == path.terms.zero && path.simplifier.simplify(source.size()) == length) {
            return source;
        }
        Optional<BigInteger> begin = Terms.constantOf(path.simplifier.simplify(from));
        Optional<BigInteger> known = Terms.constantOf(length);
        return begin.isPresent()
                        && known.isPresent()
                        && begin.get().bitLength() < 23
                        && known.get().intValue() <= Path.MOST_KNOWN
                ? new CallData.Known(
                        source.slice(begin.get().intValue(), known.get().intValue(), path.simplifier), path.terms)
                : new CallData.Rest(source, from, length, path.terms);
    }

    private static void copyIn(Path path, IntTerm to, CallData data) {
        if (path.simplifier.simplify(data.size()) == path.terms.zero) {
            return;
        }
        Memory memory = path.frame().memory;
        IntTerm place = path.simplifier.simplify(to);
        data.known(path.simplifier, Path.MOST_KNOWN)
                .ifPresentOrElse(
                        bytes -> memory.store(place, bytes, path.simplifier),
                        () -> memory.store(place, data, path.simplifier));
    }

    private static CallData code(Path path) {
        if (path.frame().open.isPresent()) {
            return new CallData.Known(path.frame().open.get().bytes().copy(), path.terms);
        }
        ByteRun code = new ByteRun();
        code.append(path.frame().code.toBytes(), path.terms);
        path.frame().openWords.forEach(code::storeWord);
        return new CallData.Known(code, path.terms);
    }
}
