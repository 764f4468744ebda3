package thymus.harness.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import thymus.harness.abi.AbiWord;
import thymus.harness.evm.Bytecode;
import thymus.harness.evm.Delegation;
import thymus.harness.evm.FrameView;
import thymus.harness.evm.Message;
import thymus.harness.evm.Opcode;
import thymus.harness.evm.Receipt;
import thymus.harness.evm.Tracer;
import thymus.harness.word.Word;

/**
 * Watches one execution and notes how its result comes from the state: a second machine that runs beside the EVM on where
 * values come from. What it does not follow it pins to the value at hand, which narrows the formula and never makes it wrong;
 * what changes the state, or what no guard could hold, ends it.
 */
final class Recorder implements Tracer {
    /** What a slot costs more where it is cold. */
    private static final long COLD = 2000;

    private final Readable state;
    private final Formula formula;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private SymbolicBytes pending;
    private SymbolicBytes output;
    private boolean expressible = true;

    /** Where the values of one running message come from; null for what is constant. */
    private final class Frame {
        Value[] stack = new Value[64];
        final SymbolicBytes memory = empty();
        final SymbolicBytes input;
        SymbolicBytes returned = empty();
        long outputOffset;
        long outputSize;
        boolean ran;

        Frame(SymbolicBytes input) {
            this.input = input;
        }

        void set(int index, Value value) {
            if (index >= stack.length) {
                stack = Arrays.copyOf(stack, Math.max(index + 1, 2 * stack.length));
            }
            stack[index] = value;
        }

        Value get(int index) {
            return index < stack.length ? stack[index] : null;
        }
    }

    Recorder(Readable state) {
        this.state = state;
        this.formula = new Formula(state);
        this.pending = empty();
        this.output = empty();
    }

    private SymbolicBytes empty() {
        return new SymbolicBytes(formula::pin);
    }

    /**
     * Whether gas had no part in what was seen: nothing failed for want of it, and nothing would where other slots are cold.
     * Else no guard holds what decides the way, and the trace must not be kept.
     *
     * @param limit the gas that the execution had
     */
    boolean isSound(Receipt receipt, long limit) {
        return !formula.failed() && receipt.gasUsed() + COLD * formula.loads() <= limit / 2;
    }

    /** What was seen. */
    Trace trace(Receipt receipt) {
        if (!expressible) {
            return formula.ended(new Trace.Ending.Inexpressible());
        }
        if (!receipt.ok()) {
            return formula.ended(new Trace.Ending.Reverted());
        }
        output.align();
        List<Value> words = new ArrayList<>();
        byte[] bytes = receipt.output();
        for (int at = 0; at + AbiWord.SIZE <= bytes.length; at += AbiWord.SIZE) {
            Value.Node node = output.read(at);
            words.add(node == null ? new Value.Constant(Words.at(bytes, at)) : node);
        }
        return formula.returned(words, bytes.length);
    }

    @Override
    public boolean wantsSteps() {
        return true;
    }

    @Override
    public void onCall(Message message) {
        Bytecode code = state.world().code(message.code());
        formula.code(message.code(), code);
        if (message.kind().creates() || !message.value().isZero() || Delegation.target(code).isPresent()) {
            expressible = false;
        }
        frames.push(new Frame(pending));
        pending = empty();
    }

    @Override
    public void onReturn(Message message, byte[] bytes, long gasLeft, Optional<String> haltReason) {
        Frame frame = frames.pop();
        if (!frame.ran) {
            // A precompile: what it made of its input is not followed. Nothing else gives output without a step.
            frame.input.pin();
            output = empty();
        }
        Frame parent = frames.peek();
        if (parent != null) {
            parent.returned = output;
            parent.memory.paste(parent.outputOffset, output, Math.min(bytes.length, parent.outputSize));
            output = empty();
        }
    }

    @Override
    public void onStep(FrameView view, Opcode opcode) {
        Frame frame = frames.peek();
        frame.ran = true;
        if (!expressible || view.stackSize() < opcode.pops()) {
            return;
        }
        expressible = agrees(frame, view) && !formula.failed();
        if (expressible) {
            step(frame, view, opcode);
        }
    }

    /** The second machine holds what the first one does. */
    private static boolean agrees(Frame frame, FrameView view) {
        int top = view.stackSize() - 1;
        return top < 0 || !(frame.get(top) instanceof Value.Node node) || node.word.isEqual(view.stack(0));
    }

