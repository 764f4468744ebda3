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
 * Runs messages over a world. Frames live on a stack of their own, so that 1024 nested calls need no more of Java's
 * stack than one. Not for use by several threads.
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

    /** Halts the frame where the fork is an earlier one, which does not know the instruction. */
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

    /** Who watches from now on. */
    public void setTracer(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Where the blocks that run are noted from now on; not during a message. */
    public void setCoverage(Coverage coverage) {
        this.coverage = coverage;
    }

    /** As {@link #execute(Message, Account, BlockContext, TransactionContext)}. */
    public MessageResult execute(Message message, BlockContext block, TransactionContext transaction) {
        return execute(message, world.account(message.target()), block, transaction);
    }

    /**
     * Runs a message to its end, and takes back what it did where it fails. Neither charges the sender for gas nor
     * raises its nonce.
     *
     * @param message of depth 0
     * @param target the account of the message's target
     * @throws EvmException where the machine lacks something, such as a precompile; the world is then in between
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
                    frame.patience = Frame.PATIENCE;
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

    /** An earlier run that ended in an exception may have left frames. */
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
        frame.patience = Frame.PATIENCE;
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

    /** Hands the outcome to the frame that started the message, if one did. */
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
