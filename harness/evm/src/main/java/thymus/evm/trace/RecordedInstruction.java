package thymus.evm.trace;

import java.util.ArrayList;
import java.util.List;
import thymus.evm.interpreter.FrameView;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/** The effect of one instruction on the sources of values. */
final class RecordedInstruction {
    private final TraceRecorder recorder;
    private final TraceBuilder formula;
    private final TracedState state;
    private final RecordedFrame frame;
    private final FrameView view;
    private final ValueSource[] operands;

    /**
     * @param view before the instruction
     * @param operands the top of the stack first; null for a constant
     */
    RecordedInstruction(
            TraceRecorder recorder,
            TraceBuilder formula,
            TracedState state,
            RecordedFrame frame,
            FrameView view,
            ValueSource[] operands) {
        this.recorder = recorder;
        this.formula = formula;
        this.state = state;
        this.frame = frame;
        this.view = view;
        this.operands = operands;
    }

    /** @return null for a constant */
    ValueSource result(Opcode opcode) {
        if (opcode.operation().isPresent()) {
            return pure(opcode);
        }
        if (opcode.isPush()) {
            return null;
        }
        switch (opcode) {
            case TIMESTAMP, NUMBER -> {
                return formula.clock(opcode);
            }
            case SLOAD -> {
                return formula.load(view.message().target(), operand(0), view.stack(0));
            }
            case SELFBALANCE -> {
                return formula.balance(view.message().target());
            }
            case BALANCE -> {
                return formula.balance(TraceBytes.address(fixed(0)));
            }
            case EXTCODESIZE -> code(fixed(0));
            case EXTCODECOPY -> {
                code(fixed(0));
                frame.memory.clear(size(1), size(3));
                fixed(2);
            }
            case MLOAD -> {
                return frame.memory.read(size(0));
            }
            case MSTORE -> frame.memory.write(size(0), node(1));
            case MSTORE8 -> {
                fixed(1);
                frame.memory.clear(size(0), 1);
            }
            case CALLDATALOAD -> {
                return frame.input.read(size(0));
            }
            case CALLDATACOPY -> copy(frame.input);
            case RETURNDATACOPY -> copy(frame.returned);
            case MCOPY -> copy(frame.memory);
            case CODECOPY -> {
                fixed(1);
                frame.memory.clear(size(0), size(2));
            }
            case KECCAK256 -> {
                return hash(size(0), size(1));
            }
            case JUMP -> fixed(0);
            case JUMPI -> {
                fixed(0);
                if (operands[1] instanceof ValueSource.Node condition) {
                    formula.decide(condition);
                }
            }
            case CALL, CALLCODE -> call(3);
            case DELEGATECALL, STATICCALL -> call(2);
            case STOP -> recorder.outputIs(recorder.empty());
            case RETURN, REVERT -> recorder.outputIs(frame.memory.part(size(0), size(1)));
            // A trace ends at the first write, so transient storage is empty.
            case TLOAD -> fixed(0);
            case ADDRESS,
                    ORIGIN,
                    CALLER,
                    CALLVALUE,
                    CALLDATASIZE,
                    CODESIZE,
                    GASPRICE,
                    RETURNDATASIZE,
                    COINBASE,
                    GASLIMIT,
                    CHAINID,
                    BASEFEE,
                    BLOBBASEFEE,
                    PC,
                    MSIZE,
                    JUMPDEST,
                    INVALID -> {}
            case SSTORE,
                    TSTORE,
                    LOG0,
                    LOG1,
                    LOG2,
                    LOG3,
                    LOG4,
                    CREATE,
                    CREATE2,
                    SELFDESTRUCT,
                    EXTCODEHASH,
                    BLOCKHASH,
                    BLOBHASH,
                    PREVRANDAO -> recorder.require(false);
            // A test runs every opcode, so only a new opcode without a case reaches this.
            default -> throw new AssertionError("views have no meaning for " + opcode);
        }
        return null;
    }

    private ValueSource pure(Opcode opcode) {
        boolean constant = true;
        List<ValueSource> inputs = new ArrayList<>();
        Word[] words = new Word[operands.length];
        for (int i = 0; i < operands.length; i++) {
            constant &= operands[i] == null;
            inputs.add(operand(i));
            words[i] = view.stack(i);
        }
        return constant
                ? null
                : formula.pure(
                        opcode,
                        List.copyOf(inputs),
                        opcode.operation().orElseThrow().apply(words));
    }

    private ValueSource operand(int index) {
        return operands[index] == null ? new ValueSource.Constant(view.stack(index)) : operands[index];
    }

    private ValueSource.Node node(int index) {
        return operands[index] instanceof ValueSource.Node node ? node : null;
    }

    /** The operand's value, to which the trace is pinned. */
    private Word fixed(int index) {
        if (operands[index] instanceof ValueSource.Node node) {
            formula.pin(node);
        }
        return view.stack(index);
    }

    /** A length or an offset. One beyond all memory halts the frame or has no effect. */
    private long size(int index) {
        return Math.min(fixed(index).clampToLong(), TraceBytes.BEYOND);
    }

    private void copy(SymbolicBytes source) {
        frame.memory.paste(size(0), source.part(size(1), size(2)), size(2));
    }

    private void code(Word account) {
        formula.code(TraceBytes.address(account), state.world().code(TraceBytes.address(account)));
    }

    private ValueSource hash(long offset, long length) {
        if (frame.memory.isConstant(offset, length)) {
            return null;
        }
        SymbolicBytes part = frame.memory.part(offset, length);
        part.align();
        if (length % WordBytes.SIZE != 0 || length > 16 * WordBytes.SIZE) {
            part.pin();
            return null;
        }
        byte[] bytes = view.memory(offset, (int) length);
        List<ValueSource> words = new ArrayList<>();
        for (int at = 0; at < length; at += WordBytes.SIZE) {
            ValueSource.Node node = part.read(at);
            words.add(node == null ? new ValueSource.Constant(TraceBytes.at(bytes, at)) : node);
        }
        return formula.hash(List.copyOf(words), TraceBytes.hash(bytes));
    }

    /** @param input the index of the operand that is the offset of the input */
    private void call(int input) {
        // A call with a fixed gas limit could run out of gas in another state.
        recorder.require(operands[0] instanceof ValueSource.Gas);
        fixed(1);
        if (input == 3) {
            // A call without enough ether starts no frame, and no guard checks balances.
            recorder.require(fixed(2).isZero());
        }
        recorder.nextInputIs(frame.memory.part(size(input), size(input + 1)));
        frame.outputOffset = size(input + 2);
        frame.outputSize = size(input + 3);
        frame.returned = recorder.empty();
    }
}
