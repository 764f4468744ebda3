package thymus.spec.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.spec.contract.AbiType;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Ghost;
import thymus.spec.tree.GhostMachine;
import thymus.spec.tree.Type;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/** {@code ghost x = 0;} and {@code on c.E(a): x = x + a;}. */
final class GhostChecker {
    private static final String KINDS = "a ghost is an integer without a width, a truth value or an address";

    private final Declarations environment;

    GhostChecker(Declarations environment) {
        this.environment = environment;
    }

    void declare(InvParser.GhostDeclarationContext context) {
        String name = context.name().getText();
        Span span = environment.source.span(context.name());
        Optional<Type> asked = Optional.ofNullable(context.type()).map(this::type);
        if (context.expression() == null) {
            throw environment.source.ruleError(
                    span, "the ghost '" + name + "' has no first value", "write ghost " + name + " = 0;");
        }
        ExpressionChecker expressions = new ExpressionChecker(environment, Setting.FIRST_VALUE, BoundNames.NONE);
        PartialValue.Scalar value = expressions.scalar(context.expression());
        Type type = asked.orElse(value.type());
        if (type != Type.INTEGER && type != Type.TRUTH && type != Type.ADDRESS) {
            throw environment.source.unsupported(
                    environment.source.span(context.expression()), "a ghost of " + Types.describe(type), KINDS);
        }
        Expr first = expressions.expect(value, type, "the first value has the type of the ghost");
        refuseQuantifiers(first);
        environment.declare(name, span);
        Optional<AbiType> abi = type == Type.TRUTH
                ? Optional.of(new AbiType.Bool())
                : type == Type.ADDRESS ? Optional.of(new AbiType.Address()) : Optional.empty();
        environment.ghosts.put(name, new Ghost(environment.variable(name, type, abi), first, span));
    }

    private Type type(InvParser.TypeContext context) {
        return switch (context.getText()) {
            case "int", "integer" -> Type.INTEGER;
            case "bool" -> Type.TRUTH;
            case "address" -> Type.ADDRESS;
            default -> {
                Span span = environment.source.span(context);
                boolean isNumber = Types.word(context.getText())
                        .filter(t -> Types.of(t) == Type.INTEGER)
                        .isPresent();
                throw environment.source.typeError(
                        span,
                        isNumber
                                ? "a ghost has no width: it is a mathematical integer, which does not wrap"
                                : "'" + context.getText() + "' is no type of a ghost",
                        isNumber ? "leave the type out: ghost x = 0;" : KINDS + ": write ghost x = 0;");
            }
        };
    }

    void update(InvParser.UpdateDeclarationContext context) {
        Ghost ghost = target(context.name());
        Optional<InvParser.ExpressionContext> where =
                context.expression().size() > 1 ? Optional.of(context.expression(0)) : Optional.empty();
        TriggerChecker.Bound bound = new TriggerChecker(environment, Setting.UPDATE).trigger(context.trigger(), where);
        ExpressionChecker inner = bound.expressions();
        InvParser.ExpressionContext right = context.expression().getLast();
        Type type = ghost.variable().type();
        Expr value = inner.expect(
                inner.scalar(right),
                type,
                "the ghost '" + ghost.name() + "', declared at " + ghost.span().from(environment.source.span(right))
                        + ", is " + Types.describe(type));
        if (!context.operator.getText().equals("=")) {
            value = changed(ghost, context, value);
        }
        Ghost.Update update =
                new Ghost.Update(ghost.variable(), bound.trigger(), value, environment.source.span(context));
        update.expressions().forEach(this::refuseQuantifiers);
        update.expressions().forEach(this::refuseEarlier);
        environment.updates.add(update);
    }

