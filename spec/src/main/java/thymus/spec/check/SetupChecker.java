package thymus.spec.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.spec.SetupStep;
import thymus.spec.Specification;
import thymus.spec.Specification.ContractDeclaration;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;

/** {@code setup}: deployments and calls in order, loops unrolled. */
final class SetupChecker {
    private static final int CLOCK_BITS = 64;
    private static final int MOST_STEPS = 10_000;

    private final Declarations environment;
    private final List<SetupStep> steps = new ArrayList<>();
    private BigInteger startTime = Specification.USUAL_START;
    private int rounds;

    SetupChecker(Declarations environment) {
        this.environment = environment;
    }

    List<SetupStep> steps() {
        return List.copyOf(steps);
    }

    BigInteger startTime() {
        return startTime;
    }

    void setup(InvParser.SetupDeclarationContext context) {
        announce(context.statement());
        statements(context.statement(), new ExpressionChecker(environment, Setting.SETUP, BoundNames.NONE));
    }

    /** Names that are yet to be deployed are explained as such. */
    private void announce(List<InvParser.StatementContext> statements) {
        for (InvParser.StatementContext statement : statements) {
            if (statement instanceof InvParser.DeploymentContext deployment) {
                environment.announced.add(deployment.name(0).getText());
                new ChainChecker(environment)
                        .placeOf(deployment)
                        .ifPresent(chain ->
                                environment.chainOf.put(deployment.name(0).getText(), chain));
            } else if (statement instanceof InvParser.SetupLoopContext loop) {
                announce(loop.statement());
            }
        }
    }

    private void statements(List<InvParser.StatementContext> statements, ExpressionChecker expressions) {
        for (InvParser.StatementContext statement : statements) {
            switch (statement) {
                case InvParser.StartTimeContext c -> startTime(c, expressions);
                case InvParser.DeploymentContext c -> add(deployment(c, expressions));
                case InvParser.SetupCallContext c -> add(call(c, expressions));
                case InvParser.SetupLoopContext c -> loop(c, expressions);
                default -> throw new IllegalArgumentException(statement.getText());
            }
        }
    }

    private void add(SetupStep step) {
        if (steps.size() == MOST_STEPS) {
            throw environment.source.ruleError(
                    step.span(), "setup takes more than " + MOST_STEPS + " transactions", "loop over fewer elements");
        }
        steps.add(step);
    }

    private void startTime(InvParser.StartTimeContext context, ExpressionChecker expressions) {
        Span span = expressions.span(context);
        BigInteger time = new ConstantChecker(expressions).natural(context.expression(), "the start time");
        if (!steps.isEmpty()) {
            throw environment.source.ruleError(span, "the start time comes before the first transaction", "");
        }
        if (environment.fork.isPresent()) {
            throw environment.source.ruleError(
                    span, "the clock of a fork goes on from the fork's block", "leave the start time out");
        }
        if (time.bitLength() >= CLOCK_BITS) {
            throw environment.source.ruleError(
                    span,
                    "a chain begins before second 2^63 here, and not at " + time,
                    "give the start time in seconds");
        }
        startTime = time;
    }

    private void loop(InvParser.SetupLoopContext context, ExpressionChecker expressions) {
        Span span = environment.source.span(context.name());
        for (PartialValue.Scalar element : new QuantifierChecker(expressions).domain(context.domain())) {
            if (++rounds > MOST_STEPS) {
                throw environment.source.ruleError(
                        span, "setup loops more than " + MOST_STEPS + " times", "loop over fewer elements");
            }
            BoundNames inner =
                    expressions.locals.with(environment, context.name().getText(), span, element);
            statements(context.statement(), expressions.with(inner));
        }
    }

    private SetupStep deployment(InvParser.DeploymentContext context, ExpressionChecker expressions) {
        InvParser.NameContext instance = context.name(0);
        ContractDeclaration contract = contract(context.name(1));
        String deployed = contract.name();
        String type = context.name().size() > 2 ? contract(context.name(2)).name() : deployed;
        Span span = expressions.span(context);
        new ChainChecker(environment).requirePlace(context);
        FunctionModel constructor = contract.model()
                .constructor()
                .orElse(new FunctionModel("", List.of(), List.of(), Mutability.NONPAYABLE));
        FunctionModel named = new FunctionModel(deployed, constructor.inputs(), List.of(), constructor.mutability());
        List<PartialValue> arguments = new CallChecker(expressions).values(context.arguments());
        List<Expr> fitted = new FunctionResolver(expressions)
                .resolve(List.of(named), arguments, span)
                .arguments();
        SetupOptions options = new SetupOptions(expressions, context.option(), span);
        options.requirePayable(named);
        environment.declare(instance.getText(), environment.source.span(instance));
        environment.instances.put(instance.getText(), type);
        return new SetupStep.Deploy(
                instance.getText(), deployed, type, fitted, options.sender(), options.value(), span);
    }

    private ContractDeclaration contract(InvParser.NameContext name) {
        ContractDeclaration contract = environment.contracts.get(name.getText());
        if (contract == null) {
            throw environment.source.nameError(
                    environment.source.span(name),
                    "unknown contract '" + name.getText() + "'",
                    Spelling.suggestion(name.getText(), environment.contracts.keySet()));
        }
        return contract;
    }

    private SetupStep call(InvParser.SetupCallContext context, ExpressionChecker expressions) {
        String instance = environment.requireDeployed(context.name());
        FunctionResolver resolver = new FunctionResolver(expressions);
        Span span = expressions.span(context);
        List<FunctionModel> named =
                resolver.named(instance, context.member().getText(), environment.source.span(context.member()));
        FunctionResolver.Resolved call =
                resolver.resolve(named, new CallChecker(expressions).values(context.arguments()), span);
        if (!call.function().mutability().changesState()) {
            throw environment.source.ruleError(
                    span, "'" + call.function().name() + "' is a view: calling it in setup does nothing", "");
        }
        SetupOptions options = new SetupOptions(expressions, context.option(), span);
        options.refuseChain(context.option());
        options.requirePayable(call.function());
        return new SetupStep.Call(instance, call.function(), call.arguments(), options.sender(), options.value(), span);
    }
}
