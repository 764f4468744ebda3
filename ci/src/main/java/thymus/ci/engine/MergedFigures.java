package thymus.ci.engine;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.ci.verdict.FunctionUse;
import thymus.ci.verdict.Testing;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignResult;
import thymus.spec.text.NumberText;
import thymus.spec.tree.Property;

/** The figures of several campaigns over one specification, each with other values of its parameters, as one. */
final class MergedFigures {
    private final Map<String, Testing> testing = new HashMap<>();
    private final Map<String, FunctionUse> functions = new LinkedHashMap<>();
    private long transactions;
    private int coverage;
    private int campaigns;
    private int described = -1;
    private String reach = "";
    private int failed;
    private Optional<String> fault = Optional.empty();

    long transactions() {
        return transactions;
    }

    List<FunctionUse> functions() {
        return List.copyOf(functions.values());
    }

    /** Setup failed with one choice of the parameters. */
    void addFailed() {
        failed++;
    }

    /** The search for goals ended by a fault of Thymus. */
    void addFault(String sentence) {
        fault = fault.or(() -> Optional.of(sentence));
    }

    void add(CampaignResult result) {
        campaigns++;
        transactions += result.transactions();
        coverage = Math.max(coverage, result.coverage());
        for (CampaignResult.FunctionFigures f : result.functions()) {
            functions.merge(f.name(), new FunctionUse(f.name(), f.ok(), f.reverted(), f.reasons()), MergedFigures::sum);
        }
        testing.putAll(of(result.properties(), result.transactions(), ""));
    }

    /** What was tried, by the name of the property. */
    Map<String, Testing> testing() {
        long reached =
                functions.values().stream().filter(f -> f.succeeded() > 0).count();
        String text = reached + " of " + NumberText.count(functions.size(), "function") + " succeeded" + share() + ", "
                + NumberText.count(coverage, "coverage point")
                + (campaigns > 1 ? ", " + NumberText.count(campaigns, "deployment") : "")
                + (failed > 0 ? ", with " + NumberText.count(failed, "other choice") + " setup failed" : "")
                + fault.map(f -> "; branches were not searched for to the end, by a fault of Thymus: " + f)
                        .orElse("");
        Map<String, Testing> described = new HashMap<>();
        testing.forEach((name, t) ->
                described.put(name, new Testing(t.transactions(), t.judged(), text, t.slack(), t.doubt())));
        return described;
    }

    /** A call that succeeds tests more than one that reverts, and costs more: a figure of cost needs the share. */
    private String share() {
        long succeeded =
                functions.values().stream().mapToLong(FunctionUse::succeeded).sum();
        long calls = succeeded
                + functions.values().stream().mapToLong(FunctionUse::reverted).sum();
        return calls == 0 ? "" : " (" + 100 * succeeded / calls + " % of all calls)";
    }

    /** As {@link #testing}, in the middle of one more campaign. */
    Map<String, Testing> testingWith(CampaignListener.Progress progress) {
        int covered = Math.max(coverage, progress.coverage());
        if (covered != described) { // every batch comes here, and few reach anything new
            described = covered;
            reach = NumberText.count(covered, "coverage point");
        }
        Map<String, Testing> all = new HashMap<>(testing);
        all.putAll(of(progress.properties(), progress.transactions(), reach));
        return all;
    }

    private Map<String, Testing> of(List<CampaignResult.PropertyFigures> properties, long more, String text) {
        Map<String, Testing> merged = new HashMap<>();
        for (CampaignResult.PropertyFigures figures : properties) {
            String name = figures.property().name();
            Testing one = new Testing(more, figures.judged(), text, slack(figures), figures.doubt());
            merged.put(name, testing.containsKey(name) ? sum(testing.get(name), one) : one);
        }
        return merged;
    }

    private static Testing sum(Testing a, Testing b) {
        Optional<BigInteger> slack = a.slack().isPresent() && b.slack().isPresent()
                ? Optional.of(a.slack().get().min(b.slack().get()))
                : a.slack().or(b::slack);
        return new Testing(
                a.transactions() + b.transactions(),
                a.judged() + b.judged(),
                b.coverage(),
                slack,
                a.doubt().or(b::doubt));
    }

    private static FunctionUse sum(FunctionUse a, FunctionUse b) {
        long ok = a.succeeded() + b.succeeded();
        return new FunctionUse(
                a.function(),
                ok,
                a.reverted() + b.reverted(),
                ok > 0 ? List.of() : a.reasons().isEmpty() ? b.reasons() : a.reasons());
    }

    /** The distance to a bound that nobody claims tells nobody anything. */
    private static Optional<BigInteger> slack(CampaignResult.PropertyFigures figures) {
        return figures.slack().filter(s -> figures.property().maximum().stream().allMatch(Property.Maximum::isClaimed));
    }
}
