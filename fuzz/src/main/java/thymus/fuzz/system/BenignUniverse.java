package thymus.fuzz.system;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.fuzz.generate.Advance;
import thymus.fuzz.generate.Callable;
import thymus.fuzz.generate.Probe;
import thymus.fuzz.generate.Universe;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Occasion;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Walk;
import thymus.system.execution.StepCall;

/** What benign steps are made of: the calls that the envelope names, from accounts with keys, within its time. */
final class BenignUniverse implements Universe {
    private final Universe all;
    private final List<Callable> callables = new ArrayList<>();
    /** The same, as {@code all} numbers them. */
    private final List<Callable> originals = new ArrayList<>();

    private final List<String> senders;
    private final Advance advance;

    /** @param property a {@code never_trips} */
    BenignUniverse(Universe all, Property property) {
        this.all = all;
        List<Trigger.TriedCall> calls = Walk.all(property.condition())
                .filter(Expr.Matched.class::isInstance)
                .flatMap(e -> ((Expr.Matched) e).triggers().stream())
                .filter(Trigger.TriedCall.class::isInstance)
                .map(Trigger.TriedCall.class::cast)
                .toList();
        for (Callable callable : all.callables()) {
            boolean isNamed = calls.isEmpty()
                    || calls.stream()
                            .anyMatch(call -> call.contract().equals(callable.instance())
                                    && call.function().equals(callable.function()));
            if (isNamed) {
                callables.add(new Callable(callables.size(), callable.instance(), callable.function()));
                originals.add(callable);
            }
        }
        senders = all.senders().stream()
                .filter(sender ->
                        !all.contracts().contains(sender) && !all.instances().contains(sender))
                .toList();
        advance = advance(all.advance(), property);
    }

    private static Advance advance(Advance usual, Property property) {
        long minimum = usual.minimum();
        long maximum = usual.maximum();
        for (Expr part : Walk.all(property.condition()).toList()) {
            if (part instanceof Expr.Binary b && b.operator() == BinaryOperator.LESS_OR_EQUAL) {
                if (b.left() instanceof Expr.IntegerLiteral least && isPause(b.right())) {
                    minimum = Math.max(minimum, seconds(least));
                }
                if (b.right() instanceof Expr.IntegerLiteral most && isPause(b.left())) {
                    maximum = Math.min(maximum, seconds(most));
                }
            }
        }
        return new Advance(minimum, Math.max(minimum, maximum), usual.last());
    }

    private static long seconds(Expr.IntegerLiteral literal) {
        return literal.value().min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    /** The time since the step before. */
    private static boolean isPause(Expr expr) {
        return expr instanceof Expr.Previous previous
                && previous.operand() instanceof Expr.Elapsed elapsed
                && elapsed.occasion() instanceof Occasion.Settling;
    }

    @Override
    public List<Callable> callables() {
        return callables;
    }

    @Override
    public List<String> senders() {
        return senders;
    }

    @Override
    public List<String> contracts() {
        return List.of();
    }

    @Override
    public boolean allows(String sender, Callable callable) {
        return all.allows(sender, originals.get(callable.index()));
    }

    @Override
    public List<String> instances() {
        return all.instances();
    }

    @Override
    public List<BigInteger> addresses() {
        return all.addresses();
    }

    @Override
    public BigInteger addressOf(String senderOrInstance) {
        return all.addressOf(senderOrInstance);
    }

    @Override
    public Advance advance() {
        return advance;
    }

    @Override
    public List<StepCall.FunctionCall> earlier() {
        return all.earlier();
    }

    @Override
    public List<Probe> probes() {
        return all.probes();
    }
}
