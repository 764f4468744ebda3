package thymus.evm.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.evm.EvmException;
import thymus.evm.EvmFork;
import thymus.evm.code.Bytecode;
import thymus.evm.code.Delegation;
import thymus.evm.precompile.Precompile;
import thymus.evm.precompile.Precompiles;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.KeccakCache;
import thymus.evm.primitive.Word;
import thymus.evm.state.Account;
import thymus.evm.state.World;

/**
 * Executes messages over a world. Frames are kept on an explicit stack, so 1024 nested calls need no more Java stack
 * than one. Not for use by several threads.
 */
public final class Evm {
    private final World world;
    private final EvmFork fork;
    private final Precompiles precompiles;
    private final Tiers tiers;
    private final KeccakCache hashes = new KeccakCache();
    private final Memory.Budget memoryBudget = new Memory.Budget();
    private final List<Frame> frames = new ArrayList<>();
    private BlockContext block;
    private TransactionContext transaction;
    private Tracer tracer = Tracer.NONE;
    private Coverage coverage = Coverage.NONE;
    private int depth;
    private MessageResult last;

    /**
     * An EVM over one world.
     *
     * @param tiers decides which code runs compiled
     */
    public Evm(World world, EvmFork fork, Tiers tiers) {
        this.world = world;
        this.fork = fork;
        this.tiers = tiers;
        precompiles = Precompiles.of(fork);
    }

    World world() {
        return world;
    }

    EvmFork fork() {
        return fork;
    }

    /** Halts the frame if the fork is older than the instruction. */
    public void require(EvmFork since) {
        if (!fork.includes(since)) {
            throw Halt.BAD_INSTRUCTION.exception;
        }
    }

    BlockContext block() {
        return block;
    }

    TransactionContext transaction() {
        return transaction;
    }

    Tracer tracer() {
        return tracer;
    }

    KeccakCache hashes() {
        return hashes;
    }

