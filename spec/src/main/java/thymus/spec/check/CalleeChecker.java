package thymus.spec.check;

import thymus.spec.CalleeBehaviour;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;

/** Checks {@code callee c behaves erc20;}. */
final class CalleeChecker {
    private final Declarations environment;

    CalleeChecker(Declarations environment) {
        this.environment = environment;
    }

    void callee(InvParser.CalleeDeclarationContext context) {
        String name = context.name(0).getText();
        if (context.behaves == null) {
            throw environment.source.unsupported(
                    environment.source.span(context),
                    "a callee of which only the interface is given",
                    "deploy a contract that the fuzzer plays in setup, and say callee " + name + " behaves "
                            + String.join(", ", CalleeBehaviour.words()) + " for proofs");
        }
        if (!environment.instances.containsKey(name)) {
            throw environment.source.nameError(
                    environment.source.span(context.name(0)),
                    "unknown contract instance '" + name + "'",
                    Spelling.suggestion(name, environment.instances.keySet()));
        }
        String word = context.name(1).getText();
        CalleeBehaviour behaviour = CalleeBehaviour.of(word)
                .orElseThrow(() -> environment.source.nameError(
                        environment.source.span(context.name(1)),
                        "'" + word + "' is no behaviour of a callee",
                        "known are " + String.join(", ", CalleeBehaviour.words())));
        if (environment.callees.putIfAbsent(name, behaviour) != null) {
            throw environment.source.ruleError(
                    environment.source.span(context), "how '" + name + "' behaves is said twice", "keep one");
        }
    }
}
