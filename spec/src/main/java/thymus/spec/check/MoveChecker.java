package thymus.spec.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.spec.Action.SharedValue;
import thymus.spec.Adversary;
import thymus.spec.Choice;
import thymus.spec.ScriptedCall;
import thymus.spec.ScriptedCall.Pause;
import thymus.spec.ScriptedCall.Senders;
import thymus.spec.TypeError;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.Parameter;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;

/** Checks the lines of one {@code action} or {@code try}: shared values, calls, and the time between them. */
final class MoveChecker {
    private final Declarations environment;
    private final ExpressionChecker expressions;
    private final Adversary adversary;
    private final boolean isSeed;
    private final Map<String, SharedChoice> shared = new LinkedHashMap<>();
    private final List<ScriptedCall> calls = new ArrayList<>();
    private final ChoiceChecker choices;
    /** What passes before the next call, if the file says it. */
    private Optional<Pause> pause = Optional.empty();

    private Optional<Span> advances = Optional.empty();

    MoveChecker(Declarations environment, Setting setting) {
        this.environment = environment;
        this.expressions = new ExpressionChecker(environment, setting, BoundNames.NONE);
        this.adversary = environment.adversary.orElseThrow();
        this.isSeed = setting == Setting.TRY;
        this.choices = new ChoiceChecker(expressions, shared);
    }

    List<SharedValue> shared() {
        return shared.values().stream().map(SharedChoice::value).toList();
    }

    List<ScriptedCall> calls() {
        return List.copyOf(calls);
    }

    void read(List<InvParser.MoveContext> moves) {
        for (InvParser.MoveContext move : moves) {
            switch (move) {
                case InvParser.MoveAdvanceContext c -> advance(c);
                case InvParser.MoveValueContext c -> share(c);
                case InvParser.MoveCallContext c -> {
                    calls.add(call(c));
                    pause = Optional.empty();
                    advances = Optional.empty();
                }
                default -> throw new IllegalArgumentException(move.getText());
            }
        }
        advances.filter(span -> !calls.isEmpty()).ifPresent(span -> {
            throw environment.source.ruleError(span, "no call follows, so no time passes", "remove it, or add a call");
        });
    }

    void requireUses() {
        for (SharedChoice value : shared.values()) {
            if (!choices.isUsed(value.name())) {
                throw environment.source.ruleError(
                        value.span(), "no call uses '" + value.name() + "'", "pass it to one, or remove it");
            }
        }
    }

    private void share(InvParser.MoveValueContext context) {
        Span span = environment.source.span(context.name());
        if (isSeed) {
            throw environment.source.ruleError(
                    environment.source.span(context),
                    "a try says each value, and '" + context.name().getText() + "' has several",
                    "write the value where it is used; an action draws from several");
        }
        SharedChoice value = choices.declared(context.name().getText(), context.choice(), span);
        expressions.locals.with(environment, value.name(), span, value.sample());
        if (shared.putIfAbsent(value.name(), value) != null) {
            throw environment.source.nameError(
                    span, "'" + value.name() + "' is already declared in this action", "choose another name");
        }
    }

    private void advance(InvParser.MoveAdvanceContext context) {
        Span span = environment.source.span(context);
        Pause more = choices.advance(context.choice());
        if (isSeed && !more.least().equals(more.greatest())) {
            throw environment.source.ruleError(
                    span, "a try says how much time passes", "write one number: time advances 1 days;");
        }
        pause = Optional.of(pause.map(
                        w -> new Pause(w.least().add(more.least()), w.greatest().add(more.greatest())))
                .orElse(more));
        advances = Optional.of(span);
    }

    /** What the file says of the time before a call is what the adversary may let pass. */
    private void requirePause() {
        if (pause.isEmpty()) {
            return;
        }
        BigInteger least = adversary.minimumAdvance();
        BigInteger most = adversary.maximumAdvance().orElse(pause.get().greatest());
        if (pause.get().least().compareTo(least) < 0 || pause.get().greatest().compareTo(most) > 0) {
            throw environment.source.ruleError(
                    advances.orElseThrow(),
                    "adversary lets " + least + " .. "
                            + adversary
                                    .maximumAdvance()
                                    .map(BigInteger::toString)
                                    .orElse("any number of")
                            + " seconds pass between two steps",
                    "write a time in that range");
        }
    }

