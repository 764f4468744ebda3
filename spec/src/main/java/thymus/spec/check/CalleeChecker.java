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
                    "deploy a contract that the fuzzer plays in setup, and say for proofs: callee " + name
                            + " behaves " + CalleeBehaviour.words().getFirst() + "; known are "
                            + String.join(", ", CalleeBehaviour.words()));
        }
        if (!environment.instances.containsKey(name)) {
            throw environment.source.nameError(
                    environment.source.span(context.name(0)),
                    "unknown contract instance '" + name + "'",
                    Spelling.nearest(name, environment.instances.keySet())
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("a callee is a contract that setup deploys, or one at a place of a fork"));
        }
        String word = context.name(1).getText();
        CalleeBehaviour behaviour = CalleeBehaviour.of(word)
                .orElseThrow(() -> environment.source.nameError(
                        environment.source.span(context.name(1)),
                        "'" + word + "' is no behaviour of a callee",
                        Spelling.nearest(word, CalleeBehaviour.words())
                                        .map(near -> "did you mean '" + near + "'? ")
                                        .orElse("")
                                + "known are " + String.join(", ", CalleeBehaviour.words())));
        if (environment.callees.putIfAbsent(name, behaviour) != null) {
            throw environment.source.ruleError(
                    environment.source.span(context), "how '" + name + "' behaves is said twice", "keep one");
        }
    }
}
