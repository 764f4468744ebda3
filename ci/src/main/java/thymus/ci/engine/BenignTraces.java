package thymus.ci.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import thymus.fuzz.system.BenignSampling;
import thymus.spec.text.NumberText;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;

/** What traces inside the benign envelope of one property came to, over all deployments that were tried. */
final class BenignTraces {
    /** So many give the usual figure: at most 0.015 %. */
    static final long MOST = 20_000;

    private static final double CONFIDENCE = 0.95;

    private final Property property;
    private long traces;

    BenignTraces(Property property) {
        this.property = property;
    }

    /** Whether traces are drawn for it. */
    static boolean areOf(Property property) {
        return property.kind().equals("never_trips");
    }

    /** @return the steps of a trace that trips */
    Optional<List<Step>> draw(DeployedSystem system, long seed, long most, BooleanSupplier stopped) {
        BenignSampling.Result result = new BenignSampling(system, property, seed).sample(most, stopped);
        traces += result.traces();
        return result.tripping();
    }

    /** What was seen, and what it bounds: the share among traces as they are drawn, not among those of users. */
    String sentence() {
        if (traces == 0) {
            return "no benign trace was found";
        }
        double percent = 100 * BenignSampling.bound(traces, CONFIDENCE);
        return "0 of " + NumberText.count(traces, "benign trace") + " tripped: with 95 % confidence, at most "
                + String.format(Locale.ROOT, "%.2g", percent) + " % of traces as they are drawn do";
    }
}
