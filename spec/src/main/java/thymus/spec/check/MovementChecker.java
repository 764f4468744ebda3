package thymus.spec.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.EventModel;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/**
 * {@code ether from vault} and {@code token to vault}: what is moved out of an account or into it, with the names
 * {@code from}, {@code to} and {@code value}.
 */
final class MovementChecker {
    static final List<String> NAMES = List.of("from", "to", "value");
    private static final List<AbiType> TYPES =
            List.of(new AbiType.Address(), new AbiType.Address(), new AbiType.UInt(256));
    /** The most that an event of a standard token has. */
    private static final int INDEXED = 2;

    private final Declarations environment;

    MovementChecker(Declarations environment) {
        this.environment = environment;
    }

    /** The names of a movement. */
    private record Named(List<Trigger.Binding> bindings, ExpressionChecker expressions) {}

    TriggerChecker.Bound ether(InvParser.EtherSourceContext context, Optional<InvParser.ExpressionContext> where) {
        Span span = environment.source.span(context);
        String account = context.expression().getText();
        if (!environment.instances.containsKey(account)) {
            throw notAContract(context, account);
        }
        Named named = named(span);
        boolean out = context.direction.getText().equals("from");
        return new TriggerChecker.Bound(
                new Trigger.EtherMoved(account, out, named.bindings(), where.map(named.expressions()::truth), span),
                named.expressions());
    }

    private RuntimeException notAContract(InvParser.EtherSourceContext context, String account) {
        Span span = environment.source.span(context.expression());
        String other = context.direction.getText().equals("from") ? "to" : "from";
        if (environment.actors.contains(account)) {
            return environment.source.unsupported(
                    span,
                    "a flow of the ether of an actor",
                    "say it of the contract: ether " + other + " vault where " + context.direction.getText() + " == "
                            + account);
        }
        return environment.source.nameError(span, "'" + account + "' is no contract that setup deploys", near(account));
    }

    private String near(String account) {
        String suggestion = Spelling.suggestion(account, environment.instances.keySet());
        return suggestion.isEmpty()
                ? "write the name of a contract; what moves has the names from, to and value"
                : suggestion;
    }

    TriggerChecker.Bound token(InvParser.TokenSourceContext context, Optional<InvParser.ExpressionContext> where) {
        Span span = environment.source.span(context);
        String token = context.name().getText();
        EventModel event = transfer(context.name());
        ExpressionChecker plain = new ExpressionChecker(environment, Setting.FLOW, BoundNames.NONE);
        Expr account = plain.address(context.expression());
        Named named = named(span);
        int side = context.direction.getText().equals("from") ? 0 : 1;
        Expr moved = new Expr.Local(named.bindings().get(side).variable(), span);
        Expr meant = new Expr.Binary(BinaryOperator.EQUAL, moved, account, span);
        Expr condition =
                where.map(w -> Exprs.and(meant, named.expressions().truth(w))).orElse(meant);
        return new TriggerChecker.Bound(
                new Trigger.Emitted(token, event, named.bindings(), Optional.of(condition), span), named.expressions());
    }

    /** The event by which a token says what it moves (ERC-20). */
    private EventModel transfer(InvParser.NameContext name) {
        String token = name.getText();
        Span span = environment.source.span(name);
        if (!environment.instances.containsKey(token)) {
            throw environment.source.nameError(
                    span,
                    "'" + token + "' is neither ether nor a token that setup deploys",
                    token.startsWith("ETH") || token.startsWith("eth") || token.equals("Ether")
                            ? "write ether"
                            : Spelling.nearest(token, withEther())
                                    .map(near -> "did you mean '" + near + "'?")
                                    .orElse("write ether, or the name that a token has in setup"));
        }
        Optional<EventModel> event = environment.model(token).events().stream()
                .filter(e -> e.name().equals("Transfer")
                        && e.fields().stream()
                                .map(EventModel.Field::type)
                                .toList()
                                .equals(TYPES)
                        && e.fields().stream().filter(EventModel.Field::indexed).count() == INDEXED
                        && !e.anonymous())
                .findFirst();
        return event.orElseThrow(() -> environment.source.typeError(
                span,
                "'" + token + "' is no token: it has no event Transfer(address indexed, address indexed, uint256)",
                "let the flow be an event of it: flow f = " + token + ".Paid(to, amount) => amount;"));
    }

    private Set<String> withEther() {
        Set<String> names = new HashSet<>(environment.instances.keySet());
        names.add("ether");
        return names;
    }

    private Named named(Span span) {
        List<Trigger.Binding> bindings = new ArrayList<>();
        BoundNames names = BoundNames.NONE;
        for (int i = 0; i < NAMES.size(); i++) {
            AbiType type = TYPES.get(i);
            Variable variable = environment.variable(NAMES.get(i), Types.of(type), Optional.of(type));
            names = names.with(
                    environment, NAMES.get(i), span, PartialValue.Scalar.of(new Expr.Local(variable, span), type));
            bindings.add(new Trigger.Binding(variable, i));
            environment.boundByTriggers.putIfAbsent(NAMES.get(i), span);
        }
        return new Named(bindings, new ExpressionChecker(environment, Setting.FLOW, names));
    }
}
