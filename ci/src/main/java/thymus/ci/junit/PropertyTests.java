package thymus.ci.junit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import thymus.ci.report.PropertyTestReport;
import thymus.ci.verdict.PropertyVerdict;

/** The tests of an annotated method, one for each property. */
final class PropertyTests implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), Thymus.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Thymus wanted = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Thymus.class)
                .orElseThrow();
        AnnotatedCheck check = AnnotatedCheck.of(wanted, context.getRequiredTestClass());
        return check.properties().stream().map(property -> new OfProperty(check, property));
    }

    private record OfProperty(AnnotatedCheck check, String property)
            implements TestTemplateInvocationContext, InvocationInterceptor, ParameterResolver {
        @Override
        public String getDisplayName(int number) {
            return property;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public void interceptTestTemplateMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
                throws Throwable {
            PropertyTestReport report = check.report(property);
            context.publishReportEntry("verdict", report.message());
            if (report.outcome() == PropertyTestReport.Outcome.PASSED) {
                invocation.proceed();
            } else {
                invocation.skip();
                PropertyTest.end(property, report);
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == PropertyVerdict.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            try {
                return check.verdict(property);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ParameterResolutionException("the check was interrupted", e);
            }
        }
    }
}
