package thymus.ci.command;

import java.util.concurrent.atomic.AtomicBoolean;
import thymus.ci.check.Check;
import thymus.ci.check.CheckListener;
import thymus.ci.check.CheckPlan;
import thymus.ci.report.ProgressText;
import thymus.ci.report.TextReport;
import thymus.ci.verdict.Basis;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.Judgement;
import thymus.spec.tree.Property;

/** Shows a check while it runs. */
final class CheckView implements CheckListener {
    private static final long LINE_EVERY_NANOS = 5_000_000_000L;

    private final Console console;
    private final CheckPlan plan;
    private final boolean lines;
    private final TextReport report;
    private final long start = System.nanoTime();
    private long lastLine = start;

    /** @param lines whether progress is also printed where nobody looks at a terminal */
    CheckView(Console console, CheckPlan plan, Basis basis, boolean lines) {
        this.console = console;
        this.plan = plan;
        this.lines = lines;
        report = new TextReport(
                console.out(),
                console.colour(),
                plan.properties().stream().map(Property::name).toList(),
                basis);
    }

    void begin() {
        report.begin(plan.file(), plan.seed(), plan.properties().size());
    }

    /** Runs the check to its end; an interrupt from the keyboard still prints what is decided by then. */
    CheckResult watch(Check check) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread interrupted = new Thread(() -> {
            if (done.compareAndSet(false, true)) {
                console.clearStatus();
                console.out().println();
                report.interrupted(check.result("interrupted"));
            }
        });
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            CheckResult result = check.run();
            console.clearStatus();
            if (done.compareAndSet(false, true)) {
                report.end(result);
            }
            return result;
        } finally {
            done.set(true);
            removeHook(interrupted);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook has seen that there is nothing left to print.
            return;
        }
    }

    @Override
    public void decided(Judgement judgement) {
        console.clearStatus();
        report.line(judgement);
    }

    @Override
    public void progress(Progress progress) {
        long now = System.nanoTime();
        if (console.terminal()) {
            console.status(ProgressText.of(progress, now - start));
        } else if (lines && now - lastLine >= LINE_EVERY_NANOS) {
            lastLine = now;
            console.err().println(ProgressText.of(progress, now - start));
        }
    }
}
