package thymus.evm.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.evm.code.Delegation;
import thymus.evm.interpreter.FrameView;
import thymus.evm.interpreter.Gas;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.Opcode;
import thymus.evm.interpreter.Receipt;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.WordBytes;

/**
 * Observes one execution and records how its result depends on the state. It runs symbolically beside the EVM on the
 * sources of values. A value that it does not track is pinned to the current value, which narrows the trace but never
 * makes it wrong. A write, or a fact that no guard can express, ends the trace.
 */
final class TraceRecorder implements Tracer {
    /** The extra gas of a cold slot. */
    private static final long COLD = Gas.COLD_SLOT - Gas.WARM;

    private final TracedState state;
    private final TraceBuilder formula;
    private final Deque<RecordedFrame> frames = new ArrayDeque<>();
    /** The input of the message that is about to start. */
    private SymbolicBytes pending;
    /** The output of the message that is about to end. */
    private SymbolicBytes output;

    private boolean expressible = true;

    TraceRecorder(TracedState state) {
        this.state = state;
        this.formula = new TraceBuilder(state);
        this.pending = empty();
        this.output = empty();
    }

    SymbolicBytes empty() {
        return new SymbolicBytes(formula::pin);
    }

    /**
     * Returns whether gas had no influence: nothing failed for lack of gas, and nothing would if other slots were cold.
     * If it may have had influence, no guard fixes the path and the trace must be discarded.
     *
     * @param limit the gas that the execution had
     */
    boolean isSound(Receipt receipt, long limit) {
        return !formula.failed() && receipt.gasUsed() + COLD * formula.loads() <= limit / 2;
    }

    /** The recorded trace. */
    Trace trace(Receipt receipt) {
        if (!expressible) {
            return formula.ended(new Trace.Ending.Inexpressible());
        }
        if (!receipt.ok()) {
            return formula.ended(new Trace.Ending.Reverted());
        }
        output.align();
        List<ValueSource> words = new ArrayList<>();
        byte[] bytes = receipt.output();
        for (int at = 0; at + WordBytes.SIZE <= bytes.length; at += WordBytes.SIZE) {
            ValueSource.Node node = output.read(at);
            words.add(node == null ? new ValueSource.Constant(TraceBytes.at(bytes, at)) : node);
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
        if (message.kind().creates()
                || !message.value().isZero()
                || Delegation.target(code).isPresent()) {
            expressible = false;
        }
        frames.push(new RecordedFrame(pending, empty(), empty()));
        pending = empty();
    }

    @Override
    public void onReturn(Message message, byte[] bytes, long gasLeft, Optional<String> haltReason) {
        RecordedFrame frame = frames.pop();
        if (!frame.ran) {
            // A precompile, whose computation is not tracked. Nothing else has output without a step.
            frame.input.pin();
            output = empty();
        }
        RecordedFrame parent = frames.peek();
        if (parent != null) {
            parent.returned = output;
            parent.memory.paste(parent.outputOffset, output, Math.min(bytes.length, parent.outputSize));
            output = empty();
        }
    }

    @Override
    public void onStep(FrameView view, Opcode opcode) {
        RecordedFrame frame = frames.peek();
        frame.ran = true;
        if (!expressible || view.stackSize() < opcode.pops()) {
            return;
        }
        expressible = agrees(frame, view) && !formula.failed();
        if (expressible) {
            step(frame, view, opcode);
        }
    }

    /** Returns whether the tracked value on top of the stack is the one that the EVM has. */
    private static boolean agrees(RecordedFrame frame, FrameView view) {
        int top = view.stackSize() - 1;
        return top < 0 || !(frame.get(top) instanceof ValueSource.Node node) || node.word.isEqual(view.stack(0));
    }

    private void step(RecordedFrame frame, FrameView view, Opcode opcode) {
        int size = view.stackSize();
        if (opcode.isDup()) {
            frame.set(size, frame.get(size - opcode.pops()));
        } else if (opcode.isSwap()) {
            ValueSource top = frame.get(size - 1);
            frame.set(size - 1, frame.get(size - opcode.pops()));
            frame.set(size - opcode.pops(), top);
        } else if (opcode == Opcode.POP) {
            return;
        } else if (opcode == Opcode.GAS) {
            frame.set(size, new ValueSource.Gas());
        } else {
            ValueSource[] operands = new ValueSource[opcode.pops()];
            for (int i = 0; i < operands.length; i++) {
                operands[i] = frame.get(size - 1 - i);
            }
            if (!looksAtGas(opcode, operands)) {
                ValueSource result =
                        new RecordedInstruction(this, formula, state, frame, view, operands).result(opcode);
                if (opcode.pushes() == 1) {
                    frame.set(size - operands.length, result);
                }
            }
        }
    }

    /** Marks the execution as inexpressible unless the condition holds. */
    void require(boolean condition) {
        expressible &= condition;
    }

    void outputIs(SymbolicBytes bytes) {
        output = bytes;
    }

    void nextInputIs(SymbolicBytes bytes) {
        pending = bytes;
    }

    private boolean looksAtGas(Opcode opcode, ValueSource[] operands) {
        boolean calls = switch (opcode) {
            case CALL, CALLCODE, DELEGATECALL, STATICCALL -> true;
            default -> false;
        };
        for (int i = calls ? 1 : 0; i < operands.length; i++) {
            expressible &= !(operands[i] instanceof ValueSource.Gas);
        }
        return !expressible;
    }
}
