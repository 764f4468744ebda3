package thymus.ci.guard;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Flow;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/** Notes what flows carry, where they occur. */
final class Occurrences {
    private final Parts parts;
    private final Hooks hooks;
    /** What says at the end of a step that it carried the flow. */
    private final Map<Flow, Set<String>> flags = new LinkedHashMap<>();

    Occurrences(Parts parts, Hooks hooks) {
        this.parts = parts;
        this.hooks = hooks;
    }

    void mark(Flow flow, String flag) {
        flags.computeIfAbsent(flow, f -> new LinkedHashSet<>()).add(flag);
    }

    Set<String> flags() {
        Set<String> all = new LinkedHashSet<>();
        flags.values().forEach(all::addAll);
        return all;
    }

    /** The key of an occurrence. */
    Value key(Flow flow, Hook hook) {
        return translation(flow, hook).value(flow.key().orElseThrow());
    }

    /** Writes the statements of all flows that are counted. */
    void record() {
        Set<Flow> flows = new LinkedHashSet<>();
        parts.accumulators().all().forEach(a -> flows.add(a.counted().flow()));
        flows.forEach(this::record);
    }

    private void record(Flow flow) {
        Hook hook = hooks.of(flow.trigger());
        Translation inner = translation(flow, hook);
        List<String> statements = new ArrayList<>();
        for (String flag : flags.getOrDefault(flow, Set.of())) {
            if (flow.trigger() instanceof Trigger.Emitted) {
                statements.add("if (!guardRunning) revert GuardNotEntered();\n");
            }
            statements.add(flag + " = true;\n");
        }
        for (Accumulator accumulator : parts.accumulators().of(flow)) {
            Optional<String> key =
                    accumulator.key().map(type -> parts.numbers().key(key(flow, hook), accumulator.counted()));
            statements.add(counted(accumulator, amount(accumulator, flow, inner), key, hook));
        }
        Optional<Expr> where = flow.trigger().where();
        if (where.isEmpty()) {
            hook.records().addAll(statements);
        } else {
            Value condition = inner.truth(where.get(), GuardPolarity.EXACT);
            String body = String.join("", statements).indent(4);
            hook.records().add("if (" + condition.text() + ") {\n" + body + "}\n");
        }
    }

    /** Counts, and judges at once what the new total alone decides: nothing has to be read again. */
    private String counted(Accumulator accumulator, String amount, Optional<String> key, Hook hook) {
        String adding = accumulator.adding(amount, key);
        String total = accumulator.total(key);
        List<String> deciding = hook.checks().stream()
                .filter(check -> check.contains(total) && isAlone(accumulator, check))
                .toList();
        if (deciding.size() != 1 || accumulator instanceof Accumulator.Ever) {
            return adding + ";\n";
        }
        hook.checks().remove(deciding.getFirst());
        String body =
                "uint256 guardTotal = " + adding + ";\n" + deciding.getFirst().replace(total, "guardTotal");
        return "{\n" + body.indent(4) + "}\n";
    }

    private boolean isAlone(Accumulator accumulator, String check) {
        return parts.accumulators().all().stream()
                .allMatch(other -> other.equals(accumulator)
                        || !check.matches("(?s).*\\b" + Pattern.quote(other.name()) + "\\b.*"));
    }

    /** What is below zero is left aside: a window that carries it too carries less. */
    private String amount(Accumulator accumulator, Flow flow, Translation inner) {
        Value amount = inner.value(flow.amount());
        return switch (accumulator.counted().aggregate()) {
            case COUNT -> "1";
            case SUM -> unsigned(amount).within(Value.Binding.PREFIX);
            case SQUARES -> {
                if (amount.sort() == Sort.SIGNED) {
                    throw new NotEnforceable(flow.span(), "it adds squares of amounts that may be below zero");
                }
                String factor = amount.within(Value.Binding.PREFIX);
                yield "(" + factor + " * " + factor + ")";
            }
            case MINIMUM, MAXIMUM -> throw new IllegalArgumentException(accumulator.meaning());
        };
    }

    private Value unsigned(Value amount) {
        if (amount.sort() == Sort.UNSIGNED) {
            return amount;
        }
        return amount.isConstant() ? Value.number(amount.least().max(BigInteger.ZERO)) : positive(amount);
    }

    private Value positive(Value amount) {
        return parts.numbers().call(Helper.POSITIVE, Sort.UNSIGNED, amount);
    }

    private Translation translation(Flow flow, Hook hook) {
        Map<Variable, Value> names = hook.bind(flow.trigger().bindings());
        ReadPlace moment =
                flow.trigger() instanceof Trigger.Emitted ? new ReadPlace.Midway() : new ReadPlace.End(hook.snapshot());
        return new Translation(parts, flow.name(), names, moment);
    }
}
