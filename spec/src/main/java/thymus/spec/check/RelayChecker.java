package thymus.spec.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.spec.Relay;
import thymus.spec.Specification;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Trigger;

/** Checks {@code relay r = a.Sent(x, y) to b.receive(x, y) within D, in any order, at most once;}. */
final class RelayChecker {
    private static final String EXAMPLE = "write relay messages = vault.Sent(id, amount) to bridge.receive(id, amount) "
            + "within 30 minutes, in any order, at most once;";

    private static final int CLOCK_BITS = 64;
    private static final int MOST_FIELDS = 8;

    private final Declarations environment;

    RelayChecker(Declarations environment) {
        this.environment = environment;
    }

    /** Setup may pass the address of a relay. */
    void announce(InvParser.RelayDeclarationContext context) {
        Span span = environment.source.span(context.name(0));
        if (environment.chains.isEmpty()) {
            throw environment.source.ruleError(
                    environment.source.span(context.getStart()),
                    "a relay carries messages from one chain to another, and this file has one chain",
                    "name the chains first: chain A, B with clocks within 15 seconds;");
        }
        environment.declare(context.name(0).getText(), span);
        environment.relayNames.add(context.name(0).getText());
    }

    /** @param inOrder empty where the file does not say */
    private record Promises(Optional<Boolean> inOrder, Optional<Boolean> atMostOnce) {}

    void relay(InvParser.RelayDeclarationContext context) {
        String name = context.name(0).getText();
        Span span = environment.source.span(context);
        if (!(context.trigger() instanceof InvParser.EventTriggerContext)) {
            throw environment.source.ruleError(
                    environment.source.span(context.trigger()),
                    "a message is what an event tells",
                    "let the contract emit an event, and name it: vault.Sent(id, amount)");
        }
        TriggerChecker.Bound bound =
                new TriggerChecker(environment, Setting.UPDATE).trigger(context.trigger(), Optional.empty());
        Trigger.Emitted message = (Trigger.Emitted) bound.trigger();
        String receiver = environment.requireDeployed(context.name(1));
        refuseOneChain(message.contract(), receiver, span);
        List<Relay.Field> fields = fields(message, span);
        List<Relay.Argument> arguments = new ArrayList<>();
        FunctionModel function = function(context, receiver, bound.expressions(), fields, arguments);
        Promises promises = promises(context.words());
        Relay relay = new Relay(
                name,
                message,
                fields,
                receiver,
                function,
                arguments,
                within(context, span),
                promises.inOrder().orElseThrow(() -> missing(span, "the order of messages", "in any order")),
                promises.atMostOnce().orElseThrow(() -> missing(span, "how often it delivers", "at most once")),
                Set.of(),
                span);
        environment.relays.put(name, relay);
        environment.contracts.put(
                name, new Specification.ContractDeclaration(name, "relay " + name, relay.model(), span));
        environment.instances.put(name, name);
    }

    private RuntimeException missing(Span span, String what, String promise) {
        return environment.source.ruleError(
                span, "it is not said of the relay what holds of " + what, "add it: …, " + promise + "; " + EXAMPLE);
    }

    private void refuseOneChain(String sender, String receiver, Span span) {
        String chain = environment.chainOf.getOrDefault(receiver, "");
        if (chain.equals(environment.chainOf.get(sender))) {
            throw environment.source.ruleError(
                    span,
                    "'" + sender + "' and '" + receiver + "' are both on chain " + chain
                            + ", where contracts call each other",
                    "a relay is needed only between chains");
        }
    }

    private BigInteger within(InvParser.RelayDeclarationContext context, Span span) {
        Optional<InvParser.ExpressionContext> given = bound(context);
        if (given.isEmpty()) {
            throw environment.source.ruleError(span, "it is not said how long the relay may take", EXAMPLE);
        }
        ExpressionChecker constants = new ExpressionChecker(environment, Setting.ADVERSARY, BoundNames.NONE);
        BigInteger within = new ConstantChecker(constants).natural(given.get(), "the delay of a relay");
        if (within.bitLength() >= CLOCK_BITS) {
            throw environment.source.typeError(
                    environment.source.span(given.get()), "that is longer than any clock runs", "");
        }
        return within;
    }

    /** The bound of the delay, where there is one; it stands behind the arguments. */
    private static Optional<InvParser.ExpressionContext> bound(InvParser.RelayDeclarationContext context) {
        for (int i = 0; i + 1 < context.getChildCount(); i++) {
            if (context.getChild(i).getText().equals("within")
                    && context.getChild(i + 1) instanceof InvParser.ExpressionContext within) {
                return Optional.of(within);
            }
        }
        return Optional.empty();
    }

