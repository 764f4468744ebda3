package thymus.evm.interpreter;

import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.evm.state.Account;
import thymus.evm.state.World;

/** CREATE and CREATE2, with operands on the frame's stack, and the deposit of the code that a creation returns. */
public final class Creations {
    static final int CODE_LIMIT = 24576;
    static final int INIT_CODE_LIMIT = 2 * CODE_LIMIT;

    private Creations() {}

    /** CREATE. */
    public static void create(Frame frame, Evm evm) {
        create(false, frame, evm);
    }

    /** CREATE2 (EIP-1014). */
    public static void create2(Frame frame, Evm evm) {
        create(true, frame, evm);
    }

    private static void create(boolean salted, Frame frame, Evm evm) {
        frame.requireMutable();
        Word value = frame.pop();
        Word offset = frame.pop();
        Word size = frame.pop();
        Word salt = salted ? frame.pop() : Word.ZERO;
        if (size.clampToLong() > INIT_CODE_LIMIT) {
            throw Halt.INIT_CODE_TOO_LARGE.exception;
        }
        // EIP-3860: two gas per word of init code; CREATE2 also hashes it, for six more.
        frame.charge(Gas.perWord(size, salted ? 8 : 2));
        frame.expandMemory(offset, size);
        frame.returnData = Frame.NOTHING;
        Account self = frame.self;
        int depth = frame.message.depth() + 1;
        if (depth > Calls.DEPTH_LIMIT || self.balance().isBelow(value) || self.nonce() == -1L) {
            frame.push(Word.ZERO);
            return;
        }
        byte[] initCode = frame.memory.copy(offset, size);
        Address target = salted
                ? Address.created2(self.address(), salt, Keccak.hash(initCode))
                : Address.created(self.address(), self.nonce());
        long gas = frame.gas - frame.gas / 64;
        frame.gas -= gas;
        World world = evm.world();
        world.setNonce(self, self.nonce() + 1);
        Account created = world.account(target);
        world.transaction().warm(created);
        frame.outputSize = 0;
        frame.pending = new Message(
                salted ? Message.Kind.CREATE2 : Message.Kind.CREATE,
                self.address(),
                target,
                target,
                value,
                initCode,
                gas,
                false,
                depth);
        frame.pendingTarget = created;
        frame.state = Frame.State.CALLING;
    }

    /** Charges for the returned code and installs it. */
    static void deposit(Frame frame, World world) {
        byte[] code = frame.output;
        if (code.length > 0 && code[0] == (byte) 0xef) {
            throw Halt.CODE_STARTS_WITH_EF.exception;
        }
        if (code.length > CODE_LIMIT) {
            throw Halt.CODE_TOO_LARGE.exception;
        }
        frame.charge(Gas.CODE_DEPOSIT_PER_BYTE * code.length);
        world.setCode(frame.self, Bytecode.of(code));
    }
}
