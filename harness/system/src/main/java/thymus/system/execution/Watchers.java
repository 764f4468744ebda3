package thymus.system.execution;

import java.util.Optional;
import thymus.evm.interpreter.FrameView;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.Opcode;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;

/** Combines two tracers. */
record Watchers(Tracer first, Tracer second) implements Tracer {
    static Tracer of(Tracer first, Tracer second) {
        return second == Tracer.NONE ? first : new Watchers(first, second);
    }

    @Override
    public boolean wantsSteps() {
        return first.wantsSteps() || second.wantsSteps();
    }

    @Override
    public void onStep(FrameView frame, Opcode opcode) {
        if (first.wantsSteps()) {
            first.onStep(frame, opcode);
        }
        if (second.wantsSteps()) {
            second.onStep(frame, opcode);
        }
    }

    @Override
    public void onCall(Message message) {
        first.onCall(message);
        second.onCall(message);
    }

    @Override
    public void onReturn(Message message, byte[] output, long gasLeft, Optional<String> haltReason) {
        first.onReturn(message, output, gasLeft, haltReason);
        second.onReturn(message, output, gasLeft, haltReason);
    }

    @Override
    public void onDestroy(Address account, Address heir, Word balance) {
        first.onDestroy(account, heir, balance);
        second.onDestroy(account, heir, balance);
    }

    @Override
    public void onSload(Address account, Word slot, Word value) {
        first.onSload(account, slot, value);
        second.onSload(account, slot, value);
    }

    @Override
    public void onSstore(Address account, Word slot, Word before, Word after) {
        first.onSstore(account, slot, before, after);
        second.onSstore(account, slot, before, after);
    }

    @Override
    public void onLog(Log log) {
        first.onLog(log);
        second.onLog(log);
    }

    @Override
    public void onKeccak(byte[] memory, int from, int length, Word hash) {
        first.onKeccak(memory, from, length, hash);
        second.onKeccak(memory, from, length, hash);
    }
}