    private void step(Frame frame, FrameView view, Opcode opcode) {
        int size = view.stackSize();
        if (opcode.isDup()) {
            frame.set(size, frame.get(size - opcode.pops()));
        } else if (opcode.isSwap()) {
            Value top = frame.get(size - 1);
            frame.set(size - 1, frame.get(size - opcode.pops()));
            frame.set(size - opcode.pops(), top);
        } else if (opcode == Opcode.POP) {
            return;
        } else if (opcode == Opcode.GAS) {
            frame.set(size, new Value.Gas());
        } else {
            Value[] operands = new Value[opcode.pops()];
            for (int i = 0; i < operands.length; i++) {
                operands[i] = frame.get(size - 1 - i);
            }
            if (!looksAtGas(opcode, operands)) {
                Value result = new Semantics(frame, view, operands).result(opcode);
                if (opcode.pushes() == 1) {
                    frame.set(size - operands.length, result);
                }
            }
        }
    }

    private boolean looksAtGas(Opcode opcode, Value[] operands) {
        boolean calls = switch (opcode) {
            case CALL, CALLCODE, DELEGATECALL, STATICCALL -> true;
            default -> false;
        };
        for (int i = calls ? 1 : 0; i < operands.length; i++) {
            expressible &= !(operands[i] instanceof Value.Gas);
        }
        return !expressible;
    }

    /** One instruction. */
    private final class Semantics {
        private final Frame frame;
        private final FrameView view;
        private final Value[] operands;

        Semantics(Frame frame, FrameView view, Value[] operands) {
            this.frame = frame;
            this.view = view;
            this.operands = operands;
        }

        /** @return null for a constant */
        Value result(Opcode opcode) {
            if (opcode.operation().isPresent()) {
                return pure(opcode);
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
                    return formula.balance(Words.address(fixed(0)));
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
                    if (operands[1] instanceof Value.Node condition) {
                        formula.decide(condition);
                    }
                }
                case CALL, CALLCODE -> call(3);
                case DELEGATECALL, STATICCALL -> call(2);
                case STOP -> output = empty();
                case RETURN, REVERT -> output = frame.memory.part(size(0), size(1));
                // As long as the formula ends where something is written, there is nothing in transient storage.
                case TLOAD -> fixed(0);
                case ADDRESS, ORIGIN, CALLER, CALLVALUE, CALLDATASIZE, CODESIZE, GASPRICE, RETURNDATASIZE, COINBASE,
                        GASLIMIT, CHAINID, BASEFEE, BLOBBASEFEE, PC, MSIZE, JUMPDEST, INVALID -> {}
                default -> expressible &= opcode.isPush();
            }
            return null;
        }

        private Value pure(Opcode opcode) {
            boolean constant = true;
            List<Value> inputs = new ArrayList<>();
            Word[] words = new Word[operands.length];
            for (int i = 0; i < operands.length; i++) {
                constant &= operands[i] == null;
                inputs.add(operand(i));
                words[i] = view.stack(i);
            }
            return constant
                    ? null
                    : formula.pure(opcode, List.copyOf(inputs), opcode.operation().orElseThrow().apply(words));
        }

        private Value operand(int index) {
            return operands[index] == null ? new Value.Constant(view.stack(index)) : operands[index];
        }

        private Value.Node node(int index) {
            return operands[index] instanceof Value.Node node ? node : null;
        }

        /** The operand as it is now, and as it has to be for this formula. */
        private Word fixed(int index) {
            if (operands[index] instanceof Value.Node node) {
                formula.pin(node);
            }
            return view.stack(index);
        }

        /** A length or an offset; one beyond all memory halts the frame, or speaks of nothing. */
        private long size(int index) {
            return Math.min(fixed(index).clampToLong(), Words.BEYOND);
        }

        private void copy(SymbolicBytes source) {
            frame.memory.paste(size(0), source.part(size(1), size(2)), size(2));
        }

        private void code(Word account) {
            formula.code(Words.address(account), state.world().code(Words.address(account)));
        }

        private Value hash(long offset, long length) {
            if (frame.memory.isConstant(offset, length)) {
                return null;
            }
            SymbolicBytes part = frame.memory.part(offset, length);
            part.align();
            if (length % AbiWord.SIZE != 0 || length > 16 * AbiWord.SIZE) {
                part.pin();
                return null;
            }
            byte[] bytes = view.memory(offset, (int) length);
            List<Value> words = new ArrayList<>();
            for (int at = 0; at < length; at += AbiWord.SIZE) {
                Value.Node node = part.read(at);
                words.add(node == null ? new Value.Constant(Words.at(bytes, at)) : node);
            }
            return formula.hash(List.copyOf(words), Words.hash(bytes));
        }

        /** @param input the index of the operand that is the offset of the input */
        private void call(int input) {
            // With a number of its own it could fail for want of gas in another state.
            expressible = operands[0] instanceof Value.Gas;
            fixed(1);
            if (input == 3) {
                // Without enough ether no frame starts, and no guard says who has enough.
                expressible &= fixed(2).isZero();
            }
            pending = frame.memory.part(size(input), size(input + 1));
            frame.outputOffset = size(input + 2);
            frame.outputSize = size(input + 3);
            frame.returned = empty();
        }
    }
}
