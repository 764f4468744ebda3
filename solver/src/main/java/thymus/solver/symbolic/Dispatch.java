package thymus.solver.symbolic;

import static thymus.evm.interpreter.Frame.STACK_LIMIT;

import thymus.evm.interpreter.Opcode;
import thymus.solver.term.IntTerm;

/**
 * Maps each opcode to its handler. A handler pops its operands, pushes its results and returns whether the path
 * continues.
 */
final class Dispatch {
    private final Returns returns;
    private final ControlFlow flow;
    private final Calls calls;
    private final Creations creations;
    private final MemoryOperations memory;
    private final StateOperations state;
    private final ContextOperations context;
    private final ShiftCases shifts;

    Dispatch(
            Returns returns,
            ControlFlow flow,
            Calls calls,
            Creations creations,
            MemoryOperations memory,
            StateOperations state,
            ContextOperations context,
            ShiftCases shifts) {
        this.returns = returns;
        this.flow = flow;
        this.calls = calls;
        this.creations = creations;
        this.memory = memory;
        this.state = state;
        this.context = context;
        this.shifts = shifts;
    }

    /** @return whether the path continues */
    boolean step(Path path) {
        Frame frame = path.frame();
        if (frame.pc >= frame.code.size()) {
            return returns.end(path, true, CallData.none(path.terms));
        }
        Opcode opcode = Opcode.at(frame.code, frame.pc);
        if (!frame.isKnownUpTo(frame.pc + 1 + opcode.immediateBytes())) {
            throw path.unsupported("code of a created contract that is not known");
        }
        if (frame.stack.size() < opcode.pops() || frame.stack.size() - opcode.pops() + opcode.pushes() > STACK_LIMIT) {
            return returns.fail(path);
        }
        if (ShiftCases.isShift(opcode) && !shifts.fork(path, opcode)) {
            return false;
        }
        path.gas.ifPresent(gas -> gas.charge(path, opcode));
        if (PureOperations.contains(opcode)) {
            return pure(path, opcode);
        }
        if (opcode.isPush()) {
            frame.push(frame.immediate());
            frame.pc += 1 + opcode.immediateBytes();
            return true;
        }
        if (opcode.isDup()) {
            return frame.pushAndAdvance(frame.stack.get(frame.stack.size() - opcode.pops()));
        }
        if (opcode.isSwap()) {
            return swap(frame, frame.stack.size() - opcode.pops());
        }
        if (opcode.isLog()) {
            return state.log(path, opcode.pops() - 2);
        }
        return switch (opcode) {
            case STOP -> returns.end(path, true, CallData.none(path.terms));
            case RETURN -> returns.finish(path, true);
            case REVERT -> returns.finish(path, false);
            case INVALID -> returns.invalid(path);
            case JUMP -> flow.jump(path, frame.pop());
            case JUMPI -> flow.branch(path);
            case JUMPDEST -> flow.destination(path);
            case POP -> {
                frame.pop();
                yield frame.advance();
            }
            case CALL, STATICCALL, DELEGATECALL -> calls.call(path, opcode);
            case SLOAD, TLOAD -> state.load(path, opcode);
            case SSTORE, TSTORE -> state.store(path, opcode);
            case MLOAD -> memory.load(path);
            case MSTORE, MSTORE8 -> memory.store(path, opcode);
            case MCOPY -> memory.move(path);
            case KECCAK256 -> memory.hash(path);
            case CALLDATACOPY, CODECOPY, RETURNDATACOPY -> memory.copy(path, opcode);
            case EXTCODESIZE, EXTCODEHASH -> context.externalCode(path, opcode);
            case BALANCE -> context.balance(path);
            case CALLDATALOAD -> context.callData(path);
            case BLOCKHASH, BLOBHASH -> context.hashOfBlock(path, opcode);
            case PC,
                    MSIZE,
                    ADDRESS,
                    CALLER,
                    ORIGIN,
                    CALLVALUE,
                    SELFBALANCE,
                    CALLDATASIZE,
                    CODESIZE,
                    RETURNDATASIZE,
                    TIMESTAMP,
                    NUMBER,
                    CHAINID,
                    GAS,
                    GASPRICE,
                    COINBASE,
                    PREVRANDAO,
                    GASLIMIT,
                    BASEFEE,
                    BLOBBASEFEE -> frame.pushAndAdvance(context.read(path, opcode));
            case CREATE, CREATE2 -> creations.create(path, opcode);
            case SELFDESTRUCT, CALLCODE, EXTCODECOPY -> throw path.unsupported("the opcode " + opcode);
            // A test executes every opcode, so this is reached only for a new opcode without a handler.
            default -> throw new AssertionError("symbolic execution has no meaning for " + opcode);
        };
    }

    private static boolean pure(Path path, Opcode opcode) {
        Frame frame = path.frame();
        IntTerm[] operands = new IntTerm[opcode.pops()];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = frame.pop();
        }
        return frame.pushAndAdvance(
                PureOperations.apply(opcode, path.ops(), operands, path.terms).orElseThrow());
    }

    private static boolean swap(Frame frame, int other) {
        IntTerm top = frame.stack.getLast();
        frame.stack.set(frame.stack.size() - 1, frame.stack.get(other));
        frame.stack.set(other, top);
        return frame.advance();
    }
}
