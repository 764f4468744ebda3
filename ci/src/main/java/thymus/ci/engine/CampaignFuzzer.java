package thymus.ci.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import thymus.ci.check.Fuzzer;
import thymus.ci.verdict.FunctionUse;
import thymus.ci.verdict.Testing;
import thymus.fuzz.Campaign;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.fuzz.Finding;
import thymus.fuzz.PropertyError;
import thymus.harness.system.DeployedSystem;
import thymus.spec.text.NumberText;

/** A fuzzing campaign over the properties of a check. */
final class CampaignFuzzer implements Fuzzer {
    private final DeployedSystem system;
    private final CampaignOptions options;

    CampaignFuzzer(DeployedSystem system, CampaignOptions options) {
        this.system = system;
        this.options = options;
    }

    @Override
    public Outcome run(Observer observer) {
        CampaignResult result = new Campaign(system, options, listener(observer)).run();
        observer.progress(result.transactions());
        return new Outcome(result.transactions(), testing(result), functions(result));
    }

    private static CampaignListener listener(Observer observer) {
        return new CampaignListener() {
            @Override
            public boolean progress(Progress progress) {
                return observer.progress(progress.transactions());
            }

            @Override
            public void found(Finding finding) {
                observer.broken(finding.property().name(), finding.steps(), finding.explanation());
            }

            @Override
            public void failed(PropertyError error) {
                String after = error.steps().isEmpty()
                        ? " after setup"
                        : " after " + NumberText.count(error.steps().size(), "transaction");
                observer.failed(error.property().name(), error.reason() + after);
            }
        };
    }

    private static Map<String, Testing> testing(CampaignResult result) {
        long reached = result.functions().stream().filter(f -> f.ok() > 0).count();
        String coverage = reached + " of " + NumberText.count(result.functions().size(), "function") + " succeeded, "
                + NumberText.count(result.coverage(), "coverage point");
        Map<String, Testing> testing = new HashMap<>();
        for (CampaignResult.PropertyFigures figures : result.properties()) {
            testing.put(
                    figures.property().name(),
                    new Testing(result.transactions(), figures.judged(), coverage, figures.slack(), figures.doubt()));
        }
        return testing;
    }

    private static List<FunctionUse> functions(CampaignResult result) {
        return result.functions().stream()
                .map(f -> new FunctionUse(f.name(), f.ok(), f.reverted()))
                .toList();
    }
}
