package thymus.ci.command;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import thymus.spec.text.NumberText;

/** The cost of fuzzing in processor time. It is comparable on a shared machine; wall time is not. */
final class ThroughputText {
    private static final double NANOS = 1e9;

    private ThroughputText() {}

    /** The processor time of the process so far, with the JVM's compilers and collectors. Some platforms answer -1. */
    static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** @param nanos of processor time */
    static String of(long transactions, long nanos) {
        return nanos <= 0
                ? "the processor time of this process is not known"
                : String.format(
                        Locale.ROOT,
                        "%s in %.2f CPU s: %,.0f per CPU second",
                        NumberText.count(transactions, "transaction"),
                        nanos / NANOS,
                        transactions / (nanos / NANOS));
    }
}
