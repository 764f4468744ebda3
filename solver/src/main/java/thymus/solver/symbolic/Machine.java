package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import thymus.harness.evm.Bytecode;
import thymus.harness.evm.Opcode;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.Facts;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/**
 * Executes bytecode on terms along every path. Jump destinations, memory places and callees must be known values on each
 * path (solc's output is of that kind); what is not is refused by name and place.
 *
 * <p>Gas is left out: running out of it reverts, and a transaction that reverts changes nothing. An inner call may run
 * out although its caller goes on, so every inner call also fails on a path of its own.
 */
public final class Machine {
    private static final int MOST_PATHS = 3000;
    private static final int MOST_STEPS = 2_000_000;
    private static final int MOST_CHOICES_AT_ONE_PLACE = 40;
    /** Past this many forks a path must show that it is possible at all before it forks again. */
    private static final int FORKS_ON_TRUST = 24;

    private final Terms terms;
    private final Contracts contracts;
    private final BlockSymbols block;
    private final boolean innerCallsMayFail;
    private final Predicate<List<BoolTerm>> possible;

    private final Deque<Path> open = new ArrayDeque<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private int steps;

    /**
     * @param innerCallsMayFail false for calls that are said to have gas enough
     * @param possible whether conditions can hold together; may answer true when in doubt
     */
    public Machine(
            Terms terms,
            Contracts contracts,
            BlockSymbols block,
            boolean innerCallsMayFail,
            Predicate<List<BoolTerm>> possible) {
        this.terms = terms;
        this.contracts = contracts;
        this.block = block;
        this.innerCallsMayFail = innerCallsMayFail;
        this.possible = possible;
    }

    /** What starts a run. */
    public record Start(
            SymbolicWorld world,
            SymbolicWorld transientWorld,
            Facts facts,
            BigInteger target,
            IntTerm caller,
            IntTerm value,
            CallData input,
            boolean isStatic) {}

    /**
     * @throws UnsupportedConstructException if some path meets what is not modelled
     */
    public List<Outcome> run(Start start) {
        Path path = new Path(
                terms, start.world(), start.transientWorld(), new Simplifier(terms, start.facts()));
        Bytecode code = contracts
                .codeAt(start.target())
                .orElseThrow(() -> new UnsupportedConstructException(
                        "a transaction to " + contracts.nameOf(start.target()) + ", which has no code"));
        IntTerm address = terms.constant(start.target());
        SymbolicWorld entry = path.world;
        path.world = path.world.transfer(start.caller(), address, start.value());
        path.frames.add(new Frame(
                contracts.nameOf(start.target()),
                address,
                code,
                start.caller(),
                start.value(),
                start.input(),
                start.isStatic(),
                entry,
                0,
                0,
                0));
        open.push(path);
        while (!open.isEmpty()) {
            follow(open.pop());
        }
        return List.copyOf(outcomes);
    }

    private void follow(Path path) {
        boolean running = true;
        while (running) {
            if (++steps > MOST_STEPS) {
                throw unsupported(path, "more than " + MOST_STEPS + " steps over all paths");
            }
            running = step(path);
        }
    }

    private UnsupportedConstructException unsupported(Path path, String what) {
        Frame frame = path.frame();
        return new UnsupportedConstructException(what + ", in " + frame.contract + " at pc " + frame.pc);
    }

    private int place(Path path, IntTerm term, String what) {
        Optional<BigInteger> value = Terms.constantOf(path.simplifier.simplify(term));
        if (value.isEmpty()) {
            throw unsupported(path, what + " is not a known number");
        }
        if (value.get().bitLength() > 22) {
            // No gas pays for memory of that size: the call fails, as it would.
            return -1;
        }
        return value.get().intValue();
    }

