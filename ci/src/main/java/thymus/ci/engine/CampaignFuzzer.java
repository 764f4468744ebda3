package thymus.ci.engine;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.ci.check.CorpusStore;
import thymus.ci.check.Fuzzer;
import thymus.ci.verdict.FunctionUse;
import thymus.ci.verdict.Testing;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.fuzz.Finding;
import thymus.fuzz.PropertyError;
import thymus.fuzz.system.Campaign;
import thymus.spec.text.NumberText;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;

/** A fuzzing campaign over the properties of a check. */
final class CampaignFuzzer implements Fuzzer {
    private final List<DeployedSystem> systems;
    private final CampaignOptions options;

    private final CorpusStore corpus;

    /**
     * @param systems equal systems, one for each thread
     * @param corpus takes what is new, and what breaks a property
     */
    CampaignFuzzer(List<DeployedSystem> systems, CampaignOptions options, CorpusStore corpus) {
        this.corpus = corpus;
        this.systems = systems;
        this.options = options;
    }

    @Override
    public Outcome run(Observer observer) {
        CampaignResult result = new Campaign(systems, options, listener(observer)).run();
        observer.progress(result.transactions());
        return new Outcome(result.transactions(), testing(result), functions(result), best(result));
    }

    private static Map<String, List<Step>> best(CampaignResult result) {
        Map<String, List<Step>> best = new LinkedHashMap<>();
        for (CampaignResult.PropertyFigures figures : result.properties()) {
            figures.best().ifPresent(steps -> best.put(figures.property().name(), steps));
        }
        return best;
    }

    private CampaignListener listener(Observer observer) {
        return new CampaignListener() {
            private int covered = -1;
            private String reach = "";

            @Override
            public void tried(Progress progress) {
                if (progress.coverage() != covered) { // every batch comes here, and few reach anything new
                    covered = progress.coverage();
                    reach = NumberText.count(covered, "coverage point");
                }
                observer.tried(progress.transactions(), testing(progress.properties(), progress.transactions(), reach));
            }

            @Override
            public boolean progress(Progress progress) {
                return observer.progress(progress.transactions());
            }

            @Override
            public void novel(List<Step> steps) {
                corpus.keep(steps);
            }

            @Override
            public void found(Finding finding) {
                corpus.keep(finding.steps());
                observer.broken(finding.property().name(), finding.steps(), finding.explanation());
            }

            @Override
            public void failed(PropertyError error) {
                observer.failed(error.property().name(), error.steps(), error.reason());
            }

            @Override
            public void crashed(Property property, Throwable fault) {
                observer.crashed(property.name(), fault);
            }
        };
    }

    private static Map<String, Testing> testing(CampaignResult result) {
        long reached = result.functions().stream().filter(f -> f.ok() > 0).count();
        String coverage = reached + " of " + NumberText.count(result.functions().size(), "function") + " succeeded, "
                + NumberText.count(result.coverage(), "coverage point");
        return testing(result.properties(), result.transactions(), coverage);
    }

    private static Map<String, Testing> testing(
            List<CampaignResult.PropertyFigures> properties, long transactions, String coverage) {
        Map<String, Testing> testing = new HashMap<>();
        for (CampaignResult.PropertyFigures figures : properties) {
            testing.put(
                    figures.property().name(),
                    new Testing(transactions, figures.judged(), coverage, slack(figures), figures.doubt()));
        }
        return testing;
    }

    /** The distance to a bound that nobody claims tells nobody anything. */
    private static Optional<BigInteger> slack(CampaignResult.PropertyFigures figures) {
        return figures.slack().filter(s -> figures.property().maximum().stream().allMatch(Property.Maximum::isClaimed));
    }

    private static List<FunctionUse> functions(CampaignResult result) {
        return result.functions().stream()
                .map(f -> new FunctionUse(f.name(), f.ok(), f.reverted(), f.reasons()))
                .toList();
    }
}
