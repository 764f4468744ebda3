package thymus.solver.symbolic;

import thymus.evm.interpreter.Opcode;
import thymus.solver.term.IntTerm;

/** Memory: loads, stores, copies into it, and its hash. A place that no gas pays for makes the call fail. */
final class MemoryOperations {
    private final Returns returns;

    MemoryOperations(Returns returns) {
        this.returns = returns;
    }

    boolean load(Path path) {
        Frame frame = path.frame();
        int offset = path.place(frame.pop(), "a place in memory");
        if (offset < 0) {
            return returns.fail(path);
        }
        frame.memory.grow(offset + 32);
        return frame.pushAndAdvance(path.simplifier.simplify(frame.memory.word(offset, path.ops(), path.terms)));
    }

    boolean store(Path path, Opcode opcode) {
        Frame frame = path.frame();
        int offset = path.place(frame.pop(), "a place in memory");
        IntTerm word = frame.pop();
        if (offset < 0) {
            return returns.fail(path);
        }
        if (opcode == Opcode.MSTORE) {
            frame.memory.storeWord(offset, word);
        } else {
            frame.memory.storeByte(offset, word);
        }
        return frame.advance();
    }

    /** MCOPY (EIP-5656): the places may overlap. */
    boolean move(Path path) {
        Frame frame = path.frame();
        int to = path.place(frame.pop(), "a place in memory");
        int from = path.place(frame.pop(), "a place in memory");
        int size = path.place(frame.pop(), "a size in memory");
        if (size == 0) {
            return frame.advance();
        }
        if (size < 0 || to < 0 || from < 0) {
            return returns.fail(path);
        }
        frame.memory.grow(from + size);
        frame.memory.store(to, frame.memory.slice(from, size));
        return frame.advance();
    }

    boolean hash(Path path) {
        Frame frame = path.frame();
        int offset = path.place(frame.pop(), "the place of hashed memory");
        int size = path.place(frame.pop(), "the size of hashed memory");
        if (size < 0 || offset < 0 && size > 0) {
            return returns.fail(path);
        }
        if (size > 0) {
            frame.memory.grow(offset + size);
        }
        ByteRun hashed = frame.memory.slice(Math.max(offset, 0), size);
        return frame.pushAndAdvance(path.world.slots().hash(size, path.words(hashed)));
    }

    /** From the call data, the code or the return data; only the last of them fails past its end. */
    boolean copy(Path path, Opcode opcode) {
        Frame frame = path.frame();
        int to = path.place(frame.pop(), "a place in memory");
        IntTerm from = path.simplifier.simplify(frame.pop());
        int size = path.place(frame.pop(), "a size in memory");
        if (size == 0 && opcode != Opcode.RETURNDATACOPY) {
            return frame.advance();
        }
        if (to < 0 && size > 0 || size < 0) {
            return returns.fail(path);
        }
        int source = path.place(from, "a place to copy from");
        if (opcode == Opcode.RETURNDATACOPY && (source < 0 || source + size > frame.returnData.size())) {
            return returns.fail(path);
        }
        ByteRun bytes =
                switch (opcode) {
                    case CALLDATACOPY -> source < 0 ? zeros(size) : frame.input.slice(source, size);
                    case CODECOPY -> source < 0 ? zeros(size) : code(path).slice(source, size);
                    default -> frame.returnData.slice(source, size);
                };
        if (size > 0) {
            frame.memory.store(to, bytes);
        }
        return frame.advance();
    }

    private static ByteRun code(Path path) {
        ByteRun code = new ByteRun();
        code.append(path.frame().code.toBytes(), path.terms);
        return code;
    }

    private static ByteRun zeros(int size) {
        return new ByteRun().slice(0, size);
    }
}
