package thymus.spec.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.spec.Adversary;
import thymus.spec.contract.FunctionModel;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;

/** Checks {@code adversary}: trusted actors, excluded functions and the clock. */
final class AdversaryChecker {
    private static final int CLOCK_BITS = 64;

    private final Declarations environment;
    private final ExpressionChecker expressions;
    private final List<Adversary.Trust> trusted = new ArrayList<>();
    private final List<String> signers = new ArrayList<>();
    private final List<Adversary.Exclusion> excluded = new ArrayList<>();
    private Optional<BigInteger> least = Optional.empty();
    private Optional<BigInteger> greatest = Optional.empty();
    private Optional<BigInteger> until = Optional.empty();

    AdversaryChecker(Declarations environment) {
        this.environment = environment;
        this.expressions = new ExpressionChecker(environment, Setting.ADVERSARY, BoundNames.NONE);
    }

    Adversary adversary() {
        return new Adversary(trusted, signers, excluded, least.orElse(BigInteger.ZERO), greatest, until);
    }

    void clauses(InvParser.AdversaryDeclarationContext context) {
        for (InvParser.ClauseContext clause : context.clause()) {
            switch (clause) {
                case InvParser.TrustsClauseContext c -> trusts(c);
                case InvParser.ExcludesClauseContext c ->
                    c.functionReference().forEach(f -> excluded.addAll(functions(f)));
                case InvParser.SignsClauseContext c -> c.name().forEach(this::signs);
                case InvParser.AdvancesClauseContext c -> advances(c);
                case InvParser.UntilClauseContext c -> until(c);
                default -> throw new IllegalArgumentException(clause.getText());
            }
        }
    }

    private void trusts(InvParser.TrustsClauseContext context) {
        String actor = actor(context.name());
        Span span = environment.source.span(context.name());
        List<Adversary.Exclusion> functions = context.functionReference().stream()
                .flatMap(f -> functions(f).stream())
                .toList();
        trusted.add(new Adversary.Trust(actor, functions, span));
    }

    private void signs(InvParser.NameContext context) {
        String actor = actor(context);
        if (environment.places.containsKey(actor)) {
            throw environment.source.ruleError(
                    environment.source.span(context),
                    "nobody knows the key of " + actor + ", who stands at an address of the fork",
                    "declare an actor without 'at'");
        }
        signers.add(actor);
    }

    private String actor(InvParser.NameContext context) {
        String actor = context.getText();
        if (!environment.actors.contains(actor)) {
            throw environment.source.nameError(
                    environment.source.span(context),
                    "unknown actor '" + actor + "'",
                    Spelling.suggestion(actor, environment.actors));
        }
        return actor;
    }

    /** All overloads, unless the reference has the parameter types. */
    private List<Adversary.Exclusion> functions(InvParser.FunctionReferenceContext context) {
        String instance = context.name().getText();
        Span span = environment.source.span(context);
        if (!environment.instances.containsKey(instance)) {
            throw environment.source.nameError(
                    environment.source.span(context.name()),
                    "unknown contract instance '" + instance + "'",
                    Spelling.suggestion(instance, environment.instances.keySet()));
        }
        String name = context.member().getText();
        List<FunctionModel> named =
                new FunctionResolver(expressions).named(instance, name, environment.source.span(context.member()));
        String text = context.getText();
        boolean typed = text.endsWith(")");
        String signature = text.substring(instance.length() + 1);
        List<FunctionModel> meant = named.stream()
                .filter(f -> !typed || f.signature().equals(signature))
                .toList();
        if (meant.isEmpty()) {
            throw environment.source.nameError(
                    span,
                    "no overload '" + signature + "'",
                    "known are "
                            + String.join(
                                    ", ",
                                    named.stream().map(FunctionModel::signature).toList()));
        }
        List<FunctionModel> changing =
                meant.stream().filter(f -> f.mutability().changesState()).toList();
        if (changing.isEmpty()) {
            throw environment.source.ruleError(
                    span, "'" + name + "' is a view: the adversary never sends it as a transaction", "leave it out");
        }
        return changing.stream()
                .map(f -> new Adversary.Exclusion(instance, f, span))
                .toList();
    }

    private void advances(InvParser.AdvancesClauseContext context) {
        refuseSecond(least, context);
        BigInteger from = new ConstantChecker(expressions).natural(context.expression(0), "a time advance");
        BigInteger to = new ConstantChecker(expressions).natural(context.expression(1), "a time advance");
        if (from.compareTo(to) > 0) {
            throw environment.source.ruleError(
                    environment.source.span(context), "the range " + from + " .. " + to + " is empty", "");
        }
        if (from.bitLength() >= CLOCK_BITS) {
            throw environment.source.ruleError(
                    environment.source.span(context),
                    "at least " + from + " seconds between two steps are more than Thymus counts, which is 2^63 - 1",
                    "give a shorter least time");
        }
        least = Optional.of(from);
        greatest = Optional.of(to);
    }

    private void until(InvParser.UntilClauseContext context) {
        refuseSecond(until, context);
        until = Optional.of(new ConstantChecker(expressions).natural(context.expression(), "the end of time"));
    }

    private void refuseSecond(Optional<BigInteger> given, InvParser.ClauseContext context) {
        if (given.isPresent()) {
            throw environment.source.ruleError(environment.source.span(context), "this is said twice", "");
        }
    }
}
