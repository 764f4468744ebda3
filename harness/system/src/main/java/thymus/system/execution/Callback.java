package thymus.system.execution;

import java.util.List;

/**
 * What an attacker's account does in one of the calls that it gets.
 *
 * @param calls that it makes, one after the other, whether or not they fail
 */
public record Callback(List<NestedCall> calls, Ending ending) {
    public Callback {
        calls = List.copyOf(calls);
    }
}
