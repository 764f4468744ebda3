package thymus.spec.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thymus.spec.Chains;
import thymus.spec.Relay;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.PropertyTexts;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.MentionedContracts;
import thymus.spec.tree.Walk;

/** Checks {@code chain A, B with clocks within D;}, {@code on A} of deployments, and {@code @ A} of what is on A. */
final class ChainChecker {
    /** Some centuries, in seconds. */
    private static final int MOST_BITS = 33;

    private final Declarations environment;

    ChainChecker(Declarations environment) {
        this.environment = environment;
    }

    void chains(InvParser.ChainDeclarationContext context) {
        Span span = environment.source.span(context);
        for (InvParser.NameContext name : context.name()) {
            environment.declare(name.getText(), environment.source.span(name));
            environment.chains.add(name.getText());
        }
        if (context.name().size() < 2) {
            throw environment.source.ruleError(
                    span, "one chain needs no name", "name two chains or more, or leave the line out");
        }
        if (context.expression() == null) {
            throw environment.source.ruleError(
                    span,
                    "it is not said how far apart the clocks of the chains may be",
                    "write chain A, B with clocks within 15 seconds;");
        }
        ExpressionChecker constants = new ExpressionChecker(environment, Setting.ADVERSARY, BoundNames.NONE);
        environment.drift = new ConstantChecker(constants).natural(context.expression(), "how far apart clocks may be");
        if (environment.drift.bitLength() > MOST_BITS) {
            throw environment.source.typeError(
                    environment.source.span(context.expression()), "clocks are never that far apart", "");
        }
    }

    /** What has no meaning yet beside several chains. */
    void refuseBeside(InvParser.DeclarationContext declaration) {
        String word = switch (declaration) {
            case InvParser.ForkDeclarationContext _ -> "fork";
            case InvParser.ParameterDeclarationContext _ -> "parameter";
            case InvParser.CalleeDeclarationContext _ -> "callee";
            case InvParser.IsolateDeclarationContext _ -> "isolate";
            default -> "";
        };
        if (!word.isEmpty() && !environment.chains.isEmpty()) {
            throw environment.source.unsupported(
                    environment.source.span(declaration.getStart()),
                    "'" + word + "' in a file with several chains",
                    "leave it out, or specify one chain");
        }
    }

    /** The chain on which a deployment puts a contract, as far as it says so. */
    Optional<String> placeOf(InvParser.DeploymentContext deployment) {
        List<InvParser.ChainOptionContext> options = deployment.option().stream()
                .filter(InvParser.ChainOptionContext.class::isInstance)
                .map(InvParser.ChainOptionContext.class::cast)
                .toList();
        return options.stream().findFirst().map(option -> option.name().getText());
    }

    /** Where there are several chains, each contract is on one of them. */
    void requirePlace(InvParser.DeploymentContext deployment) {
        Optional<String> place = placeOf(deployment);
        String instance = deployment.name(0).getText();
        if (place.isEmpty() && !environment.chains.isEmpty()) {
            throw environment.source.ruleError(
                    environment.source.span(deployment),
                    "it is not said on which chain '" + instance + "' is",
                    "write new …(…) on " + environment.chains.getFirst() + " from …");
        }
        place.ifPresent(chain -> known(
                chain,
                deployment.option().stream()
                        .filter(InvParser.ChainOptionContext.class::isInstance)
                        .map(o -> environment.source.span(o))
                        .findFirst()
                        .orElseThrow()));
    }

    /** {@code e @ A}: all that e reads is on A. The value is that of e. */
    PartialValue at(InvParser.ChainExpressionContext context, ExpressionChecker expressions) {
        Span span = environment.source.span(context);
        String chain = known(context.name().getText(), environment.source.span(context.name()));
        String text = PropertyTexts.text(context.expression());
        if (text.equals("now") || text.startsWith("block.")) {
            throw environment.source.unsupported(
                    span,
                    "'" + text + "' of a chain",
                    "'" + text + "' is that of " + environment.chains.getFirst() + "; let a view of a contract on "
                            + chain + " return its own");
        }
        PartialValue.Scalar value = new MemberChecker(expressions).finish(expressions.value(context.expression()));
        require(chain, readBy(value.expr()), text, span);
        return value;
    }

    /** The contracts that decide a value, those too whose ether it reads. */
    private static Set<String> readBy(Expr value) {
        Set<String> contracts = new LinkedHashSet<>(MentionedContracts.of(value));
        Walk.all(value).forEach(part -> {
            if (part instanceof Expr.EtherBalance ether && ether.account() instanceof Expr.Account account) {
                contracts.add(account.name());
            }
        });
        return contracts;
    }

    /** {@code c.f(…) @ A}, {@code flow @ A}. */
    void require(InvParser.NameContext chain, Set<String> contracts, String text, Span span) {
        require(known(chain.getText(), environment.source.span(chain)), contracts, text, span);
    }

    private void require(String chain, Set<String> contracts, String text, Span span) {
        if (contracts.isEmpty()) {
            throw environment.source.ruleError(
                    span, "'" + text + "' reads no contract, so that it is on no chain", "leave out @ " + chain);
        }
        for (String contract : contracts) {
            String place = environment.chainOf.getOrDefault(contract, "");
            if (!place.equals(chain)) {
                throw environment.source.ruleError(
                        span,
                        "'" + contract + "' is on chain " + place + ", and not on " + chain,
                        "write @ " + place + ", or leave it out: each contract is on one chain");
            }
        }
    }

    private String known(String chain, Span span) {
        if (environment.chains.isEmpty()) {
            throw environment.source.ruleError(
                    span,
                    "no chain has a name in this file",
                    "name them first: chain " + chain + ", " + (chain.equals("B") ? "C" : "B")
                            + " with clocks within 15 seconds;");
        }
        if (!environment.chains.contains(chain)) {
            throw environment.source.nameError(
                    span, "unknown chain '" + chain + "'", Spelling.suggestion(chain, environment.chains));
        }
        return chain;
    }

    Chains all() {
        for (Relay relay : environment.relays.values()) {
            environment.chainOf.put(relay.name(), environment.chainOf.get(relay.receiver()));
        }
        return environment.chains.isEmpty()
                ? Chains.ONE
                : new Chains(environment.chains, environment.drift, environment.chainOf, environment.relays);
    }

    /** An account that sends transactions has ether on each chain, and the one world here has one number for it. */
    void refuseEtherOf(Expr account, Span span) {
        boolean isContract = account instanceof Expr.Account a && environment.chainOf.containsKey(a.name());
        if (!environment.chains.isEmpty() && !isContract) {
            throw environment.source.unsupported(
                    span,
                    "the ether of an account that is no deployed contract, in a file with several chains,",
                    "it has some on each chain; ask for that of a contract: balance(vault)");
        }
    }
}