    private List<Relay.Field> fields(Trigger.Emitted message, Span span) {
        List<Relay.Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Trigger.Binding binding : message.bindings()) {
            String name = binding.variable().name();
            if (name.contains(" ")) {
                continue; // the file asks for a value there, and gives it no name
            }
            if (!names.add(Relay.PENDING + name)) {
                throw environment.source.nameError(span, "'" + name + "' is bound twice", "choose another name");
            }
            fields.add(new Relay.Field(name, binding.variable().abi().orElseThrow(), binding));
        }
        fields.stream().filter(f -> !f.type().isWord()).findFirst().ifPresent(text -> {
            throw environment.source.unsupported(
                    span,
                    "a message with '" + text.name() + "', which is not one word,",
                    "let the event tell a hash of it, or write _ to leave it out");
        });
        if (fields.size() > MOST_FIELDS) {
            throw environment.source.unsupported(
                    span, "a message of more than " + MOST_FIELDS + " parts", "write _ for what the receiver ignores");
        }
        return fields;
    }

    private FunctionModel function(
            InvParser.RelayDeclarationContext context,
            String receiver,
            ExpressionChecker named,
            List<Relay.Field> fields,
            List<Relay.Argument> arguments) {
        Span span = environment.source.span(context.member());
        List<InvParser.ExpressionContext> given = given(context);
        List<FunctionModel> all =
                new FunctionResolver(named).named(receiver, context.member().getText(), span);
        List<FunctionModel> fitting = all.stream()
                .filter(f -> f.inputs().size() == given.size() && fits(f, given, fields))
                .toList();
        if (fitting.size() != 1) {
            String known = String.join(
                    " or ", all.stream().map(FunctionModel::signature).toList());
            throw environment.source.typeError(
                    span,
                    fitting.isEmpty()
                            ? "the message does not fit the function, which is " + known
                            : "the function is overloaded: " + known,
                    "name the parts of the event, and pass those that the function takes");
        }
        FunctionModel function = fitting.getFirst();
        if (!function.mutability().changesState()) {
            throw environment.source.ruleError(
                    span, "'" + function.name() + "' is a view: nothing is received by calling it", "");
        }
        for (int i = 0; i < given.size(); i++) {
            arguments.add(argument(given.get(i), function.inputs().get(i), fields));
        }
        return function;
    }

    private static List<InvParser.ExpressionContext> given(InvParser.RelayDeclarationContext context) {
        int bounds = bound(context).isPresent() ? 1 : 0;
        return context.expression().subList(0, Math.max(0, context.expression().size() - bounds));
    }

    private static boolean fits(
            FunctionModel function, List<InvParser.ExpressionContext> given, List<Relay.Field> fields) {
        for (int i = 0; i < given.size(); i++) {
            Parameter parameter = function.inputs().get(i);
            Optional<Relay.Field> field = field(given.get(i), fields);
            if (!parameter.type().isWord()
                    || field.filter(f -> !f.type().equals(parameter.type())).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Relay.Field> field(InvParser.ExpressionContext context, List<Relay.Field> fields) {
        return fields.stream().filter(f -> f.name().equals(context.getText())).findFirst();
    }

    private Relay.Argument argument(
            InvParser.ExpressionContext context, Parameter parameter, List<Relay.Field> fields) {
        Optional<Relay.Field> field = field(context, fields);
        if (field.isPresent()) {
            return new Relay.Argument.Carried(fields.indexOf(field.get()));
        }
        ExpressionChecker constants = new ExpressionChecker(environment, Setting.PATTERN, BoundNames.NONE);
        Expr value = new ArgumentChecker(constants)
                .argument(constants.value(context), parameter.type(), "the argument '" + parameter.name() + "'");
        return new Relay.Argument.Constant(value);
    }

    private Promises promises(List<InvParser.WordsContext> all) {
        Map<String, Boolean> orders = Map.of("in any order", false, "in order", true);
        Map<String, Boolean> times = Map.of("at most once", true, "any number of times", false);
        Optional<Boolean> inOrder = Optional.empty();
        Optional<Boolean> atMostOnce = Optional.empty();
        for (InvParser.WordsContext words : all) {
            String text =
                    String.join(" ", words.name().stream().map(w -> w.getText()).toList());
            Span span = environment.source.span(words);
            boolean isTwice = (orders.containsKey(text) && inOrder.isPresent())
                    || (times.containsKey(text) && atMostOnce.isPresent());
            if (isTwice) {
                throw environment.source.ruleError(span, "the relay promises that twice, or the contrary", "keep one");
            }
            if (orders.containsKey(text)) {
                inOrder = Optional.of(orders.get(text));
            } else if (times.containsKey(text)) {
                atMostOnce = Optional.of(times.get(text));
            } else {
                throw environment.source.ruleError(
                        span,
                        "'" + text + "' is no promise of a relay",
                        "known are 'in any order', 'in order', 'at most once' and 'any number of times'");
            }
        }
        return new Promises(inOrder, atMostOnce);
    }
}
