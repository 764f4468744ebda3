package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.spec.tree.Mark;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/** @param occurrences for the name of a contract, the values of the trigger's bindings, once for each match */
record TestTransition(TestScope after, Map<String, List<List<Long>>> occurrences)
        implements Transition<BigInteger, Boolean> {
    @Override
    public Optional<String> effect(List<Mark> marks, Scope<BigInteger, Boolean> offender) {
        throw new UnsupportedOperationException("these traces have no effects");
    }

    @Override
    public Optional<String> differsWithoutLast(List<Mark> marks, Scope<BigInteger, Boolean> offender) {
        throw new UnsupportedOperationException("no step of these traces is made again");
    }

    @Override
    public List<Scope<BigInteger, Boolean>> matches(Trigger trigger) {
        return occurrences.getOrDefault(contract(trigger), List.of()).stream()
                .map(values -> bound(trigger, values))
                .toList();
    }

    @Override
    public List<Match<BigInteger, Boolean>> placed(Trigger trigger) {
        return matches(trigger).stream().map(scope -> new Match<>(0, scope)).toList();
    }

    private static String contract(Trigger trigger) {
        return switch (trigger) {
            case Trigger.SuccessfulCall call -> call.contract();
            case Trigger.TriedCall call -> call.contract();
            case Trigger.Emitted emitted -> emitted.contract();
            case Trigger.EtherMoved moved -> moved.contract();
            case Trigger.Departure left -> left.contract();
            case Trigger.InnerCall call -> call.contract();
            case Trigger.Entered entered -> entered.contract();
            case Trigger.Called called -> called.targets().getFirst().contract();
        };
    }

    private Scope<BigInteger, Boolean> bound(Trigger trigger, List<Long> values) {
        Scope<BigInteger, Boolean> scope = after;
        for (int i = 0; i < trigger.bindings().size(); i++) {
            Variable variable = trigger.bindings().get(i).variable();
            scope = scope.bind(variable, BigInteger.valueOf(values.get(i)));
        }
        return scope;
    }
}
