package thymus.evm.jit;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.CompiledCode;
import thymus.evm.interpreter.Tiers;

/** Counts executions and has hot code compiled by a background thread. */
final class HotCode implements Tiers {
    /** The number of entries after which compilation pays off. */
    private static final int HOT = 400;
    /** One report of backward jumps in a frame counts as this many entries. */
    private static final int WEIGHT_OF_LOOP = 40;
    /** A full queue drops requests, because a repeated request is cheaper than waiting. */
    private static final int MOST_WAITING = 64;

    private static final System.Logger LOG = System.getLogger(HotCode.class.getName());

    private final ExecutorService compiler = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            HotCode::thread,
            new ThreadPoolExecutor.DiscardPolicy());

    private static Thread thread(Runnable work) {
        // Our data flow does not recurse, but ASM may on the largest contracts.
        Thread thread = new Thread(null, work, "thymus-compiler", 16L << 20);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public CompiledCode enter(Bytecode code) {
        return count(code, 1);
    }

    @Override
    public CompiledCode repeat(Bytecode code) {
        return count(code, WEIGHT_OF_LOOP);
    }

    private CompiledCode count(Bytecode code, int weight) {
        CompiledCode known = CompiledCode.of(code);
        if (known == CompiledCode.NONE && code.count(weight, HOT)) {
            compiler.execute(() -> compile(code));
        }
        return known;
    }

    /** A failure of the compiler costs speed only: the code stays interpreted. */
    private static void compile(Bytecode code) {
        try {
            CompiledPrograms.now(code);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError fault) {
            CompiledPrograms.giveUp(code);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "code " + code.hash() + " could not be compiled and stays interpreted; please report",
                    fault);
        }
    }
}