    private ScriptedCall call(InvParser.MoveCallContext context) {
        Span span = environment.source.span(context);
        requirePause();
        String instance = environment.requireDeployed(context.name());
        Span place = environment.source.span(context.member());
        List<FunctionModel> named = new FunctionResolver(expressions)
                .named(instance, context.member().getText(), place);
        List<FunctionModel> changing =
                named.stream().filter(f -> f.mutability().changesState()).toList();
        if (changing.isEmpty()) {
            throw environment.source.ruleError(
                    place,
                    "'" + context.member().getText() + "' is a view: the adversary never sends it as a transaction",
                    "call a function that changes the state");
        }
        Fitted fitted = fit(changing, context.choice(), span);
        Optional<Adversary.Exclusion> excluded = adversary.excluded().stream()
                .filter(e -> covers(e, instance, fitted.function))
                .findFirst();
        if (excluded.isPresent()) {
            throw environment.source.ruleError(
                    span,
                    "adversary excludes " + instance + "." + fitted.function.name() + ": nobody calls it",
                    "remove it here, or there");
        }
        SenderChecker senders = new SenderChecker(expressions, adversary, shared, choices);
        Senders from = senders.senders(context.moveOption(), span, isSeed);
        senders.requireTo(from, instance, fitted.function, span);
        return new ScriptedCall(
                instance,
                fitted.function,
                fitted.arguments,
                from,
                payment(context, fitted.function),
                isSeed ? pause.or(() -> Optional.of(leastPause())) : pause,
                span);
    }

    private Pause leastPause() {
        return new Pause(adversary.minimumAdvance(), adversary.minimumAdvance());
    }

    static boolean covers(Adversary.Exclusion exclusion, String instance, FunctionModel function) {
        return exclusion.instance().equals(instance) && exclusion.function().equals(function);
    }

    private record Fitted(FunctionModel function, List<Choice> arguments) {}

    private Fitted fit(List<FunctionModel> candidates, List<InvParser.ChoiceContext> given, Span span) {
        boolean isOpen = !given.isEmpty() && ChoiceChecker.isRest(given.getLast());
        if (isOpen && isSeed) {
            throw environment.source.ruleError(
                    environment.source.span(given.getLast()),
                    "a try says each value, and this leaves some open",
                    "write the values; an action draws");
        }
        int count = given.size() - (isOpen ? 1 : 0);
        List<FunctionModel> fitting = candidates.stream()
                .filter(f -> isOpen ? f.inputs().size() >= count : f.inputs().size() == count)
                .toList();
        if (fitting.isEmpty()) {
            throw environment.source.typeError(
                    span,
                    FunctionResolver.count(count) + " given, but the function is "
                            + FunctionResolver.signatures(candidates),
                    isSeed ? "" : "write _ for an argument that the fuzzer draws, or … for all further ones");
        }
        if (fitting.size() == 1) {
            return arguments(fitting.getFirst(), given.subList(0, count));
        }
        List<Fitted> possible = new ArrayList<>();
        for (FunctionModel function : fitting) {
            try {
                possible.add(arguments(function, given.subList(0, count)));
            } catch (TypeError e) {
                // These do not fit this overload.
            }
        }
        if (possible.size() != 1) {
            throw environment.source.typeError(
                    span,
                    (possible.isEmpty() ? "no overload fits" : "several overloads fit") + " these arguments",
                    "the overloads are " + FunctionResolver.signatures(fitting));
        }
        return possible.getFirst();
    }

    private Fitted arguments(FunctionModel function, List<InvParser.ChoiceContext> given) {
        List<Choice> arguments = new ArrayList<>();
        for (int i = 0; i < function.inputs().size(); i++) {
            Parameter parameter = function.inputs().get(i);
            String role =
                    parameter.name().isEmpty() ? "argument " + (i + 1) : "the argument '" + parameter.name() + "'";
            arguments.add(i < given.size() ? choices.choice(given.get(i), parameter.type(), role) : new Choice.Usual());
        }
        return new Fitted(function, arguments);
    }

    private Choice payment(InvParser.MoveCallContext context, FunctionModel function) {
        List<InvParser.MovePaymentContext> payments = context.moveOption().stream()
                .filter(InvParser.MovePaymentContext.class::isInstance)
                .map(InvParser.MovePaymentContext.class::cast)
                .toList();
        if (payments.size() > 1) {
            throw environment.source.ruleError(environment.source.span(payments.get(1)), "'value' is given twice", "");
        }
        if (payments.isEmpty()) {
            return isSeed ? choices.nothing(environment.source.span(context)) : new Choice.Usual();
        }
        if (function.mutability() != Mutability.PAYABLE) {
            throw environment.source.ruleError(
                    environment.source.span(payments.getFirst()),
                    "'" + function.name() + "' is not payable, so it takes no ether",
                    "leave value out");
        }
        return choices.choice(payments.getFirst().choice(), new AbiType.UInt(256), "the value");
    }
}
