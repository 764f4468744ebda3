package thymus.ci.check;

/** Threads that do not keep the process alive, with room for the nesting of calls that the EVM allows. */
final class Worker {
    private static final long STACK_BYTES = 512L << 20;

    private Worker() {}

    static Thread start(String name, Runnable work) {
        Thread thread = new Thread(null, work, "thymus-" + name, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
