package thymus.evm.interpreter;

import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Word;
import thymus.evm.state.Account;

/**
 * The state of one running message. Frames are reused, one per call depth. The class is public because compiled code
 * lives in other class loaders.
 */
public final class Frame implements FrameView {
    /** The number of backward jumps after which an interpreted frame asks whether its code has been compiled. */
    public static final int BACK_JUMP_LIMIT = 1000;

    public static final int STACK_LIMIT = 1024;
    static final byte[] NOTHING = new byte[0];

    enum State {
        RUNNING,
        CALLING,
        RETURNED,
        REVERTED
    }

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
    /** The world's checkpoint at the start of the frame. */
    long checkpoint;
    /** The memory offset at which the parent of a call receives the output. */
    int outputOffset;

    int outputSize;
    /** The message that the frame starts while its state is CALLING. */
    Message pending;
    /** The account of the pending message's target. */
    Account pendingTarget;

    CompiledCode compiled;
    Coverage.Blocks coverage;
    int backJumpsLeft;

    Frame(Memory.Budget budget) {
        memory = new Memory(budget);
    }

    void begin(Message message, Bytecode code, Account self, long checkpoint, Coverage.Blocks coverage) {
        this.message = message;
        this.code = code;
        this.coverage = coverage;
        this.self = self;
        this.checkpoint = checkpoint;
        gas = message.gas();
        state = State.RUNNING;
        stackSize = 0;
        pc = 0;
        returnData = NOTHING;
        output = NOTHING;
    }

    /** Leaves the interpreter at the start of a basic block. */
    void suspend(int pc, int stackSize, long gas) {
        this.pc = pc;
        this.stackSize = stackSize;
        this.gas = gas;
    }

    void end() {
        memory.reset();
        pending = null;
        pendingTarget = null;
    }

    /** The stack array, with {@link #STACK_LIMIT} slots, the lowest first. */
    public Word[] stack() {
        return stack;
    }

    /** The coverage flags of the frame's code. */
    public Coverage.Blocks coverage() {
        return coverage;
    }

    /**
     * Charges a block in advance.
     *
     * @param reserve the gas that must be left
     * @return whether there is enough; otherwise nothing is charged
     */
    public boolean pay(long amount, long reserve) {
        long left = gas - amount;
        if (left < reserve) {
            return false;
        }
        gas = left;
        return true;
    }

    /**
     * Refunds the prepaid gas of the rest of the block, so that an instruction sees the exact gas, or charges it again
     * if negative.
     */
    public void addGas(long amount) {
        gas += amount;
    }

    /** Sets the pc and the stack height with which the frame continues. */
    public void leaveAt(int pc, int stackSize) {
        this.pc = pc;
        this.stackSize = stackSize;
    }

    /** Sets the pc at which the frame continues. */
    public void goOnAt(int pc) {
        this.pc = pc;
    }

    /** Returns whether the frame has neither ended nor started another one. */
    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Reads a stack slot. A slot that does not exist gives any word, because the caller does not use it. */
    public Word peek(int index) {
        return index >= 0 ? stack[index] : Word.ZERO;
    }

    /** Writes a stack slot if it exists. */
    public void poke(int index, Word value) {
        if (index >= 0 && index < STACK_LIMIT) {
            stack[index] = value;
        }
    }

    /** The pc that a JUMP to the word reaches. Halts the frame if there is no JUMPDEST. */
    public int jumpTarget(Word to) {
        int target = code.jumpTarget(to);
        if (target < 0) {
            throw Halt.BAD_JUMP.exception;
        }
        return target;
    }

    Word pop() {
        return stack[--stackSize];
    }

    void push(Word value) {
        stack[stackSize++] = value;
    }

    /** Charges gas. Halts the frame if there is too little. */
    public void charge(long amount) {
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