    /** Sets the tracer of all later execution. */
    public void setTracer(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Sets the coverage map of all later execution. Not allowed during a message. */
    public void setCoverage(Coverage coverage) {
        this.coverage = coverage;
    }

    /** Executes a message like {@link #execute(Message, Account, BlockContext, TransactionContext)}. */
    public MessageResult execute(Message message, BlockContext block, TransactionContext transaction) {
        return execute(message, world.account(message.target()), block, transaction);
    }

    /**
     * Executes a message and reverts its effects if it fails. It does not charge the sender for gas or raise its nonce.
     *
     * @param message of depth 0
     * @param target the account of the message's target
     * @throws EvmException if the program needs something unsupported, such as a precompile; the world is then left
     *     mid-message and must be rolled back
     */
    public MessageResult execute(Message message, Account target, BlockContext block, TransactionContext transaction) {
        this.block = block;
        this.transaction = transaction;
        reset();
        start(message, target);
        while (depth > 0) {
            Frame frame = frames.get(depth - 1);
            try {
                run(frame);
            } catch (Halt.HaltException failed) {
                fail(frame, failed.halt);
                continue;
            }
            switch (frame.state) {
                case CALLING -> {
                    frame.state = Frame.State.RUNNING;
                    start(frame.pending, frame.pendingTarget);
                }
                case RETURNED -> succeed(frame);
                case REVERTED -> {
                    world.revert(frame.checkpoint);
                    leave(frame, new MessageResult(frame.output, frame.gas, Optional.of(Halt.REVERT.text)));
                }
                case RUNNING -> {
                    frame.compiled = tiers.repeat(frame.code);
                    frame.backJumpsLeft = Frame.BACK_JUMP_LIMIT;
                }
            }
        }
        return last;
    }

    private void run(Frame frame) {
        if (frame.compiled == CompiledCode.NONE || tracer.wantsSteps()) {
            Interpreter.run(frame, this);
            return;
        }
        frame.compiled.run(frame, this);
        if (frame.state == Frame.State.RUNNING) {
            Interpreter.run(frame, this);
        }
    }

    /** An earlier execution that threw may have left frames. */
    private void reset() {
        while (depth > 0) {
            frames.get(--depth).end();
        }
    }

    private void start(Message message, Account target) {
        tracer.onCall(message);
        long checkpoint = world.checkpoint();
        if (message.kind().creates()) {
            startCreation(message, target, checkpoint);
            return;
        }
        if (message.kind() == Message.Kind.CALL && !message.value().isZero()) {
            world.transfer(world.account(message.sender()), target, message.value());
        }
        Optional<Precompile> precompile = precompiles.at(message.code());
        if (precompile.isPresent()) {
            runPrecompile(precompile.get(), message, checkpoint);
            return;
        }
        Bytecode code = codeOf(message, target);
        if (code.size() == 0) {
            deliver(message, new MessageResult(Frame.NOTHING, message.gas(), Optional.empty()));
        } else {
            enter(message, code, target, checkpoint);
        }
    }

    private Bytecode codeOf(Message message, Account target) {
        Bytecode code = message.code() == message.target() ? target.code() : world.code(message.code());
        Optional<Address> delegate = fork.includes(EvmFork.PRAGUE) ? Delegation.target(code) : Optional.empty();
        return delegate.isPresent() ? world.code(delegate.get()) : code;
    }

    private void startCreation(Message message, Account target, long checkpoint) {
        if (!world.isVacant(target)) {
            deliver(message, new MessageResult(Frame.NOTHING, 0, Optional.of(Halt.COLLISION.text)));
            return;
        }
        world.transaction().markCreated(target);
        world.setNonce(target, 1);
        world.transfer(world.account(message.sender()), target, message.value());
        enter(message, Bytecode.of(message.input()), target, checkpoint);
    }

    private void enter(Message message, Bytecode code, Account self, long checkpoint) {
        if (frames.size() == depth) {
            frames.add(new Frame(memoryBudget));
        }
        Frame frame = frames.get(depth++);
        Coverage.Blocks blocks = coverage.of(code);
        blocks.hit(0);
        frame.begin(message, code, self, checkpoint, blocks);
        frame.compiled = tiers.enter(code);
        frame.backJumpsLeft = Frame.BACK_JUMP_LIMIT;
    }

    private void runPrecompile(Precompile precompile, Message message, long checkpoint) {
        long gas = message.gas() - precompile.gas(message.input());
        Optional<byte[]> output = gas < 0 ? Optional.empty() : precompile.run(message.input());
        if (output.isPresent()) {
            deliver(message, new MessageResult(output.get(), gas, Optional.empty()));
        } else {
            world.revert(checkpoint);
            Halt why = gas < 0 ? Halt.OUT_OF_GAS : Halt.PRECOMPILE;
            deliver(message, new MessageResult(Frame.NOTHING, 0, Optional.of(why.text)));
        }
    }

    private void succeed(Frame frame) {
        if (frame.message.kind().creates()) {
            try {
                Creations.deposit(frame, world);
            } catch (Halt.HaltException failed) {
                fail(frame, failed.halt);
                return;
            }
        }
        leave(frame, new MessageResult(frame.output, frame.gas, Optional.empty()));
    }

    private void fail(Frame frame, Halt halt) {
        world.revert(frame.checkpoint);
        leave(frame, new MessageResult(Frame.NOTHING, 0, Optional.of(halt.text)));
    }

    private void leave(Frame frame, MessageResult outcome) {
        frame.end();
        depth--;
        deliver(frame.message, outcome);
    }

    /** Delivers the outcome to the frame that started the message, if any. */
    private void deliver(Message message, MessageResult outcome) {
        tracer.onReturn(message, outcome.output(), outcome.gasLeft(), outcome.haltReason());
        last = outcome;
        if (depth == 0) {
            return;
        }
        Frame parent = frames.get(depth - 1);
        parent.gas += outcome.gasLeft();
        boolean ok = outcome.ok();
        if (message.kind().creates()) {
            parent.returnData = ok ? Frame.NOTHING : outcome.output();
            parent.push(ok ? message.target().word() : Word.ZERO);
        } else {
            byte[] output = outcome.output();
            parent.returnData = output;
            int wanted = Math.min(output.length, parent.outputSize);
            if (wanted > 0) {
                parent.memory.write(parent.outputOffset, output, wanted);
            }
            parent.push(Word.of(ok));
        }
    }
}
