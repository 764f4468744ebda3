package thymus.ci.command;

import java.util.function.Consumer;
import thymus.ci.CiException;
import thymus.ci.check.Check;
import thymus.ci.check.CheckListener;
import thymus.ci.check.CheckPlan;
import thymus.ci.report.ProgressText;
import thymus.ci.report.TextReport;
import thymus.ci.verdict.Basis;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.PropertyVerdict;
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
    /** Whether the report is complete. */
    private boolean done;

    /** @param lines whether progress is also printed where the output is no terminal */
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

    /**
     * Runs the check to its end; an interrupt from the keyboard still prints what is decided by then.
     *
     * @param reports is given what is reported, in either case
     */
    CheckResult watch(Check check, Consumer<CheckResult> reports) throws InterruptedException {
        Thread interrupted = new Thread(() -> interrupted(check.result("interrupted"), reports));
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            CheckResult result = check.run();
            end(result, reports);
            return result;
        } finally {
            done();
            removeHook(interrupted);
        }
    }

    private synchronized void interrupted(CheckResult result, Consumer<CheckResult> reports) {
        if (!done) {
            done = true;
            console.clearStatus();
            console.out().println();
            report.interrupted(result);
            try {
                reports.accept(result);
            } catch (CiException e) {
                console.err().println("error: " + e.getMessage());
            }
        }
    }

    private synchronized void end(CheckResult result, Consumer<CheckResult> reports) {
        if (!done) {
            done = true;
            console.clearStatus();
            report.end(result);
            reports.accept(result);
        }
    }

    /** An interrupt from now on has nothing to say. */
    private synchronized void done() {
        done = true;
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
    public synchronized void decided(PropertyVerdict judgement) {
        if (done) {
            return; // the report of an interrupt stands, and what comes after it would look like a part of it
        }
        console.clearStatus();
        report.line(judgement);
    }

    @Override
    public synchronized void progress(Progress progress) {
        if (done) {
            return;
        }
        long now = System.nanoTime();
        if (console.terminal()) {
            console.status(ProgressText.of(progress, now - start));
        } else if (lines && now - lastLine >= LINE_EVERY_NANOS) {
            lastLine = now;
            console.err().println(ProgressText.of(progress, now - start));
        }
    }
}
