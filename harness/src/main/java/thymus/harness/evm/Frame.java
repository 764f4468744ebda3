package thymus.harness.evm;

import thymus.harness.word.Word;
import thymus.harness.world.Account;

/** The state of one running message. Frames are reused: one per depth. */
final class Frame implements FrameView {
    static final byte[] NOTHING = new byte[0];
    static final int STACK_LIMIT = 1024;

    enum State { RUNNING, CALLING, RETURNED, REVERTED }

    final Memory memory;
    final Word[] stack = new Word[STACK_LIMIT];
    int stackSize;
    int pc;
    long gas;
    State state;
    Message message;
    Bytecode code;
    Account self;
    byte[] returnData;
    byte[] output;
    /** Of the world, at the frame's start. */
    int snapshot;
    /** Where the parent of a call wants the output. */
    int outputOffset;
    int outputSize;
    /** What the frame wants to start, while it is CALLING. */
    Message pending;

    Frame(Memory.Budget budget) {
        memory = new Memory(budget);
    }

    void begin(Message message, Bytecode code, Account self, int snapshot) {
        this.message = message;
        this.code = code;
        this.self = self;
        this.snapshot = snapshot;
        gas = message.gas();
        state = State.RUNNING;
        stackSize = 0;
        pc = 0;
        returnData = NOTHING;
        output = NOTHING;
    }

    void end() {
        memory.reset();
        pending = null;
    }

    Word pop() {
        return stack[--stackSize];
    }

    void push(Word value) {
        stack[stackSize++] = value;
    }

    void charge(long amount) {
        gas -= amount;
        if (gas < 0) {
            throw Halt.OUT_OF_GAS.exception;
        }
    }

    void expandMemory(Word offset, Word length) {
        gas = memory.expand(offset, length, gas);
    }

    void requireMutable() {
        if (message.isStatic()) {
            throw Halt.STATIC_CHANGE.exception;
        }
    }

    @Override
    public Message message() {
        return message;
    }

    @Override
    public Bytecode code() {
        return code;
    }

    @Override
    public int pc() {
        return pc;
    }

    @Override
    public long gasLeft() {
        return gas;
    }

    @Override
    public int stackSize() {
        return stackSize;
    }

    @Override
    public Word stack(int depth) {
        return stack[stackSize - 1 - depth];
    }

    @Override
    public int memorySize() {
        return memory.size();
    }

    @Override
    public byte[] memory(long offset, int length) {
        byte[] copy = new byte[length];
        int available = (int) Math.clamp(memory.size() - offset, 0L, (long) length);
        if (available > 0) {
            System.arraycopy(memory.bytes(), (int) offset, copy, 0, available);
        }
        return copy;
    }
}