    private Ghost target(InvParser.NameContext name) {
        Ghost ghost = environment.ghosts.get(name.getText());
        if (ghost != null) {
            return ghost;
        }
        Span span = environment.source.span(name);
        if (environment.isAccount(name.getText())
                || environment.definitions.containsKey(name.getText())
                || environment.flows.containsKey(name.getText())) {
            throw environment.source.nameError(
                    span, "'" + name.getText() + "' is no ghost, and only ghosts change", "declare one: ghost x = 0;");
        }
        String near = Spelling.suggestion(name.getText(), environment.ghosts.keySet());
        throw environment.source.nameError(
                span,
                "unknown ghost '" + name.getText() + "'",
                near.isEmpty() ? "declare it first: ghost " + name.getText() + " = 0;" : near);
    }

    /** {@code x += a} and {@code x -= a}. */
    private Expr changed(Ghost ghost, InvParser.UpdateDeclarationContext context, Expr value) {
        Span span = environment.source.span(context.name());
        if (ghost.variable().type() != Type.INTEGER) {
            throw environment.source.typeError(
                    span,
                    "'" + context.operator.getText() + "' changes an integer, and the ghost '" + ghost.name() + "' is "
                            + Types.describe(ghost.variable().type()),
                    "write " + ghost.name() + " = …");
        }
        BinaryOperator operator =
                context.operator.getText().equals("+=") ? BinaryOperator.ADD : BinaryOperator.SUBTRACT;
        return new Expr.Binary(operator, new Expr.Local(ghost.variable(), span), value, span);
    }

    private void refuseQuantifiers(Expr expr) {
        Walk.all(expr).filter(Expr.ForAll::isOverType).findFirst().ifPresent(all -> {
            throw environment.source.unsupported(
                    all.span(), "a 'forall' over a type in a ghost", "give the ghost what the step itself tells");
        });
    }

    /** Inside an update a ghost has one value, the one that it has at that moment. */
    private void refuseEarlier(Expr expr) {
        Walk.all(expr)
                .filter(Expr.Previous.class::isInstance)
                .flatMap(Walk::all)
                .filter(e -> e instanceof Expr.Local local && isGhost(local.variable()))
                .findFirst()
                .ifPresent(e -> {
                    String name = ((Expr.Local) e).variable().name();
                    throw environment.source.unsupported(
                            e.span(),
                            "the ghost '" + name + "' inside prev(…) of an update",
                            "write " + name + ", which is what the updates before this one have left");
                });
    }

    private boolean isGhost(Variable variable) {
        return environment.ghosts.values().stream().anyMatch(g -> g.variable().equals(variable));
    }

    /** Each ghost, with those that its updates read, directly or through others. */
    void connect() {
        for (Ghost ghost : environment.ghosts.values()) {
            if (environment.updates.stream().noneMatch(u -> u.target().equals(ghost.variable()))) {
                throw environment.source.ruleError(
                        ghost.span(),
                        "no step changes the ghost '" + ghost.name() + "'",
                        "write on c.E(a): " + ghost.name() + " = …; or, for a constant, define " + ghost.name()
                                + " = …;");
            }
            environment.machines.put(ghost.name(), machine(ghost));
        }
    }

    private GhostMachine machine(Ghost ghost) {
        Set<Variable> needed = new LinkedHashSet<>(List.of(ghost.variable()));
        List<Ghost.Update> updates = List.of();
        int before = 0;
        while (needed.size() != before) {
            before = needed.size();
            updates = environment.updates.stream()
                    .filter(u -> needed.contains(u.target()))
                    .toList();
            updates.stream()
                    .flatMap(u -> u.expressions().stream())
                    .flatMap(Walk::all)
                    .filter(e -> e instanceof Expr.Local local && isGhost(local.variable()))
                    .forEach(e -> needed.add(((Expr.Local) e).variable()));
        }
        List<Ghost> ghosts = new ArrayList<>();
        for (Map.Entry<String, Ghost> entry : environment.ghosts.entrySet()) {
            if (needed.contains(entry.getValue().variable())) {
                ghosts.add(entry.getValue());
            }
        }
        return new GhostMachine(ghosts, updates);
    }
}
