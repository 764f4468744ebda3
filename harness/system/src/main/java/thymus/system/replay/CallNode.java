package thymus.system.replay;

import java.util.List;
import java.util.Optional;

/**
 * A call and its inner calls.
 *
 * @param text such as {@code token.transfer(to: alice, amount: 5)}; the prefix {@code (delegate)} marks code that runs
 *     on its caller's storage
 * @param result the returned values, or why the call failed
 */
public record CallNode(String text, boolean ok, Optional<String> result, List<CallNode> inner) {
    public CallNode {
        inner = List.copyOf(inner);
    }
}