    /** @return whether the path goes on */
    private boolean step(Path path) {
        Frame frame = path.frame();
        if (frame.pc >= frame.code.size()) {
            return end(path, true, new ByteRun());
        }
        Opcode opcode = frame.code.opcodeAt(frame.pc);
        if (frame.stack.size() < opcode.pops() || frame.stack.size() - opcode.pops() + opcode.pushes() > 1024) {
            return end(path, false, new ByteRun());
        }
        if (PureOperations.contains(opcode)) {
            IntTerm[] operands = new IntTerm[opcode.pops()];
            for (int i = 0; i < operands.length; i++) {
                operands[i] = frame.pop();
            }
            frame.push(PureOperations.apply(opcode, path.ops(), operands, terms).orElseThrow());
            frame.pc++;
            return true;
        }
        int value = opcode.code();
        if (value >= 0x5f && value <= 0x7f) {
            frame.push(terms.constant(frame.code.immediate(frame.pc).toBigInteger()));
            frame.pc += 1 + value - 0x5f;
            return true;
        }
        if (value >= 0x80 && value <= 0x8f) {
            frame.push(frame.stack.get(frame.stack.size() - 1 - (value - 0x80)));
            frame.pc++;
            return true;
        }
        if (value >= 0x90 && value <= 0x9f) {
            int other = frame.stack.size() - 2 - (value - 0x90);
            IntTerm top = frame.stack.getLast();
            frame.stack.set(frame.stack.size() - 1, frame.stack.get(other));
            frame.stack.set(other, top);
            frame.pc++;
            return true;
        }
        if (value >= 0xa0 && value <= 0xa4) {
            return log(path, value - 0xa0);
        }
        return switch (opcode) {
            case STOP -> end(path, true, new ByteRun());
            case RETURN -> finish(path, true);
            case REVERT -> finish(path, false);
            case INVALID -> end(path, false, new ByteRun());
            case JUMP -> jump(path, frame.pop());
            case JUMPI -> branch(path);
            case JUMPDEST -> advance(frame);
            case POP -> {
                frame.pop();
                yield advance(frame);
            }
            case PC -> pushConstant(frame, frame.pc);
            case MSIZE -> pushConstant(frame, (frame.memory.size() + 31) / 32 * 32);
            case CALL, STATICCALL, DELEGATECALL -> call(path, opcode);
            case SLOAD -> {
                IntTerm slot = path.simplifier.simplify(frame.pop());
                frame.push(path.world.load(frame.contract, slot, path.simplifier));
                yield advance(frame);
            }
            case TLOAD -> {
                IntTerm slot = path.simplifier.simplify(frame.pop());
                frame.push(path.transientWorld.load(frame.contract, slot, path.simplifier));
                yield advance(frame);
            }
            case SSTORE, TSTORE -> store(path, opcode);
            case CREATE, CREATE2, SELFDESTRUCT, CALLCODE -> throw unsupported(path, "the opcode " + opcode);
            default -> memoryOrContext(path, opcode);
        };
    }

    private static boolean advance(Frame frame) {
        frame.pc++;
        return true;
    }

    private boolean pushConstant(Frame frame, long value) {
        frame.push(terms.constant(value));
        return advance(frame);
    }

    private boolean push(Frame frame, IntTerm word) {
        frame.push(word);
        return advance(frame);
    }

    private boolean store(Path path, Opcode opcode) {
        Frame frame = path.frame();
        if (frame.isStatic) {
            return end(path, false, new ByteRun());
        }
        IntTerm slot = path.simplifier.simplify(frame.pop());
        IntTerm word = path.simplifier.simplify(frame.pop());
        Words ops = path.ops();
        if (opcode == Opcode.SSTORE) {
            path.world = path.world.store(
                    frame.contract, slot, field -> path.simplifier.simplify(ops.field(word, field.offset(), field.width())));
        } else {
            path.transientWorld = path.transientWorld.store(
                    frame.contract, slot, field -> path.simplifier.simplify(ops.field(word, field.offset(), field.width())));
        }
        return advance(frame);
    }

    private boolean jump(Path path, IntTerm destination) {
        int target = place(path, destination, "a jump destination");
        if (target < 0 || !path.frame().code.isJumpDestination(target)) {
            return end(path, false, new ByteRun());
        }
        path.frame().pc = target;
        return true;
    }

