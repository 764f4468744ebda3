package thymus.spec.check;

import java.math.BigInteger;
import java.util.Optional;
import thymus.spec.SetupParameter;
import thymus.spec.Specification.ContractDeclaration;
import thymus.spec.contract.ContractModel;
import thymus.spec.contract.ContractSource;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.NumberText;
import thymus.spec.text.Span;

/** Checks {@code fork}, {@code contract}, {@code actor} and {@code parameter}. */
final class DeclarationChecker {
    private final Declarations environment;
    private final ContractSource artifacts;

    DeclarationChecker(Declarations environment, ContractSource artifacts) {
        this.environment = environment;
        this.artifacts = artifacts;
    }

    void fork(InvParser.ForkDeclarationContext context) {
        environment.fork = Optional.of(new ForkChecker(environment).fork(context));
    }

    void contract(InvParser.ContractDeclarationContext context) {
        Span span = environment.source.span(context.name());
        String name = context.name().getText();
        String reference =
                new Literals(environment.source).text(context.STRING().getSymbol());
        Optional<ContractModel> model =
                context.expression() == null ? artifacts.find(reference) : artifacts.findInterface(reference);
        if (model.isEmpty()) {
            String suggestion = Spelling.suggestion(reference, artifacts.references());
            throw environment.source.nameError(
                    environment.source.span(context.STRING().getSymbol()),
                    "no contract \"" + reference + "\" in " + artifacts.description(),
                    suggestion.isEmpty() ? artifacts.advice() : suggestion);
        }
        environment.declare(name, span);
        environment.contracts.put(name, new ContractDeclaration(name, reference, model.get(), span));
        if (context.expression() != null) {
            environment.places.put(name, new ForkChecker(environment).place(context.expression()));
            environment.instances.put(name, name);
        }
    }

    void parameter(InvParser.ParameterDeclarationContext context) {
        String name = context.name().getText();
        Span span = environment.source.span(context.name());
        environment.declare(name, span);
        ConstantChecker constants =
                new ConstantChecker(new ExpressionChecker(environment, Setting.SETUP, BoundNames.NONE));
        context.expression().forEach(this::refuseState);
        BigInteger least = constants.word(context.expression(0), "the least value of a parameter");
        BigInteger greatest = constants.word(context.expression(1), "the greatest value of a parameter");
        if (least.compareTo(greatest) > 0) {
            throw environment.source.ruleError(
                    environment.source.span(context),
                    "the range " + least + " .. " + greatest + " of the parameter '" + name + "' is empty",
                    "write the least value first; both ends belong to the range");
        }
        if (least.equals(greatest)) {
            throw environment.source.ruleError(
                    environment.source.span(context),
                    "the parameter '" + name + "' has one value only",
                    "write it as a constant: define " + name + " = " + NumberText.value(least) + ";");
        }
        environment.parameters.put(name, new SetupParameter(name, least, greatest, least, span));
    }

    private void refuseState(InvParser.ExpressionContext bound) {
        boolean isCall = bound instanceof InvParser.CallExpressionContext call
                && call.expression() instanceof InvParser.MemberExpressionContext;
        if (isCall || bound instanceof InvParser.MemberExpressionContext) {
            throw environment.source.ruleError(
                    environment.source.span(bound),
                    "the ends of a parameter are constants, and '" + bound.getText() + "' is read from a contract",
                    "write a number such as 1e24, or max(uint128)");
        }
    }

    void actors(InvParser.ActorDeclarationContext context) {
        for (InvParser.AccountContext account : context.account()) {
            String name = account.name().getText();
            environment.declare(name, environment.source.span(account.name()));
            environment.actors.add(name);
            if (account.expression() != null) {
                environment.places.put(name, new ForkChecker(environment).sender(account.expression()));
            }
        }
    }
}
