package thymus.spec.check;

import java.util.Optional;
import thymus.spec.Specification.ContractDeclaration;
import thymus.spec.contract.ContractModel;
import thymus.spec.contract.ContractSource;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;

/** Checks {@code fork}, {@code contract} and {@code actor}. */
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