    private boolean branch(Path path) {
        Frame frame = path.frame();
        IntTerm destination = frame.pop();
        BoolTerm condition = path.ops().isTrue(frame.pop());
        if (condition == terms.no) {
            return advance(frame);
        }
        if (condition == terms.yes) {
            return jump(path, destination);
        }
        int visits = path.choices.merge(frame.contract + "@" + frame.pc, 1, Integer::sum);
        if (visits > MOST_CHOICES_AT_ONE_PLACE) {
            throw unsupported(path, "a loop that was not seen to end within " + MOST_CHOICES_AT_ONE_PLACE + " rounds");
        }
        if (open.size() + outcomes.size() > MOST_PATHS) {
            throw unsupported(path, "more than " + MOST_PATHS + " paths");
        }
        Path taken = path.copy();
        taken.assume(condition);
        if (isPossible(taken) && jump(taken, destination)) {
            open.push(taken);
        }
        path.assume(terms.not(condition));
        return isPossible(path) && advance(path.frame());
    }

    private boolean isPossible(Path path) {
        return !path.simplifier.facts().isContradictory()
                && (path.conditions.size() < FORKS_ON_TRUST || possible.test(path.conditions));
    }

    private boolean log(Path path, int topics) {
        Frame frame = path.frame();
        int offset = place(path, frame.pop(), "the place of event data");
        int size = place(path, frame.pop(), "the size of event data");
        if (frame.isStatic || offset < 0 || size < 0) {
            return end(path, false, new ByteRun());
        }
        List<IntTerm> found = new ArrayList<>();
        for (int i = 0; i < topics; i++) {
            found.add(path.simplifier.simplify(frame.pop()));
        }
        path.logs.add(new SymbolicLog(frame.address, found, words(path, frame.memory.slice(offset, size))));
        return advance(frame);
    }

    private List<IntTerm> words(Path path, ByteRun bytes) {
        List<IntTerm> words = new ArrayList<>();
        for (int at = 0; at < bytes.size(); at += 32) {
            words.add(path.simplifier.simplify(bytes.word(at, path.ops(), terms)));
        }
        return words;
    }

    private boolean finish(Path path, boolean ok) {
        Frame frame = path.frame();
        int offset = place(path, frame.pop(), "the place of return data");
        int size = place(path, frame.pop(), "the size of return data");
        return offset < 0 || size < 0
                ? end(path, false, new ByteRun())
                : end(path, ok, size == 0 ? new ByteRun() : frame.memory.slice(offset, size));
    }

    /** Leaves the current frame; on the outermost one the path is an outcome. */
    private boolean end(Path path, boolean ok, ByteRun output) {
        Frame frame = path.frames.removeLast();
        if (!ok) {
            path.world = frame.worldAtEntry;
            while (path.logs.size() > frame.logsAtEntry) {
                path.logs.removeLast();
            }
        }
        if (path.frames.isEmpty()) {
            outcomes.add(new Outcome(
                    ok,
                    path.conditions,
                    path.simplifier.facts(),
                    path.world.simplified(path.simplifier),
                    path.logs,
                    words(path, output),
                    output.size()));
            return false;
        }
        Frame caller = path.frame();
        resume(caller, ok, output, frame.outputOffset, frame.outputSize);
        return true;
    }

    private void resume(Frame caller, boolean ok, ByteRun output, int offset, int size) {
        caller.returnData = output;
        if (size > 0) {
            caller.memory.grow(offset + size);
            int copied = Math.min(size, output.size());
            if (copied > 0) {
                caller.memory.store(offset, output.slice(0, copied));
            }
        }
        caller.push(ok ? terms.one : terms.zero);
        caller.pc++;
    }

