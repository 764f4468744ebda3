package thymus.ci.junit;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.discovery.SelectorResolver;
import org.opentest4j.TestAbortedException;
import thymus.ci.report.PropertyTestReport;

/** Runs classes with {@link Thymus}. Those of Jupiter need methods, and such a class says all in its annotation. */
public final class ThymusEngine implements TestEngine {
    private static final EngineDiscoveryRequestResolver<EngineDescriptor> RESOLVER =
            EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
                    .addClassContainerSelectorResolver(ThymusEngine::isMeant)
                    .addSelectorResolver(new Classes())
                    .build();

    @Override
    public String getId() {
        return "thymus";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        EngineDescriptor engine = new EngineDescriptor(id, "Thymus");
        RESOLVER.resolve(request, engine);
        return engine;
    }

    private static boolean isMeant(Class<?> candidate) {
        return AnnotationSupport.isAnnotated(candidate, Thymus.class);
    }

    private static final class Classes implements SelectorResolver {
        @Override
        public Resolution resolve(ClassSelector selector, Context context) {
            return isMeant(selector.getJavaClass())
                    ? added(selector.getJavaClass(), Optional.empty(), context)
                    : Resolution.unresolved();
        }

        /** One that names a property, as an earlier run reported it, means that one. */
        @Override
        public Resolution resolve(UniqueIdSelector selector, Context context) {
            UniqueId id = selector.getUniqueId();
            Optional<String> name = value(id, SpecificationTests.CLASS);
            return name.flatMap(n -> ReflectionSupport.tryToLoadClass(n).toOptional())
                    .filter(ThymusEngine::isMeant)
                    .map(type -> added(type, value(id, SpecificationTests.PROPERTY), context))
                    .orElse(Resolution.unresolved());
        }

        private static Resolution added(Class<?> type, Optional<String> property, Context context) {
            return context.addToParent(parent -> Optional.of(new SpecificationTests(parent.getUniqueId(), type)))
                    .map(descriptor -> {
                        property.ifPresent(descriptor::choose);
                        return Resolution.match(Match.exact(descriptor));
                    })
                    .orElse(Resolution.unresolved());
        }

        private static Optional<String> value(UniqueId id, String type) {
            return id.getSegments().stream()
                    .filter(segment -> segment.getType().equals(type))
                    .map(UniqueId.Segment::getValue)
                    .findFirst();
        }
    }

    @Override
    public void execute(ExecutionRequest request) {
        EngineExecutionListener listener = request.getEngineExecutionListener();
        TestDescriptor engine = request.getRootTestDescriptor();
        listener.executionStarted(engine);
        for (TestDescriptor child : Set.copyOf(engine.getChildren())) {
            run((SpecificationTests) child, listener);
        }
        listener.executionFinished(engine, TestExecutionResult.successful());
    }

    private static void run(SpecificationTests tests, EngineExecutionListener listener) {
        Optional<Disabled> disabled = AnnotationSupport.findAnnotation(tests.type(), Disabled.class);
        if (disabled.isPresent()) {
            listener.executionSkipped(tests, disabled.get().value());
            return;
        }
        listener.executionStarted(tests);
        listener.executionFinished(tests, result(() -> {
            AnnotatedCheck check = tests.check();
            for (String property : check.properties()) {
                if (tests.isMeant(property)) {
                    run(check, tests.add(property), listener);
                }
            }
        }));
    }

    private static void run(
            AnnotatedCheck check, SpecificationTests.OfProperty test, EngineExecutionListener listener) {
        listener.dynamicTestRegistered(test);
        listener.executionStarted(test);
        listener.executionFinished(test, result(() -> {
            PropertyTestReport report = check.report(test.getDisplayName());
            listener.reportingEntryPublished(test, ReportEntry.from("verdict", report.message()));
            PropertyTest.end(test.getDisplayName(), report);
        }));
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    /** Whatever goes wrong in one class is the result of its tests; the others go on. */
    private static TestExecutionResult result(Work work) {
        try {
            work.run();
            return TestExecutionResult.successful();
        } catch (TestAbortedException aborted) {
            return TestExecutionResult.aborted(aborted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return TestExecutionResult.failed(e);
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            return TestExecutionResult.failed(failure);
        }
    }
}
