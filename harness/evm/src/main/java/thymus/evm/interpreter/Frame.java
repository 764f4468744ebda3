package thymus.evm.interpreter;

import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Word;
import thymus.evm.state.Account;

/**
 * The state of one running message. Frames are reused: one per depth. Public for compiled code, which lives in class loaders
 * of its own.
 */
public final class Frame implements FrameView {
    /** After how many jumps back an interpreted frame asks whether its code is compiled by now. */
    public static final int PATIENCE = 1000;

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
    /** Of the world, at the frame's start. */
    long checkpoint;
    /** Where the parent of a call wants the output. */
    int outputOffset;

    int outputSize;
    /** What the frame wants to start, while it is CALLING. */
    Message pending;
    /** The account of its target. */
    Account pendingTarget;

    CompiledCode compiled;
    Coverage.Blocks coverage;
    int patience;

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

    /** Leaves the interpreter at the start of a block. */
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

    /** Of {@link #STACK_LIMIT} places, the lowest first. */
    public Word[] stack() {
        return stack;
    }

    public Coverage.Blocks coverage() {
        return coverage;
    }

    /**
     * Pays for a block in advance.
     *
     * @param reserve what has to be left
     * @return whether there is enough; otherwise nothing is paid
     */
    public boolean pay(long amount, long reserve) {
        long left = gas - amount;
        if (left < reserve) {
            return false;
        }
        gas = left;
        return true;
    }

    /** Gives back what the rest of a block will cost, while an instruction looks at the exact gas; or takes it again. */
    public void addGas(long amount) {
        gas += amount;
    }

    /** Where the frame goes on, with this much stack. */
    public void leaveAt(int pc, int stackSize) {
        this.pc = pc;
        this.stackSize = stackSize;
    }

    public void goOnAt(int pc) {
        this.pc = pc;
    }

    /** Whether no instruction has ended the frame or started another one. */
    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** A place of the stack that may not exist: then anything, since nothing will use it. */
    public Word peek(int index) {
        return index >= 0 ? stack[index] : Word.ZERO;
    }

    /** Writes a place of the stack where it exists. */
    public void poke(int index, Word value) {
        if (index >= 0 && index < STACK_LIMIT) {
            stack[index] = value;
        }
    }

    /** The place that a JUMP to the word goes to; fails where there is no JUMPDEST. */
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

    /** Takes gas; fails where there is too little. */
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
