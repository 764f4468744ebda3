package thymus.spec.check;

import java.util.Optional;
import thymus.spec.Span;
import thymus.spec.Specification.ContractDeclaration;
import thymus.spec.contract.ContractModel;
import thymus.spec.contract.ContractSource;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;

/** {@code contract} and {@code actor}. */
final class DeclarationChecker {
    private final Environment environment;
    private final ContractSource artifacts;

    DeclarationChecker(Environment environment, ContractSource artifacts) {
        this.environment = environment;
        this.artifacts = artifacts;
    }

    void contract(InvParser.ContractDeclarationContext context) {
        Span span = environment.source.span(context.name());
        if (context.expression() != null) {
            Span at = environment.source.span(context.expression());
            throw environment.source.unsupported(at, "'at'", "deploy the contract in setup");
        }
        String name = context.name().getText();
        String reference = new Literals(environment.source).text(context.STRING().getSymbol());
        Optional<ContractModel> model = artifacts.find(reference);
        if (model.isEmpty()) {
            String suggestion = Spelling.suggestion(reference, artifacts.references());
            throw environment.source.nameError(
                    environment.source.span(context.STRING().getSymbol()),
                    "no contract \"" + reference + "\" in " + artifacts.description(),
                    suggestion.isEmpty() ? "compile it first, or point to the artifacts with --artifacts" : suggestion);
        }
        environment.declare(name, span);
        environment.contracts.put(name, new ContractDeclaration(name, reference, model.get(), span));
    }

    void actors(InvParser.ActorDeclarationContext context) {
        for (InvParser.NameContext name : context.name()) {
            environment.declare(name.getText(), environment.source.span(name));
            environment.actors.add(name.getText());
        }
    }
}
