package thymus.spec.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.spec.NameError;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.ContractModel;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Ghost;

/** What a single name means. */
final class NameChecker {
    private static final String TRANSACTION =
            "known are msg.sender, msg.value, msg.sig, block.timestamp and block.number";

    private static final String WHERE_GHOSTS = "ghosts are read in properties and in updates of ghosts";

    private final ExpressionChecker expressions;
    private final Declarations environment;

    NameChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
        this.environment = expressions.environment;
    }

    PartialValue value(InvParser.NameExpressionContext context) {
        String name = context.getText();
        Span span = expressions.span(context);
        Optional<PartialValue.Scalar> local = expressions.locals.find(name);
        if (local.isPresent()) {
            return at(local.get(), span);
        }
        if (environment.isAccount(name)) {
            return PartialValue.Scalar.of(new Expr.Account(name, span), new AbiType.Address());
        }
        if (environment.parameters.containsKey(name)) {
            return parameter(name, span);
        }
        Definition definition = environment.definitions.get(name);
        if (definition != null) {
            return new Expansion(expressions).constant(definition, context, span);
        }
        Ghost ghost = environment.ghosts.get(name);
        if (ghost != null) {
            return ghost(ghost, span);
        }
        if (name.equals("now")) {
            return context(Expr.Context.Field.TIMESTAMP, span);
        }
        throw unknown(name, span);
    }

    private PartialValue.Scalar parameter(String name, Span span) {
        return switch (expressions.setting) {
            case SETUP,
                    PATTERN,
                    DEFINITION,
                    FLOW,
                    FIRST_VALUE,
                    UPDATE,
                    INVARIANT,
                    RULE,
                    LIMIT,
                    LEMMA,
                    WITHIN,
                    ACTION,
                    TRY -> PartialValue.Scalar.of(new Expr.Parameter(name, span));
            case ADVERSARY ->
                throw expressions.source.unsupported(
                        span, "the parameter '" + name + "' in adversary", "write a number");
        };
    }

    private PartialValue.Scalar ghost(Ghost ghost, Span span) {
        Expr value = switch (expressions.setting) {
            case SETUP, ADVERSARY, PATTERN, FIRST_VALUE, ACTION, TRY ->
                throw expressions.source.ruleError(
                        span, "the ghost '" + ghost.name() + "' has no value in " + expressions.setting, WHERE_GHOSTS);
            case FLOW ->
                throw expressions.source.unsupported(
                        span, "a ghost in a flow", "let the ghost add up what the flow would carry");
            case UPDATE -> new Expr.Local(ghost.variable(), span);
            case DEFINITION, INVARIANT, RULE, LIMIT, LEMMA, WITHIN ->
                new Expr.GhostValue(ghost.variable(), environment.machines.get(ghost.name()), span);
        };
        return new PartialValue.Scalar(value, BigInteger.ONE, ghost.variable().abi(), Optional.empty());
    }

    /** A bound name stands where it is used, not where it was bound. */
    private static PartialValue.Scalar at(PartialValue.Scalar scalar, Span span) {
        Expr moved = switch (scalar.expr()) {
            case Expr.Local e -> new Expr.Local(e.variable(), span);
            case Expr.Account e -> new Expr.Account(e.name(), span);
            case Expr.Parameter e -> new Expr.Parameter(e.name(), span);
            case Expr.IntegerLiteral e -> new Expr.IntegerLiteral(e.value(), e.type(), span);
            case Expr.TruthLiteral e -> new Expr.TruthLiteral(e.value(), span);
            case Expr.Context e -> new Expr.Context(e.field(), span);
            // No other kind is ever bound to a name.
            case Expr.TextLiteral _, Expr.Ghost _ -> scalar.expr();
            case Expr.StateRead _, Expr.Temporal _, Expr.Quantified _, Expr.Compound _ -> scalar.expr();
        };
        return new PartialValue.Scalar(moved, scalar.scale(), scalar.abi(), scalar.hexDigits(), scalar.divisor());
    }

    /** Facts of the transaction: msg.sender, msg.value, msg.sig, block.timestamp, block.number. */
    Optional<PartialValue> fact(InvParser.MemberExpressionContext context) {
        String base = context.expression().getText();
        if (!base.equals("msg") && !base.equals("block")) {
            return Optional.empty();
        }
        Span span = expressions.span(context);
        return switch (base + "." + context.member().getText()) {
            case "msg.sender" -> Optional.of(context(Expr.Context.Field.SENDER, span));
            case "msg.value" -> Optional.of(context(Expr.Context.Field.VALUE, span));
            case "msg.sig" -> Optional.of(context(Expr.Context.Field.SELECTOR, span));
            case "block.timestamp" -> Optional.of(context(Expr.Context.Field.TIMESTAMP, span));
            case "block.number" -> Optional.of(context(Expr.Context.Field.BLOCK, span));
            default ->
                throw expressions.source.nameError(span, "'" + context.getText() + "' means nothing", TRANSACTION);
        };
    }

    private PartialValue.Scalar context(Expr.Context.Field field, Span span) {
        refuseState("the transaction", span);
        Expr expr = new Expr.Context(field, span);
        AbiType type = switch (field) {
            case SENDER -> new AbiType.Address();
            case SELECTOR -> new AbiType.FixedBytes(4);
            case TIMESTAMP, BLOCK, VALUE -> new AbiType.UInt(256);
        };
        return PartialValue.Scalar.of(expr, type);
    }

    /** Refuses what only a settled state can answer. */
    void refuseState(String what, Span span) {
        if (expressions.setting.isConstant()) {
            throw expressions.source.ruleError(
                    span,
                    what + " cannot be read in " + expressions.setting,
                    "use constants, actors and deployed contracts");
        }
    }

    private String bound(String name) {
        if (name.equals("old")) {
            return "the value before the step is prev(…)";
        }
        return environment.boundByTriggers.containsKey(name)
                ? "a name for it stands in a pattern: ok(vault.withdraw(" + name + ")), or " + "call vault.withdraw("
                        + name + ") in benign"
                : "";
    }

    NameError unknown(String name, Span span) {
        return expressions.source.nameError(span, what(name, span), advice(name));
    }

    private String what(String name, Span span) {
        if (environment.flows.containsKey(name)) {
            return "'" + name + "' is a flow, which has a value only over a window";
        }
        if (environment.contracts.containsKey(name)) {
            return "'" + name + "' is a contract type, not a deployed contract";
        }
        if (name.equals("duration")
                || name.equals("actors")
                || name.equals("ever")
                || Types.word(name).isPresent()) {
            return "'" + name + "' is not a value";
        }
        if (environment.ghostNames.contains(name)) {
            return "the ghost '" + name + "' has no value in " + expressions.setting;
        }
        if (environment.announced.contains(name)) {
            return "'" + name + "' has not been deployed at this point";
        }
        Span bound = environment.boundByTriggers.get(name);
        return bound == null
                ? "unknown name '" + name + "'"
                : "'" + name + "' is bound by a trigger at " + bound.from(span) + " and means nothing outside it";
    }

    private String advice(String name) {
        if (environment.ghostNames.contains(name)) {
            return WHERE_GHOSTS;
        }
        if (expressions.locals.names().containsAll(MovementChecker.NAMES)) {
            return "what moves has the names from, to and value";
        }
        if (BlockCounts.UNITS.contains(name)) {
            return "a window in blocks has a number: last 10 blocks";
        }
        if (name.equals("tx")) {
            return TRANSACTION;
        }
        if (environment.flows.containsKey(name)) {
            return "write sum(" + name + ", last 24 hours) or sum(" + name + ", ever)";
        }
        for (var instance : environment.instances.entrySet()) {
            if (instance.getValue().equals(name)) {
                return "the deployed contract is '" + instance.getKey() + "'";
            }
            ContractModel model = environment.contracts.get(instance.getValue()).model();
            boolean variable = model.storage().stream()
                    .flatMap(List::stream)
                    .anyMatch(v -> v.name().equals(name));
            boolean function = model.functions().stream().anyMatch(f -> f.name().equals(name));
            if (variable || function) {
                return "write " + instance.getKey() + "." + name + (variable ? "" : "(…)");
            }
        }
        List<String> names = new ArrayList<>(expressions.locals.names());
        names.addAll(environment.instances.keySet());
        names.addAll(environment.actors);
        names.addAll(environment.parameters.keySet());
        names.addAll(environment.flows.keySet());
        names.addAll(environment.definitions.keySet());
        names.addAll(environment.ghosts.keySet());
        names.add("now");
        String near = Spelling.suggestion(name, names);
        return near.isEmpty() ? bound(name) : near;
    }
}
