package thymus.evm.interpreter;

import java.util.Optional;
import thymus.evm.EvmFork;
import thymus.evm.code.Delegation;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Account;

/**
 * CALL, CALLCODE, DELEGATECALL and STATICCALL: their cost and the message that they start. Operands are on the frame's
 * stack.
 */
public final class Calls {
    static final int DEPTH_LIMIT = 1024;

    private Calls() {}

    public static void call(Frame frame, Evm evm) {
        call(Message.Kind.CALL, frame, evm);
    }

    public static void callCode(Frame frame, Evm evm) {
        call(Message.Kind.CALLCODE, frame, evm);
    }

    public static void delegateCall(Frame frame, Evm evm) {
        call(Message.Kind.DELEGATECALL, frame, evm);
    }

    public static void staticCall(Frame frame, Evm evm) {
        call(Message.Kind.STATICCALL, frame, evm);
    }

    private static void call(Message.Kind kind, Frame frame, Evm evm) {
        boolean transfers = kind == Message.Kind.CALL || kind == Message.Kind.CALLCODE;
        Word wanted = frame.pop();
        Address code = Address.of(frame.pop());
        Word value = transfers ? frame.pop() : Word.ZERO;
        Word inputOffset = frame.pop();
        Word inputSize = frame.pop();
        Word outputOffset = frame.pop();
        Word outputSize = frame.pop();
        boolean sends = !value.isZero();
        if (kind == Message.Kind.CALL && sends) {
            frame.requireMutable();
        }
        frame.expandMemory(inputOffset, inputSize);
        frame.expandMemory(outputOffset, outputSize);
        Account callee = evm.world().account(code);
        chargeCallee(kind, frame, evm, callee, sends);

        long available = frame.gas - frame.gas / 64;
        long gas = Math.min(wanted.clampToLong(), available);
        frame.gas -= gas;
        if (sends) {
            gas += Gas.STIPEND;
        }
        frame.returnData = Frame.NOTHING;
        int depth = frame.message.depth() + 1;
        if (depth > DEPTH_LIMIT || (sends && frame.self.balance().isBelow(value))) {
            frame.gas += gas;
            frame.push(Word.ZERO);
            return;
        }
        frame.outputOffset = (int) outputOffset.toLong();
        frame.outputSize = (int) outputSize.toLong();
        frame.pending = message(kind, frame, code, value, frame.memory.copy(inputOffset, inputSize), gas, depth);
        frame.pendingTarget = frame.pending.target() == code ? callee : frame.self;
        frame.state = Frame.State.CALLING;
    }

    private static void chargeCallee(Message.Kind kind, Frame frame, Evm evm, Account callee, boolean sends) {
        long cost = AccountOperations.accessCost(evm, callee);
        if (sends) {
            cost += Gas.CALL_VALUE;
            if (kind == Message.Kind.CALL && callee.isEmpty()) {
                cost += Gas.NEW_ACCOUNT;
            }
        }
        frame.charge(cost);
        if (evm.fork().includes(EvmFork.PRAGUE)) {
            Optional<Address> delegate = Delegation.target(callee.code());
            if (delegate.isPresent()) {
                frame.charge(AccountOperations.accessCost(evm, evm.world().account(delegate.get())));
            }
        }
    }

    private static Message message(
            Message.Kind kind, Frame frame, Address code, Word value, byte[] input, long gas, int depth) {
        Message parent = frame.message;
        Address self = frame.self.address();
        return switch (kind) {
            case CALL -> new Message(kind, self, code, code, value, input, gas, parent.isStatic(), depth);
            case CALLCODE -> new Message(kind, self, self, code, value, input, gas, parent.isStatic(), depth);
            case DELEGATECALL ->
                new Message(kind, parent.sender(), self, code, parent.value(), input, gas, parent.isStatic(), depth);
            case STATICCALL -> new Message(kind, self, code, code, Word.ZERO, input, gas, true, depth);
            case CREATE, CREATE2 -> throw new AssertionError(kind);
        };
    }
}
