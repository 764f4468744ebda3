package thymus.ci.check;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.Verdict;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;

/** Checks of invariants that say nothing by engines that say what they are told. */
final class Checks {
    static final ProofResult PROVED = new ProofResult.Proved("induction", List.of(), List.of(), List.of());
    static final ProofResult UNDECIDED = new ProofResult.Undecided("no lemma fits");

    static final CheckListener SILENT = new CheckListener() {
        @Override
        public void decided(PropertyVerdict judgement) {}

        @Override
        public void progress(Progress progress) {}
    };

    private Checks() {}

    static CheckResult check(Engines engines, String... names) throws InterruptedException {
        return new Check(plan(names), engines, SILENT, Checks::told).run();
    }

    static CheckPlan plan(String... names) {
        Span span = new Span("test.inv", 1, 1, 1);
        List<Property> properties = Stream.of(names)
                .<Property>map(n -> new Property.Invariant(n, new Expr.TruthLiteral(true, span), span))
                .toList();
        return new CheckPlan("test.inv", properties, 1, Duration.ofMinutes(1), 50_000, 2);
    }

    static String told(String where, Throwable fault) {
        return where + ": " + fault.getMessage();
    }

    static Verdict verdict(CheckResult result, String name) {
        return result.judgements().stream()
                .filter(j -> j.property().equals(name))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
