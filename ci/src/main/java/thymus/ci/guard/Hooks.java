package thymus.ci.guard;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import thymus.spec.contract.FunctionModel;
import thymus.spec.text.Span;
import thymus.spec.tree.Trigger;

/** The places where the guarded contract calls its guard. */
final class Hooks {
    private final String guarded;
    private final SolidityNames names;
    private final Map<String, Hook> calls = new LinkedHashMap<>();
    private final Map<String, Hook> events = new LinkedHashMap<>();

    Hooks(String guarded, SolidityNames names) {
        this.guarded = guarded;
        this.names = names;
    }

    /** The hooks of functions, which are modifiers. */
    Collection<Hook> calls() {
        return calls.values();
    }

    /** The hooks of events, which are functions that are called beside them. */
    Collection<Hook> events() {
        return events.values();
    }

    /** The hook at which a flow occurs. */
    Hook of(Trigger trigger) {
        return switch (trigger) {
            case Trigger.SuccessfulCall t -> call(t);
            case Trigger.Emitted t -> {
                requireGuarded(t.contract(), t.span());
                yield events.computeIfAbsent(
                        t.event().signature(),
                        signature -> new Hook(names.own("_guard", t.event().name()), signature));
            }
            case Trigger.EtherMoved t ->
                throw new NotEnforceable(t.span(), "it counts ether wherever it moves; count an event, or a call");
            case Trigger.TriedCall t -> throw new NotEnforceable(t.span(), "a call that fails leaves nothing on chain");
            case Trigger.Called t -> throw new NotEnforceable(t.span(), "a call that fails leaves nothing on chain");
            case Trigger.Entered t -> throw new NotEnforceable(t.span(), "it asks which call led here, at any depth");
            case Trigger.Departure t -> throw new NotEnforceable(t.span(), "it asks what holds within a call");
            case Trigger.InnerCall t -> throw new NotEnforceable(t.span(), "it asks for calls at any depth");
        };
    }

    /** The hook at which a call of a function is judged. */
    Hook call(Trigger.SuccessfulCall call) {
        requireGuarded(call.contract(), call.span());
        if (!call.results().isEmpty()) {
            throw new NotEnforceable(
                    call.span(), "it reads what " + call.function().name() + " returns, which no modifier sees");
        }
        FunctionModel function = call.function();
        return calls.computeIfAbsent(
                function.signature(), signature -> new Hook(names.own("guarded", function.name()), signature));
    }

    private void requireGuarded(String contract, Span span) {
        if (!contract.equals(guarded)) {
            throw new NotEnforceable(span, "it is about calls or events of " + contract + ", not of " + guarded);
        }
    }
}
