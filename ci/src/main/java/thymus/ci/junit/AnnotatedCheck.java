package thymus.ci.junit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import thymus.ci.CiException;
import thymus.ci.check.Check;
import thymus.ci.check.CheckListener;
import thymus.ci.check.CheckPlan;
import thymus.ci.check.FuzzPlan;
import thymus.ci.command.CrashLog;
import thymus.ci.engine.AnvilEvm;
import thymus.ci.engine.CheckTarget;
import thymus.ci.engine.KeptProofs;
import thymus.ci.engine.SystemEngines;
import thymus.ci.report.PropertyTestReport;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.Requirement;
import thymus.spec.tree.Property;

/** The check that an annotation asks for. It runs once, when the first verdict is asked. */
final class AnnotatedCheck {
    private static final CheckListener SILENT = new CheckListener() {
        @Override
        public void decided(PropertyVerdict judgement) {}

        @Override
        public void progress(Progress progress) {}
    };

    private final Thymus wanted;
    private final CheckTarget target;
    private final List<Property> properties;
    private Optional<CheckResult> result = Optional.empty();

    private AnnotatedCheck(Thymus wanted, CheckTarget target, List<Property> properties) {
        this.wanted = wanted;
        this.target = target;
        this.properties = properties;
    }

    /**
     * Reads the specification.
     *
     * @param test the annotated class, or that of the annotated method
     */
    static AnnotatedCheck of(Thymus wanted, Class<?> test) {
        Optional<Path> artifacts =
                wanted.artifacts().isEmpty() ? Optional.empty() : Optional.of(NamedFile.of(wanted.artifacts(), test));
        CheckTarget target = CheckTarget.read(NamedFile.of(wanted.value(), test), artifacts);
        return new AnnotatedCheck(wanted, target, chosen(target, List.of(wanted.only())));
    }

    private static List<Property> chosen(CheckTarget target, List<String> only) {
        List<Property> all = target.specification().properties();
        List<String> names = all.stream().map(Property::name).toList();
        List<String> missing =
                only.stream().filter(name -> !names.contains(name)).toList();
        if (all.isEmpty() || !missing.isEmpty()) {
            throw new CiException.WrongInput(
                    target.file() + " has no property " + String.join(", ", missing) + "; it has " + names);
        }
        return all.stream()
                .filter(property -> only.isEmpty() || only.contains(property.name()))
                .toList();
    }

    /** The names of the properties, in the order of the file. */
    List<String> properties() {
        return properties.stream().map(Property::name).toList();
    }

    PropertyVerdict verdict(String property) throws InterruptedException {
        return result().judgements().stream()
                .filter(judgement -> judgement.property().equals(property))
                .findFirst()
                .orElseThrow();
    }

    PropertyTestReport report(String property) throws InterruptedException {
        Optional<Requirement> requirement = Arrays.stream(wanted.require()).min(Requirement::compareTo);
        return PropertyTestReport.of(verdict(property), requirement);
    }

    private synchronized CheckResult result() throws InterruptedException {
        CheckResult checked = result.isPresent() ? result.get() : run();
        result = Optional.of(checked);
        return checked;
    }

    private CheckResult run() throws InterruptedException {
        CheckPlan plan = new CheckPlan(
                target.file().toString(),
                properties,
                wanted.seed(),
                Duration.ofSeconds(wanted.seconds()),
                wanted.proofs() ? CheckPlan.proversOnThisMachine() : 0,
                FuzzPlan.of(wanted.transactions()),
                target.specification().expectations());
        String name = target.file().getFileName().toString().replaceFirst("\\.inv$", "");
        SystemEngines engines =
                new SystemEngines(target, plan, Path.of(wanted.out()).resolve(name), keptProofs());
        return new Check(plan, engines, Optional.of(AnvilEvm.ifInstalled(target.fork())), SILENT, CrashLog.standard())
                .run();
    }

    private static Optional<KeptProofs> keptProofs() {
        return Optional.of(KeptProofs.ofUser(System.getenv(), Path.of(System.getProperty("user.home"))));
    }
}