    private boolean call(Path path, Opcode opcode) {
        Frame frame = path.frame();
        frame.pop(); // gas
        IntTerm callee = path.ops().and(frame.pop(), terms.constant(BigInteger.TWO.pow(160).subtract(BigInteger.ONE)));
        IntTerm value = opcode == Opcode.CALL ? path.simplifier.simplify(frame.pop()) : terms.zero;
        int inputOffset = place(path, frame.pop(), "the place of call input");
        int inputSize = place(path, frame.pop(), "the size of call input");
        int outputOffset = place(path, frame.pop(), "the place of call output");
        int outputSize = place(path, frame.pop(), "the size of call output");
        if (inputOffset < 0 && inputSize != 0 || inputSize < 0 || outputOffset < 0 && outputSize != 0 || outputSize < 0) {
            return end(path, false, new ByteRun());
        }
        if (value != terms.zero) {
            throw unsupported(path, "a call that sends ether");
        }
        Optional<BigInteger> address = Terms.constantOf(path.simplifier.simplify(callee));
        if (address.isEmpty()) {
            throw unsupported(path, "a call to an address that is not known");
        }
        ByteRun input = inputSize == 0 ? new ByteRun() : frame.memory.slice(inputOffset, inputSize);
        if (inputSize > 0) {
            frame.memory.grow(inputOffset + inputSize);
        }
        if (address.get().signum() > 0 && address.get().bitLength() <= 9 && contracts.codeAt(address.get()).isEmpty()) {
            if (!address.get().equals(BigInteger.valueOf(4))) {
                throw unsupported(path, "the precompile at address " + address.get());
            }
            resume(frame, true, input, outputOffset, outputSize);
            return true;
        }
        Optional<Bytecode> code = contracts.codeAt(address.get());
        if (code.isEmpty()) {
            if (!contracts.isKnown(address.get())) {
                throw unsupported(path, "a call to the address 0x" + address.get().toString(16) + ", where no code is known");
            }
            resume(frame, true, new ByteRun(), outputOffset, outputSize);
            return true;
        }
        if (opcode != Opcode.DELEGATECALL && !contracts.isKnown(address.get())) {
            // Anyone may call it directly, and that is not among the transactions.
            throw unsupported(path, "a call to the contract at 0x" + address.get().toString(16)
                    + ", which setup does not name");
        }
        if (path.frames.size() > 64) {
            throw unsupported(path, "calls nested more than 64 deep");
        }
        if (innerCallsMayFail) {
            Path failing = path.copy();
            resume(failing.frame(), false, new ByteRun(), outputOffset, outputSize);
            open.push(failing);
        }
        boolean delegate = opcode == Opcode.DELEGATECALL;
        IntTerm size = terms.constant(inputSize);
        path.frames.add(new Frame(
                delegate ? frame.contract : contracts.nameOf(address.get()),
                delegate ? frame.address : terms.constant(address.get()),
                code.get(),
                delegate ? frame.caller : frame.address,
                delegate ? frame.value : value,
                new CallData.Known(input, size, terms),
                frame.isStatic || opcode == Opcode.STATICCALL,
                path.world,
                path.logs.size(),
                outputOffset,
                outputSize));
        return true;
    }

