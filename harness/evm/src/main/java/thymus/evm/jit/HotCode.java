package thymus.evm.jit;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.CompiledCode;
import thymus.evm.interpreter.Tiers;

/** Counts how often code runs, and has what is hot compiled by a thread in the background. */
final class HotCode implements Tiers {
    /** Entries after which compiling pays. */
    private static final int HOT = 400;
    /** A frame that was interpreted for so many jumps back weighs as much as so many entries. */
    private static final int WEIGHT_OF_LOOP = 40;
    /** Being asked for again costs less than waiting: what finds no room is dropped. */
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
        // Data flow over the largest contracts recurses nowhere, but ASM may.
        Thread thread = new Thread(null, work, "thymus-compiler", 16L << 20);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public CompiledCode enter(Bytecode code) {
        return heat(code, 1);
    }

    @Override
    public CompiledCode repeat(Bytecode code) {
        return heat(code, WEIGHT_OF_LOOP);
    }

    private CompiledCode heat(Bytecode code, int weight) {
        CompiledCode known = CompiledCode.of(code);
        if (known == CompiledCode.NONE && code.heat(weight, HOT)) {
            compiler.execute(() -> compile(code));
        }
        return known;
    }

    /** A fault of the compiler costs speed and nothing else: the code stays interpreted. */
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
