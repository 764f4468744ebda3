package thymus.system.replay;

import java.util.List;
import java.util.Optional;

/**
 * A call and the calls within it.
 *
 * @param text such as {@code token.transfer(to: alice, amount: 5)}; {@code (delegate)} stands before code that works on
 *     its caller's storage
 * @param result the returned values, or why it failed
 */
public record CallNode(String text, boolean ok, Optional<String> result, List<CallNode> inner) {
    public CallNode {
        inner = List.copyOf(inner);
    }
}