    private boolean memoryOrContext(Path path, Opcode opcode) {
        Frame frame = path.frame();
        Words ops = path.ops();
        return switch (opcode) {
            case ADDRESS -> push(frame, frame.address);
            case CALLER -> push(frame, frame.caller);
            case ORIGIN -> push(frame, block.origin());
            case CALLVALUE -> push(frame, frame.value);
            case TIMESTAMP -> push(frame, block.timestamp());
            case NUMBER -> push(frame, block.number());
            case CHAINID -> push(frame, block.chainId());
            case GAS -> push(frame, terms.fresh("gas", Interval.unsigned(63)));
            case GASPRICE, COINBASE, PREVRANDAO, GASLIMIT, BASEFEE, BLOBBASEFEE ->
                push(frame, terms.symbol("block." + opcode, opcode == Opcode.COINBASE ? Interval.unsigned(160) : Words.WORD));
            case BLOCKHASH, BLOBHASH -> push(frame, terms.apply("block." + opcode, List.of(frame.pop()), Words.WORD));
            case SELFBALANCE -> push(frame, path.world.balance(frame.address, path.simplifier));
            case BALANCE -> push(frame, path.world.balance(ops.and(frame.pop(), addressMask()), path.simplifier));
            case CALLDATASIZE -> push(frame, frame.input.size());
            case CALLDATALOAD -> {
                int offset = place(path, frame.pop(), "a place in the call data");
                yield push(frame, offset < 0 ? terms.zero : path.simplifier.simplify(frame.input.word(offset, ops)));
            }
            case CODESIZE -> pushConstant(frame, frame.code.size());
            case RETURNDATASIZE -> pushConstant(frame, frame.returnData.size());
            case EXTCODESIZE, EXTCODEHASH -> externalCode(path, opcode);
            case CALLDATACOPY, CODECOPY, RETURNDATACOPY -> copy(path, opcode);
            case MLOAD -> {
                int offset = place(path, frame.pop(), "a place in memory");
                if (offset < 0) {
                    yield end(path, false, new ByteRun());
                }
                frame.memory.grow(offset + 32);
                yield push(frame, path.simplifier.simplify(frame.memory.word(offset, ops, terms)));
            }
            case MSTORE, MSTORE8 -> {
                int offset = place(path, frame.pop(), "a place in memory");
                IntTerm word = frame.pop();
                if (offset < 0) {
                    yield end(path, false, new ByteRun());
                }
                if (opcode == Opcode.MSTORE) {
                    frame.memory.storeWord(offset, word);
                } else {
                    frame.memory.storeByte(offset, word);
                }
                yield advance(frame);
            }
            case MCOPY -> {
                int to = place(path, frame.pop(), "a place in memory");
                int from = place(path, frame.pop(), "a place in memory");
                int size = place(path, frame.pop(), "a size in memory");
                if (size > 0 && to >= 0 && from >= 0) {
                    frame.memory.grow(from + size);
                    frame.memory.store(to, frame.memory.slice(from, size));
                }
                yield size == 0 || size > 0 && to >= 0 && from >= 0 ? advance(frame) : end(path, false, new ByteRun());
            }
            case KECCAK256 -> {
                int offset = place(path, frame.pop(), "the place of hashed memory");
                int size = place(path, frame.pop(), "the size of hashed memory");
                if (size < 0 || offset < 0 && size > 0) {
                    yield end(path, false, new ByteRun());
                }
                if (size > 0) {
                    frame.memory.grow(offset + size);
                }
                yield push(frame, path.world.slots().hash(size, words(path, frame.memory.slice(Math.max(offset, 0), size))));
            }
            default -> throw unsupported(path, "the opcode " + opcode);
        };
    }

    private IntTerm addressMask() {
        return terms.constant(BigInteger.TWO.pow(160).subtract(BigInteger.ONE));
    }

    private boolean externalCode(Path path, Opcode opcode) {
        Frame frame = path.frame();
        IntTerm account = path.simplifier.simplify(path.ops().and(frame.pop(), addressMask()));
        Optional<BigInteger> address = Terms.constantOf(account);
        Optional<Bytecode> code = address.flatMap(contracts::codeAt);
        if (opcode == Opcode.EXTCODESIZE && code.isPresent()) {
            return pushConstant(frame, code.get().size());
        }
        return push(
                frame,
                terms.apply(
                        "account." + opcode,
                        List.of(account),
                        opcode == Opcode.EXTCODESIZE ? Interval.unsigned(16) : Words.WORD));
    }

    private boolean copy(Path path, Opcode opcode) {
        Frame frame = path.frame();
        int to = place(path, frame.pop(), "a place in memory");
        IntTerm from = path.simplifier.simplify(frame.pop());
        int size = place(path, frame.pop(), "a size in memory");
        if (size == 0 && opcode != Opcode.RETURNDATACOPY) {
            return advance(frame);
        }
        if (to < 0 || size < 0) {
            return end(path, false, new ByteRun());
        }
        int source = place(path, from, "a place to copy from");
        if (opcode == Opcode.RETURNDATACOPY && (source < 0 || source + size > frame.returnData.size())) {
            return end(path, false, new ByteRun());
        }
        ByteRun bytes =
                switch (opcode) {
                    case CALLDATACOPY -> source < 0 ? zeros(size) : frame.input.slice(source, size);
                    case CODECOPY -> {
                        ByteRun code = new ByteRun();
                        code.append(frame.code.toBytes(), terms);
                        yield source < 0 ? zeros(size) : code.slice(source, size);
                    }
                    default -> frame.returnData.slice(source, size);
                };
        frame.memory.store(to, bytes);
        return advance(frame);
    }

    private static ByteRun zeros(int size) {
        return new ByteRun().slice(0, size);
    }
}
